/* A filled sheet read back: what stands in its controls, by tag, and by bookmark where an office suite has dropped the
   tag. worksheets/office/collect.py does the same. */
(() => {
  "use strict";
  const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  const W14 = "http://schemas.microsoft.com/office/word/2010/wordml";
  const FALLBACK = "Fallback"; // a copy for older programs
  const [DOCUMENT, PROPERTIES] = ["word/document.xml", "docProps/custom.xml"];
  /** @type {Record<string, string>} */
  const BETWEEN = { br: "\n", cr: "\n", p: "\n", tab: "\t" };

  /** The root of a member: plain XML, no entities, no other encodings. @param {Uint8Array} bytes */
  function tree(bytes) {
    const { Refused } = Teichaku.sheetPackage;
    let text = "";
    try {
      text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    } catch {
      throw new Refused("bad-xml");
    }
    const encoding = /^<\?xml[^>]*encoding=["']([^"']+)/.exec(text)?.[1] ?? "UTF-8";
    if (encoding.toUpperCase() !== "UTF-8" || /<!DOCTYPE|<!ENTITY/.test(text)) throw new Refused("bad-xml");
    const made = new DOMParser().parseFromString(text, "application/xml");
    if (made.querySelector("parsererror")) throw new Refused("bad-xml");
    return made;
  }
  /** @param {Element} element @param {string} name @returns {Element | undefined} */
  const child = (element, name) =>
    [...element.children].find((each) => each.localName === name && each.namespaceURI === W);
  /** @param {Element} element @param {string} name */
  const said = (element, name) => element.getAttributeNS(W, name) ?? "";
  /** The elements around one, the nearest first. @param {Element} element */
  function around(element) {
    const found = [];
    for (let here = element.parentElement; here; here = here.parentElement) found.push(here);
    return found;
  }
  /** @param {Element} element */
  const control = (element) => element.localName === "sdt" && element.namespaceURI === W;

  /** Controls by tag and by bookmark; of those that stand twice, the first. @param {Document} made */
  function controls(made) {
    /** @type {[Map<string, Element>, Map<string, Element>, Map<string, string>]} */
    const [tags, marks, opened] = [new Map(), new Map(), new Map()];
    /** @param {Map<string, Element>} all @param {string} name @param {Element} element */
    const first = (all, name, element) => void (all.has(name) || all.set(name, element));
    /** @type {Map<string, (node: Element, parents: Element[]) => void>} */
    const seen = new Map();
    seen.set("bookmarkStart", (node, parents) => {
      const name = said(node, "name");
      const within = parents.find(control);
      if (within) first(marks, name, within);
      else opened.set(said(node, "id"), name);
    });
    seen.set("bookmarkEnd", (node) => opened.delete(said(node, "id")));
    seen.set("sdt", (node) => {
      for (const name of opened.values()) first(marks, name, node);
      opened.clear();
      const properties = child(node, "sdtPr");
      const tag = properties && child(properties, "tag");
      if (tag) first(tags, said(tag, "val"), node);
    });
    for (const node of made.getElementsByTagNameNS(W, "*")) {
      const act = seen.get(node.localName);
      const parents = act ? around(node) : [];
      if (!parents.some((each) => each.localName === FALLBACK)) act?.(node, parents);
    }
    return { marks, tags };
  }
  /** What stands in a control, line by line; nothing where only its blank does. @param {Element} found */
  function words(found) {
    const [properties, content] = [child(found, "sdtPr"), child(found, "sdtContent")];
    if (!content || (properties && child(properties, "showingPlcHdr"))) return "";
    let text = "";
    for (const { localName, textContent } of content.getElementsByTagNameNS(W, "*")) {
      if (localName === "t") text += textContent;
      else if (localName !== "p" || text) text += BETWEEN[localName] ?? "";
    }
    return text.replace(/^[ \t\n\u3000\u00a0]+|[ \t\n\u3000\u00a0]+$/g, "");
  }
  /** @param {Element} found @param {string[]} signs */
  function ticked(found, signs) {
    const [checked] = found.getElementsByTagNameNS(W14, "checked");
    if (checked) return ["1", "true", "on"].includes(checked.getAttributeNS(W14, "val") ?? "1");
    return signs.includes(words(found)); // where the kind of control was lost, its sign is left
  }

  /** What stands under other tags.
   * @param {Map<string, Element>} found @param {string[]} tags @param {string[]} signs */
  const others = (found, tags, signs) =>
    [...found]
      .filter(([tag]) => !tags.includes(tag))
      .map(([tag, here]) => {
        const box = here.getElementsByTagNameNS(W14, "checkbox").length > 0;
        const sign = ticked(here, signs) ? signs[0] : "";
        return { tag, words: box ? sign : words(here), box };
      })
      .filter((each) => each.words);

  /** What a sheet calls itself. @param {Uint8Array | undefined} properties @returns {Record<string, string>} */
  const about = (properties) =>
    Object.fromEntries(
      [...(properties ? tree(properties).documentElement.children : [])].map((each) => [
        each.getAttribute("name"),
        each.textContent,
      ]),
    );

  /** @type {SheetRead["read"]} */
  function read(members, tags, signs) {
    const { Refused } = Teichaku.sheetPackage;
    if (!members[DOCUMENT]) throw new Refused("no-package");
    const own = about(members[PROPERTIES]);
    if (!own.FormId) throw new Refused("not-ours");
    const found = controls(tree(members[DOCUMENT]));
    /** @type {ReadSheet} */
    const sheet = { id: own.FormId, version: own.FormVersion ?? "", values: {}, gone: [], others: [] };
    for (const tag of tags) {
      const here = found.tags.get(tag) ?? found.marks.get(`b_${tag.replaceAll("-", "_")}`);
      if (here) sheet.values[tag] = { words: words(here), ticked: ticked(here, signs) };
      else sheet.gone.push(tag);
    }
    sheet.others = others(found.tags, tags, signs);
    return sheet;
  }
  globalThis.Teichaku = { ...globalThis.Teichaku, sheetRead: { read } };
})();
