// Asks the search engine in plain Node: {scripts, index: path of a built index, or the index itself; calls} as JSON on
// stdin. A call is [function of Teichaku.search, ...arguments after the library]; the answers come back as one JSON list.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const { scripts, index, calls } = JSON.parse(readFileSync(0, "utf8"));
for (const script of scripts) await import(resolve(script));
const { gathered, inSlices, unpacked } = Teichaku.search;
let made = index;
if (typeof index === "string") {
  let arrived;
  Teichaku.index = (...packed) => (arrived = packed);
  await import(resolve(index));
  made = await inSlices(unpacked(...arrived));
}
const library = await inSlices(gathered(made));
const answers = calls.map(([name, ...args]) => Teichaku.search[name](library, ...args));
const plain = (_, value) => (value instanceof Map || value instanceof Set ? [...value] : value);
process.stdout.write(JSON.stringify(answers, plain));
