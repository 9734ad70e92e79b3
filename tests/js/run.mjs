// Runs the body of an async function in plain Node: `node run.mjs SCRIPT…`, the body on stdin; what it returns, as JSON.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

for (const script of process.argv.slice(2)) await import(resolve(script));
const AsyncFunction = (async () => {}).constructor;
process.stdout.write(JSON.stringify((await AsyncFunction(readFileSync(0, "utf8"))()) ?? null));
