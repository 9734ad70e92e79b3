"""The pages of docs/ as they are written: what must hold before they are built, the same house in both languages.

Only what words and headings show is checked here; what a macro brings is known once it is called.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path

from content.base import LANGUAGES, Lang, nearest
from content.characters import unwanted
from content.files import HOUSE, ContentError, Node, not_utf8, read

CONFIGS: dict[Lang, str] = {"ja": "mkdocs.yml", "en": "mkdocs.en.yml"}
KEYS = ("title", "description")  # of the front matter
HEADING = re.compile(r"^(#{1,6}) ")
HEADING_ID = re.compile(r"\{#([a-z0-9]+(?:-[a-z0-9]+)*)\}$")
CALL = re.compile(r"{{\s*(\w+)\b\(?\s*(\"[^\"]*\")?")
LINK = re.compile(r"\]\((/[^)\s]+)\)|href=\"(/[^\"]+)\"")
ACTING = re.compile(
    r"<(?:script|style|iframe|object|embed|base|meta|link)\b|\s(?:on[a-z]+|style)\s*=\s*[\"']|javascript:", re.I
)
UNDONE = re.compile(r"\b(TODO|FIXME|XXX)\b|準備中|作成中|coming soon|lorem ipsum", re.I)
MERGED = re.compile(r"^(<{7}|={7}|>{7})( |$)")  # what git leaves where two changes met

Placed = tuple[str, int]  # what stands in a line, and the line's number


@dataclass(frozen=True)
class Doc:
    """One page in one language."""

    path: Path
    lang: Lang
    house: Path = HOUSE

    @property
    def name(self) -> str:
        """Its name, the same in both languages."""
        return self.path.stem

    @property
    def shown(self) -> str:
        """Its path as editors know it."""
        return self.path.relative_to(self.house).as_posix()

    @cached_property
    def lines(self) -> list[str]:
        """Its lines. Raises UnicodeDecodeError where it isn't UTF-8."""
        return self.path.read_text("utf-8-sig").split("\n")

    @property
    def readable(self) -> bool:
        """Is it UTF-8?"""
        try:
            return bool(self.lines)
        except UnicodeDecodeError:
            return False

    def slip(self, line: int, says: str) -> str:
        """What is wrong, with its place."""
        return f"{self.shown}:{line}: {says}"

    def headings(self) -> list[Placed]:
        """Level and id of each heading, "## by-when"; without an id, its words."""
        found = []
        for number, line in enumerate(self.lines, 1):
            if level := HEADING.match(line):
                id = HEADING_ID.search(line)
                found.append((f"{level[1]} {{#{id[1]}}}" if id else line, number))
        return found

    def calls(self) -> list[Placed]:
        """Each macro with its first argument (a term may be worded to fit its sentence)."""
        return [
            (f"{name}({first})", number)
            for number, line in enumerate(self.lines, 1)
            for name, first in CALL.findall(line)
        ]

    def links(self) -> list[Placed]:
        """Each link to another page."""
        return [
            (markdown or html, number)
            for number, line in enumerate(self.lines, 1)
            for markdown, html in LINK.findall(line)
        ]


def written(lang: Lang, house: Path = HOUSE) -> list[Doc]:
    """The pages of one language."""
    return [Doc(path, lang, house) for path in sorted((house / "docs" / lang).glob("*.md"))]


def unbuildable(macros: Sequence[str], pages: Sequence[str], house: Path = HOUSE) -> Iterator[str]:
    """What no page can be built with. `macros`: the names that may be called; `pages`: the ids of pages.yml."""
    names = {lang: {doc.name: doc for doc in written(lang, house)} for lang in LANGUAGES}
    pairs: tuple[tuple[Lang, Lang], ...] = (("ja", "en"), ("en", "ja"))
    for lang, other in pairs:
        for name in names[other].keys() - names[lang].keys():  # all that leads to it would be said besides
            yield names[other][name].slip(1, f"has no twin: write docs/{lang}/{name}.md too, or remove this page")
    for name in names["ja"].keys() - set(pages):
        yield names["ja"][name].slip(
            1, f'content/data/pages.yml has no entry "{name}": copy another one and change its id and whom it is for'
        )
    for doc in (each for lang in LANGUAGES for each in names[lang].values()):
        try:
            headings = doc.headings()
        except UnicodeDecodeError:
            yield doc.slip(*not_utf8(doc.path.read_bytes()))
            continue
        if not headings or headings[0][0] != f"# {{#{doc.name}}}":
            yield doc.slip(headings[0][1] if headings else 1, f"the first heading must be “# … {{#{doc.name}}}”")
        for call, number in doc.calls():
            name = call.partition("(")[0]
            if name not in macros:
                yield doc.slip(
                    number,
                    f"{{{{ {name} … }}}} asks for what the guide does not have: {nearest(name, sorted(macros), 'macro')}",
                )


def slips(pages: Sequence[str], blocks: Sequence[str], house: Path = HOUSE) -> Iterator[str]:
    """Everything else that is wrong with the pages. `pages`: the ids of pages.yml.

    `blocks`: the macros that need a line alone.
    """
    docs = {lang: {doc.name: doc for doc in written(lang, house) if doc.readable} for lang in LANGUAGES}
    block = re.compile(rf"{{{{\s*({'|'.join(blocks)})\(")
    for lang in LANGUAGES:
        for doc in docs[lang].values():
            yield from _alone(doc, block)
    for name in pages:
        if all(name not in docs[lang] for lang in LANGUAGES):
            yield f"content/data/pages.yml:1: [{name}]: there is no page {name}.md: write it in docs/ja and docs/en, or remove the entry"
    for name, ja in docs["ja"].items():
        if en := docs["en"].get(name):
            yield from _alike(ja, en, docs["ja"].keys() | docs["en"].keys())
    yield from _menus(docs, house)


def _alone(doc: Doc, blocks: re.Pattern[str]) -> Iterator[str]:
    """What one page must hold, whatever the other says."""
    lines = doc.lines
    end = lines.index("---", 1) if lines[:1] == ["---"] and "---" in lines[1:] else 0
    keys = {line.partition(":")[0] for line in lines[1:end] if line.partition(":")[2].strip()}
    if missing := [key for key in KEYS if key not in keys]:
        wanted = " and ".join(f"“{key}: …”" for key in missing)
        yield doc.slip(1, f"add {wanted}, each on a line of its own, between two lines of --- at the top")
    for heading, number in doc.headings():
        if "{#" not in heading:
            yield doc.slip(
                number,
                f"the heading “{heading.lstrip('# ')}” has no id: end it as the same heading of the other language, {{#like-this}}; "
                "where it is new, with a short English name in both",
            )
    for number, line in enumerate(lines, 1):
        for _, why in unwanted(line):
            yield doc.slip(number, why)
        if acts := ACTING.search(line):
            yield doc.slip(
                number,
                f"“{acts[0].strip()}” is a program's or a style's, and may not stand in a page: delete it; "
                "what a page needs of them is made in theme/",
            )
        if undone := UNDONE.search(line):
            yield doc.slip(number, f"“{undone[0]}” is left undone: write it, or leave it out")
        if MERGED.match(line):
            yield doc.slip(number, f"“{line[:7]}” is what git leaves where two people changed a line: keep one version")
        if (block := blocks.search(line)) and not (line.startswith("{{") and line.rstrip().endswith("}}")):
            yield doc.slip(
                number, f"{block[1]}(…) makes a whole block: put it alone on its line, at its very beginning"
            )


def _dead(doc: Doc, names: Set[str]) -> bool:
    """Does a link lead to a page that is not there? The build says it; sheets' pages are made there."""
    pages = (link[1:].partition("#")[0].removesuffix(".md") for link, _ in doc.links())
    return any(page not in names and not page.startswith(("sheet-", "fill-", "sheets/", "data/")) for page in pages)


def _alike(ja: Doc, en: Doc, names: Set[str]) -> Iterator[str]:
    """What must be the same in both languages: headings in their order, macros and links in any."""
    one, other = ja.headings(), en.headings()
    for (here, at), (there, place) in zip(one, other, strict=False):
        if here != there:
            yield ja.slip(
                at,
                f"here stands “{here}”, but in {en.shown}:{place} “{there}”: same headings, same ids, same order",
            )
            break
    else:
        for doc, more, than in ((ja, one[len(other) :], en), (en, other[len(one) :], ja)):
            for heading, at in more:
                yield doc.slip(at, f"the heading “{heading}” is missing in {than.shown}: add it, or remove it here")
    both = [("does not call", Doc.calls), ("has no link to", Doc.links)]
    for lacks, found in both[:1] if _dead(ja, names) or _dead(en, names) else both:
        yield from _paired((ja, _more(found(ja), found(en))), (en, _more(found(en), found(ja))), lacks)


def _more(here: Sequence[Placed], there: Sequence[Placed]) -> list[Placed]:
    """What stands here more often than there."""
    rest, more = [what for what, _ in there], []
    for what, at in here:
        if what in rest:
            rest.remove(what)
        else:
            more.append((what, at))
    return more


def _paired(one: tuple[Doc, list[Placed]], other: tuple[Doc, list[Placed]], lacks: str) -> Iterator[str]:
    """What one language has and the other lacks; said once where each has what looks like the other's, misspelt."""
    (ja, here), (en, there) = one, other
    for what, at in tuple(here):
        if close := get_close_matches(what, [each for each, _ in there], n=1, cutoff=0.8):
            twin = next(each for each in there if each[0] == close[0])
            here.remove((what, at))
            there.remove(twin)
            yield en.slip(
                twin[1],
                f"here stands {twin[0]}, but in {ja.shown}:{at} {what}: both languages have the same; correct the wrong one",
            )
    for doc, than, more in ((ja, en, here), (en, ja, there)):
        for what, at in more:
            yield doc.slip(
                at,
                f"{than.shown} {lacks} {what}, which stands here: both languages have the same; "
                "add it there, or remove it here",
            )


def _menus(docs: dict[Lang, dict[str, Doc]], house: Path) -> Iterator[str]:
    """Both menus list every page, once, in the same order."""
    navs = {lang: _nav(house / name) for lang, name in CONFIGS.items()}
    menus = {lang: list(_listed(nav)) for lang, nav in navs.items()}
    pages = docs["ja"].keys() | docs["en"].keys()  # one that stands in one language only is said already
    for lang, menu in menus.items():
        unknown = {name: line for name, line in menu if name not in pages}
        for name, line in unknown.items():
            yield f"{CONFIGS[lang]}:{line}: nav: {nearest(name, sorted(pages), 'page')}"
        for name in docs[lang].keys() - dict(menu) if not unknown else ():  # else one of them may be meant
            says = f"has no line for {name}.md: add it where a reader would look for it"
            yield f"{CONFIGS[lang]}:{navs[lang].line}: nav: {says}"
        for name, count in Counter(name for name, _ in menu).items():
            if count > 1:
                yield f"{CONFIGS[lang]}:{dict(menu)[name]}: nav: {name}.md stands twice: keep one"
    if sorted(dict(menus["ja"])) == sorted(dict(menus["en"])):
        for (one, _), (other, line) in zip(menus["ja"], menus["en"], strict=False):
            if one != other:
                says = f"{other}.md stands where {CONFIGS['ja']} has {one}.md: same pages, same order"
                yield f"{CONFIGS['en']}:{line}: nav: {says}"
                break


def _nav(path: Path) -> Node:
    """The menu of a language's settings."""
    root = read(path).root
    found = root.under("nav") if root else None
    if not found:
        raise ContentError(f"{path.name}:1: nav: is missing: the menu lists every page")
    return found[1]


def _listed(node: Node) -> Iterator[Placed]:
    if isinstance(node.value, str):
        yield node.value.removesuffix(".md"), node.line
    for each in (*(value for _, value in node.pairs), *node.items):
        yield from _listed(each)
