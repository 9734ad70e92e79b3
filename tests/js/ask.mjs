// Runs functions of a classic script of ours in plain Node: `node ask.mjs SCRIPT…`, calls as JSON on stdin.
// A call is [path below Teichaku, ...arguments]; the answers come back as one JSON list.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

for (const script of process.argv.slice(2)) await import(resolve(script));
const calls = JSON.parse(readFileSync(0, "utf8"));
function ask([path, ...args]) {
  const names = path.split(".");
  const last = names.pop();
  const owner = names.reduce((at, name) => at[name], globalThis.Teichaku);
  return owner[last](...args);
}
process.stdout.write(JSON.stringify(calls.map(ask)));
