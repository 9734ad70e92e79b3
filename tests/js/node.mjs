// Runs our classic scripts in plain Node, each question in a world of its own: one question a line, as JSON; its answer,
// {value} or {error}, in a line. Started once, since a start takes longer than most answers.
//   {scripts, calls}: a call is [path below Teichaku, ...arguments]; the answers as a list.
//   {scripts, body}: the body of an async function; what it returns.
//   {scripts, index, engine}: calls of functions of Teichaku.search, their arguments after the library; `index` is the
//   path of a built index, or an index itself.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { createContext, Script } from "node:vm";

const compiled = new Map();
const script = (path) => {
  if (!compiled.has(path)) compiled.set(path, new Script(readFileSync(path, "utf8"), { filename: path }));
  return compiled.get(path);
};
const WEB = "AbortController Blob CompressionStream CustomEvent DOMException DecompressionStream Event EventTarget Intl"
  + " MessageEvent ReadableStream Response TextDecoder TextEncoder URL URLSearchParams WritableStream atob btoa"
  + " clearTimeout console performance process queueMicrotask setImmediate setTimeout structuredClone";

function world(scripts) {
  const context = createContext(Object.fromEntries(WEB.split(" ").map((name) => [name, globalThis[name]])));
  for (const path of scripts) script(path).runInContext(context);
  return context;
}
function ask(owner, [path, ...args]) {
  const names = path.split(".");
  const last = names.pop();
  const at = names.reduce((at, name) => at[name], owner);
  return at[last](...args);
}
async function engine(context, index, calls) {
  const { gathered, inSlices, joined, unpacked } = context.Teichaku.search;
  let made = index;
  if (typeof index === "string") {
    let arrived;
    context.Teichaku.index = (...packed) => (arrived = packed);
    const read = async (path) => {
      script(path).runInContext(context);
      return inSlices(unpacked(...arrived));
    };
    made = joined(await read(index), await read(index.replace("index.js", "more.js")));
  }
  const library = await inSlices(gathered(made));
  return calls.map(([name, ...args]) => context.Teichaku.search[name](library, ...args));
}
// What comes of another world is no instance of this one's Map or Set.
const plain = (_, value) => (/^\[object (Map|Set)\]$/.test(Object.prototype.toString.call(value)) ? [...value] : value);

for await (const line of createInterface({ input: process.stdin })) {
  const asked = JSON.parse(line);
  let answer;
  try {
    const context = world(asked.scripts);
    if (asked.calls) answer = { value: asked.calls.map((call) => ask(context.Teichaku, call)) };
    else if (asked.engine) answer = { value: await engine(context, asked.index, asked.engine) };
    else answer = { value: (await new Script(`(async () => {${asked.body}\n})()`).runInContext(context)) ?? null };
  } catch (error) {
    answer = { error: String(error.stack ?? error) };
  }
  process.stdout.write(`${JSON.stringify(answer, plain)}\n`);
}
