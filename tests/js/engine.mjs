// Asks the search engine in plain Node: {index: path of a built index, or the index itself; queries} as JSON on stdin;
// {items, near} of each query as one JSON list.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const { index, queries } = JSON.parse(readFileSync(0, "utf8"));
await import(resolve("theme/js/search.js"));
let found = index;
if (typeof index === "string") {
  Teichaku.index = (...packed) => (found = Teichaku.search.unpacked(...packed));
  await import(resolve(index));
}
const engine = Teichaku.search.engine(found);
process.stdout.write(JSON.stringify(queries.map((query) => engine.search(query))));
