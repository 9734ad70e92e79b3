/* Fills a worksheet in: values into the document of its template, and the package (ZIP) joined again.
   The template is a script of its own (sheets/<sheet>.<lang>.js), so that this also works from a disk. */
(() => {
  "use strict";
  const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  const NAME = "word/document.xml";
  const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
  const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g; // XML 1.0 has no way to write these
  const escaped = (text) => text.replace(UNWRITABLE, "").replace(/[&<>]/g, (each) => ESCAPES[each]);

  /** A day in a control's own format ("yyyy-MM-dd"). */
  const dated = (format, [, y, m, d]) =>
    format.replace(/y+|M+|d+/g, (token) => {
      const number = { y, M: m, d }[token[0]];
      return token.length > 1 ? number : String(Number(number));
    });

  /** One control with its value: words, a day as YYYY-MM-DD, or true for a tick. Replacements are functions: a "$1" is words too. */
  function control(xml, value) {
    if (value === true) return xml.replace(/(<w14:checked w14:val=")0/, (_, before) => `${before}1`).replace("\u2610", "\u2611");
    const format = /<w:dateFormat w:val="([^"]+)"/.exec(xml)?.[1];
    const day = format && /^(\d{4})-(\d\d)-(\d\d)$/.exec(value);
    const lines = (day ? dated(format, day) : value).split(/\r\n?|\n/);
    const words = lines.map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`).join("<w:br/>");
    return xml
      .replace("<w:showingPlcHdr/>", "")
      .replace('<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>', "")
      .replace("<w:date>", () => (day ? `<w:date w:fullDate="${value}T00:00:00Z">` : "<w:date>"))
      .replace(/<w:t [^>]*>[^<]*<\/w:t>/, () => words);
  }

  /** @param {string} xml the template's document @param {Record<string, string | true>} values by tag
   * @param {string[]} without tags whose table rows are left out */
  const filled = (xml, values, without = []) =>
    xml
      .replace(/<w:tr[ >].*?<\/w:tr>/gs, (row) => (without.some((tag) => row.includes(`<w:tag w:val="${tag}"/>`)) ? "" : row))
      .replace(/<w:sdt>.*?<\/w:sdt>/gs, (each) => {
        const value = values[/<w:tag w:val="([^"]+)"/.exec(each)[1]];
        return value ? control(each, value) : each;
      });

  const TABLE = Array.from({ length: 256 }, (_, byte) => {
    for (let bit = 0; bit < 8; bit++) byte = byte & 1 ? (byte >>> 1) ^ 0xedb88320 : byte >>> 1;
    return byte;
  });
  const crc32 = (bytes) => ~bytes.reduce((sum, byte) => (sum >>> 8) ^ TABLE[(sum ^ byte) & 255], -1) >>> 0;
  const bytes = (base64) => Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
  /** Little-endian numbers: [value, bytes], … */
  const record = (...fields) => Uint8Array.from(fields.flatMap(([value, size]) => Array.from({ length: size }, (_, at) => (value >>> (8 * at)) & 255)));

  /** @returns {Promise<Blob>} the DOCX */
  async function docx(template, values, without) {
    const raw = new TextEncoder().encode(filled(template.document, values, without));
    const method = "CompressionStream" in globalThis ? 8 : 0; // without it the member is stored as it is
    const packed = method ? new Uint8Array(await new Response(new Blob([raw]).stream().pipeThrough(new CompressionStream("deflate-raw"))).arrayBuffer()) : raw;
    const members = bytes(template.members);
    const directory = bytes(template.directory);
    const name = new TextEncoder().encode(NAME);
    // version, flags, method, time, day (1980-01-01), sum, sizes, length of the name, of extras
    const shared = [[20, 2], [0, 2], [method, 2], [0, 2], [33, 2], [crc32(raw), 4], [packed.length, 4], [raw.length, 4], [name.length, 2], [0, 2]];
    const local = record([0x04034b50, 4], ...shared);
    const central = record([0x02014b50, 4], [20, 2], ...shared, [0, 2], [0, 2], [0, 2], [0, 4], [members.length, 4]);
    const start = members.length + local.length + name.length + packed.length;
    const size = directory.length + central.length + name.length;
    const count = template.count + 1;
    const end = record([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [start, 4], [0, 2]);
    return new Blob([members, local, name, packed, directory, central, name, end], { type: TYPE });
  }

  const loaded = new Map();
  let arrived;
  /** The template at `address`, loaded when it is first asked for. */
  const load = (address) => {
    if (!loaded.has(address))
      loaded.set(address, new Promise((resolve, reject) => {
        const script = document.createElement("script");
        script.src = address;
        script.onload = () => resolve(arrived);
        script.onerror = () => {
          loaded.delete(address);
          reject(new Error(`fill.js: ${address} can't be loaded`));
        };
        document.head.append(script);
      }));
    return loaded.get(address);
  };
  /** Saves the sheet of a link to a blank DOCX, filled in. @param {HTMLAnchorElement} link */
  async function save(link, values, without) {
    const blob = await docx(await load(link.href.replace(/docx$/, "js")), values, without);
    Teichaku.device.save(link.href.split("/").at(-1), blob, TYPE);
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, template: (made) => (arrived = made), fill: { docx, filled, save } };
})();
