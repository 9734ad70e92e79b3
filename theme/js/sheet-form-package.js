/* The door for packages (ZIP: DOCX) that somebody else wrote: within limits, in memory, nothing followed, nothing run.
   worksheets/office/safety.py does the same, by the same limits. What isn't read is refused with the key of its words
   (worksheets/office/said.yml). */
(() => {
  "use strict";
  const LIMITS = { file: 20_000_000, entries: 400, one: 40_000_000, all: 120_000_000, ratio: 200, from: 1_000_000 };
  const FOREIGN = [
    ["%PDF", "is-pdf"],
    ["\u00d0\u00cf\u0011\u00e0", "is-old-or-locked"],
    ["{\\rt", "is-rtf"],
    ["\u0089PNG", "is-picture"],
    ["\u00ff\u00d8\u00ff", "is-picture"],
  ];
  const PROGRAMS = ["vbaproject", "vbadata", "activex", "embeddings/"];
  const LINKED = ["/attachedTemplate", "/oleObject", "/subDocument", "/frame", "/aFChunk", "/externalLink"];
  const [LOCAL, CENTRAL, END] = [0x04034b50, 0x02014b50, 0x06054b50];
  const LONGEST_COMMENT = 65_535; // bytes after the record that ends a package

  /** Why a file isn't read: the key of its words, and what they name. */
  class Refused extends Error {
    /** @param {string} key @param {Record<string, string | number>} [values] */
    constructor(key, values = {}) {
      super(key);
      this.key = key;
      this.values = values;
    }
  }
  /** A member as the directory tells it.
   * @typedef {Record<"flags" | "method" | "sum" | "packed" | "size" | "at", number> & {name: string}} Info */
  /** Where the record is that ends a package. @param {DataView} view */
  function ended(view) {
    const last = view.byteLength - 22;
    for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at--)
      if (view.getUint32(at, true) === END) return at;
    throw new Refused("broken-package");
  }
  /** @param {Uint8Array} data @returns {Info[]} */
  function listed(data) {
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    const end = ended(view);
    const names = new TextDecoder();
    /** @type {Info[]} */
    const found = [];
    let at = view.getUint32(end + 16, true);
    for (let left = view.getUint16(end + 10, true); left > 0; left--) {
      if (view.getUint32(at, true) !== CENTRAL) throw new Refused("broken-package");
      const [name, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
      found.push({
        name: names.decode(data.subarray(at + 46, at + 46 + name)),
        flags: view.getUint16(at + 8, true),
        method: view.getUint16(at + 10, true),
        sum: view.getUint32(at + 16, true),
        packed: view.getUint32(at + 20, true),
        size: view.getUint32(at + 24, true),
        at: view.getUint32(at + 42, true),
      });
      at += 46 + name + extra + comment;
    }
    return found;
  }
  /** @param {Info[]} infos */
  function measured(infos) {
    const names = infos.map(({ name }) => name);
    if (names.length > LIMITS.entries) throw new Refused("too-many-entries", { count: LIMITS.entries });
    if (new Set(names).size < names.length) throw new Refused("twice-in-package");
    if (names.some((name) => name.startsWith("/") || name.includes("\\") || name.split("/").includes("..")))
      throw new Refused("bad-path");
    if (infos.some(({ flags }) => flags & 1)) throw new Refused("is-old-or-locked");
    if (names.some((name) => PROGRAMS.some((program) => name.toLowerCase().includes(program))))
      throw new Refused("has-macros");
    /** @param {Info} info */
    const large = ({ packed, size }) => size > LIMITS.one || size > Math.max(LIMITS.from, packed * LIMITS.ratio);
    if (infos.reduce((sum, { size }) => sum + size, 0) > LIMITS.all || infos.some(large))
      throw new Refused("too-large-unpacked");
  }
  /** A member's bytes; null where they aren't as many as it says.
   * @param {Uint8Array<ArrayBuffer>} packed @param {number} size */
  async function inflated(packed, size) {
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    const [reader, made] = [stream.getReader(), new Uint8Array(size)];
    let length = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return length === size ? made : null;
      if (length + value.length > size) {
        reader.cancel().catch(() => {}); // it lied
        return null;
      }
      made.set(value, length);
      length += value.length;
    }
  }
  /** @param {Uint8Array<ArrayBuffer>} data @param {Info} info */
  async function member(data, { at, method, name, packed, size, sum }) {
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    const [named, extra] = [view.getUint16(at + 26, true), view.getUint16(at + 28, true)];
    const own = new TextDecoder().decode(data.subarray(at + 30, at + 30 + named));
    if (view.getUint32(at, true) !== LOCAL || own !== name) throw new Refused("broken-package");
    const body = data.slice(at + 30 + named + extra, at + 30 + named + extra + packed);
    if (method !== 0 && method !== 8) throw new Refused("broken-package");
    const made = method === 0 ? body : await inflated(body, size);
    if (made?.length !== size || Teichaku.fill.crc32(made) !== sum) throw new Refused("broken-package");
    return made;
  }
  /** @param {string} name */
  const asked = (name) => /^word\/document\.xml$|^docProps\/|^\[Content_Types\]\.xml$|\.rels$/.test(name);

  /** Is it a file of the kind that we write? @param {Uint8Array} data */
  function known(data) {
    if (!data.length) throw new Refused("is-empty");
    if (data.length > LIMITS.file) throw new Refused("too-large", { count: LIMITS.file / 1_000_000 });
    const start = String.fromCharCode(...data.subarray(0, 4)); // what browsers call latin1 is another
    const foreign = FOREIGN.find(([sign]) => start.startsWith(sign));
    if (foreign) throw new Refused(foreign[1]);
    if (start !== "PK\u0003\u0004") throw new Refused("no-package");
    if (!("DecompressionStream" in globalThis)) throw new Refused("old_browser");
  }
  /** @param {string} name @param {Uint8Array} bytes */
  function harmless(name, bytes) {
    const text = new TextDecoder().decode(bytes);
    if (name === "[Content_Types].xml" && text.includes("macroEnabled")) throw new Refused("has-macros");
    if (name.endsWith(".rels") && text.includes('"External"') && LINKED.some((kind) => text.includes(kind)))
      throw new Refused("has-links");
  }
  /** @type {SheetPackage["unpacked"]} */
  async function unpacked(data) {
    known(data);
    /** @type {Record<string, Uint8Array>} */
    const found = {};
    try {
      const infos = listed(data);
      measured(infos);
      for (const info of infos) if (asked(info.name)) found[info.name] = await member(data, info);
    } catch (error) {
      throw error instanceof Refused ? error : new Refused("broken-package");
    }
    for (const [name, bytes] of Object.entries(found)) harmless(name, bytes);
    return found;
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, sheetPackage: { LIMITS, Refused, unpacked } };
})();
