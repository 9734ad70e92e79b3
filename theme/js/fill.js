/* Fills a worksheet in: values into the document of its template, and the package (ZIP) joined again.
   The template is a script of its own (sheets/<sheet>.<lang>.js), so that this also works from a disk. */
(() => {
  "use strict";
  const TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
  /** @type {Record<string, string>} */
  const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;" };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write these
  const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
  /** @param {string} text */
  const escaped = (text) => text.replace(UNWRITABLE, "").replace(/[&<>]/g, (each) => ESCAPES[each]);

  /** A day in a control's own format ("yyyy-MM-dd"). @param {string} format @param {string} day YYYY-MM-DD */
  const dated = (format, day) => {
    const [y, m, d] = day.split("-");
    return format
      .replace(/y+/, y)
      .replace(/M+/, ({ length }) => (length > 1 ? m : String(Number(m))))
      .replace(/d+/, ({ length }) => (length > 1 ? d : String(Number(d))));
  };

  /** One control with its value. Replacements are functions: a "$1" is words too.
   * @param {string} xml @param {string | true} value */
  function control(xml, value) {
    if (value === true)
      return xml.replace(/(<w14:checked w14:val=")0/, (_, before) => `${before}1`).replace("\u2610", "\u2611");
    const format = /<w:dateFormat w:val="([^"]+)"/.exec(xml)?.[1];
    const day = format && /^\d{4}-\d\d-\d\d$/.test(value);
    const lines = (day ? dated(format, value) : value).split(/\r\n?|\n/);
    const words = lines.map((line) => `<w:t xml:space="preserve">${escaped(line)}</w:t>`).join("<w:br/>");
    return xml
      .replace("<w:showingPlcHdr/>", "")
      .replace('<w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr>', "")
      .replace("<w:date>", () => (day ? `<w:date w:fullDate="${value}T00:00:00Z">` : "<w:date>"))
      .replace(/<w:t [^>]*>[^<]*<\/w:t>/, () => words);
  }

  /** A table's row as that of another number: other tags, marks, numbers of controls, and the number that is printed.
   * @param {string} row @param {string} field @param {number} from @param {number} to */
  const numbered = (row, field, from, to) =>
    row
      .replaceAll(`<w:tag w:val="${field}-${from}-`, `<w:tag w:val="${field}-${to}-`)
      .replaceAll(`w:name="b_${field.replaceAll("-", "_")}_${from}_`, `w:name="b_${field.replaceAll("-", "_")}_${to}_`)
      .replace(/(<w:(?:id|bookmarkStart|bookmarkEnd) [^>]*?(?:w:val|w:id)=")(\d+)/g, (_, before, id) => {
        return `${before}${((Number(id) + (to - from) * 1000003) % 2147483646) + 1}`;
      })
      .replace(/(<w:alias w:val="[^":]*? )\d+/g, (_, before) => `${before}${to}`)
      .replace(new RegExp(`(<w:t(?: [^>]*)?>)${from}(?=</w:t>)`), (_, before) => `${before}${to}`);

  /** The document with as many rows as there are values for: a table's last is repeated, under the tags of the sheet to
   * go on with. @type {Fill["lengthened"]} */
  function lengthened(xml, values) {
    /** @type {Record<string, number>} */
    const wanted = {};
    for (const tag of Object.keys(values)) {
      const [, field, number] = /^(.+?)-(\d+)-/.exec(tag) ?? [];
      if (field && !xml.includes(`<w:tag w:val="${tag}"/>`))
        wanted[field] = Math.max(wanted[field] ?? 0, Number(number));
    }
    return Object.entries(wanted).reduce((made, [field, last]) => {
      const tags = [...made.matchAll(new RegExp(`<w:tag w:val="${field}-(\\d+)-`, "g"))];
      const from = Math.max(0, ...tags.map(([, number]) => Number(number)));
      const here = `<w:tag w:val="${field}-${from}-`;
      return made.replace(/<w:tr[ >].*?<\/w:tr>/gs, (row) => {
        if (!row.includes(here)) return row;
        const more = Array.from({ length: Math.max(0, last - from) }, (_, at) =>
          numbered(row, field, from, from + at + 1),
        );
        return row + more.join("");
      });
    }, xml);
  }

  /** The template's document with values; table rows with one of the tags in `without` are left out.
   * @type {Fill["filled"]} */
  const filled = (xml, values, without = []) =>
    lengthened(xml, values)
      .replace(/<w:tr[ >].*?<\/w:tr>/gs, (row) =>
        without.some((tag) => row.includes(`<w:tag w:val="${tag}"/>`)) ? "" : row,
      )
      .replace(/<w:sdt>.*?<\/w:sdt>/gs, (each) => {
        const value = values[/<w:tag w:val="([^"]+)"/.exec(each)?.[1] ?? ""];
        return value ? control(each, value) : each;
      });

  const TABLE = Array.from({ length: 256 }, (_, byte) => {
    let sum = byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
    return sum;
  });
  /** @param {Uint8Array} bytes */
  const crc32 = (bytes) => ~bytes.reduce((sum, byte) => (sum >>> 8) ^ TABLE[(sum ^ byte) & 255], -1) >>> 0;
  /** @param {string} base64 */
  const bytes = (base64) => Uint8Array.from(atob(base64), (each) => each.charCodeAt(0));
  /** Little-endian numbers. @param {[value: number, bytes: number][]} fields */
  const record = (...fields) =>
    Uint8Array.from(
      fields.flatMap(([value, size]) => Array.from({ length: size }, (_, at) => (value >>> (8 * at)) & 255)),
    );

  /** Packed, or as it is where the browser can't: some have streams that don't know this way of packing.
   * @param {Uint8Array<ArrayBuffer>} raw */
  async function deflated(raw) {
    try {
      const packing = new Blob([raw]).stream().pipeThrough(new CompressionStream("deflate-raw"));
      return new Uint8Array(await new Response(packing).arrayBuffer());
    } catch {
      return raw;
    }
  }
  /** Values, and the boxes that say them again: at the head of each page, on copies of a card.
   * @param {Values} values @param {Record<string, string>} copies @returns {Values} */
  const repeated = (values, copies) => ({
    ...Object.fromEntries(Object.entries(copies).flatMap(([tag, of]) => (values[of] ? [[tag, values[of]]] : []))),
    ...values,
  });

  /** One member of a package: as it stands in it, and its line in the directory.
   * @param {string} path @param {string} xml @param {number} at where it begins */
  async function member(path, xml, at) {
    const raw = new TextEncoder().encode(xml);
    const packed = await deflated(raw);
    const name = new TextEncoder().encode(path);
    // version, flags, method, time, day (1980-01-01), sum, sizes, length of the name, of extras
    /** @type {[number, number][]} */
    const shared = [
      [20, 2],
      [0, 2],
      [packed === raw ? 0 : 8, 2],
      [0, 2],
      [33, 2],
      [crc32(raw), 4],
      [packed.length, 4],
      [raw.length, 4],
      [name.length, 2],
      [0, 2],
    ];
    const local = [record([0x04034b50, 4], ...shared), name, packed];
    const central = record([0x02014b50, 4], [20, 2], ...shared, [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]);
    return { local, central: [central, name] };
  }
  /** @param {Uint8Array[]} parts */
  const length = (parts) => parts.reduce((sum, part) => sum + part.length, 0);

  /** @type {Fill["docx"]} */
  async function docx(template, values, without) {
    const whole = repeated(values, template.copies);
    const local = [bytes(template.members)];
    const central = [bytes(template.directory)];
    for (const [path, xml] of Object.entries(template.parts)) {
      const made = await member(path, filled(xml, whole, without), length(local));
      local.push(...made.local);
      central.push(...made.central);
    }
    const count = template.count + Object.keys(template.parts).length;
    const [start, size] = [length(local), length(central)];
    const end = record([0x06054b50, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [start, 4], [0, 2]);
    return new Blob([...local, ...central, end], { type: TYPE });
  }

  /** @type {Map<string, Promise<Template>>} */
  const loaded = new Map();
  /** The template whose script has just run. @type {Template | undefined} */
  let arrived;
  /** @param {string} address @returns {Promise<Template>} */
  async function asked(address) {
    try {
      await Teichaku.wish.load(address);
    } catch (error) {
      loaded.delete(address);
      throw error;
    }
    if (!arrived) throw new Error(`fill.js: ${address} holds no template`);
    return arrived;
  }
  /** The template at `address`, loaded when it is first asked for. @param {string} address */
  function load(address) {
    const found = loaded.get(address) ?? asked(address);
    loaded.set(address, found);
    return found;
  }
  /** Saves the sheet of a link to a blank DOCX, filled in. @type {Fill["save"]} */
  async function save(link, values, without, name) {
    const blob = await docx(await load(link.href.replace(/docx$/, "js")), values, without);
    Teichaku.device.save(name ? `${name}.docx` : (link.href.split("/").pop() ?? ""), blob, TYPE);
  }
  /** @type {Teichaku["template"]} */
  const template = (made) => {
    arrived = made;
  };
  globalThis.Teichaku = { ...globalThis.Teichaku, template, fill: { crc32, docx, filled, lengthened, save } };
})();
