"""One small style sheet for the screen, one for print, one for each kind of tool: the theme's rules that a page can meet,
then our own.

The theme brings rules for everything it can do; the pages of this site use half of them. Which a page can meet is read
off the built pages and the scripts, so that a new page or a new version of the theme needs no list kept by hand.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import tinycss2
from tinycss2.ast import Node, QualifiedRule

from content.files import ContentError
from content.lean import TOKEN

OURS, PRINT = "css/site.css", "css/print.css"
FEATURES = "/* features */"  # before the styles of these (theme/hooks/assets.py)
THEMES = "assets/stylesheets"
LINKS = re.compile(rf'<link rel="stylesheet" href="([^"]*?)({THEMES}/[^"]+|{re.escape(OURS)})">\s*')
TAG = re.compile(r"<([a-z][\w-]*)([^>]*)")
ATTRIBUTE = re.compile(r'([a-z][\w-]*)(?:="([^"]*)")?')
WORD = re.compile(r"[A-Za-z][\w-]*")
SET = re.compile(r"\b(dataset|aria)\.?([A-Z]?[a-z]\w*)")  # attributes that a script sets by their names in code
STATE = re.compile(r"\bmd-[a-z][\w-]*")  # what the theme's script may put on an element
# Features of the theme that its script knows and no page of this site switches on.
OFF = re.compile(r"md-(annotation|code|source|status|tags?|tooltip2?|version)(?![a-z])")
CHOICES = ("is", "where", "-webkit-any", "-moz-any")  # functions of which one selector is enough
OWN = re.compile(
    r'<script src="[^"]*?js/(page-\w+)\.js" defer>'
)  # what all pages load, then the kind's (publish/scripts.py)
LARGE = 30_000  # bytes of a script: a tool, whose styles are worth a request
USED = re.compile(r"var\(\s*(--[\w-]+)")


@dataclass(frozen=True)
class Met:
    """What pages and scripts hold that a selector can ask for: names of elements, classes, ids and attributes; values.

    A script may give an attribute by a word of its code (`hidden`), a class or an id only by a text.
    """

    given: frozenset[str]
    names: frozenset[str]
    values: frozenset[str]
    scripts: str

    @classmethod
    def of(cls, site: Path, pages: Iterable[Path] | None = None, without: Container[str] = ()) -> Met:
        """Read off the pages and scripts of a built site: all, or some, `without` the scripts that these don't load."""
        names, values = {"root", "html"}, set[str]()
        for page in pages or site.rglob("*.html"):
            for tag, rest in TAG.findall(page.read_text("utf-8")):
                names.add(tag)
                for name, value in ATTRIBUTE.findall(rest):
                    names.add(name)
                    (names if name in ("class", "id") else values).update(value.split())
        own = "\n".join(path.read_text("utf-8") for path in sorted(site.glob("js/*.js")) if path.name not in without)
        themes = "\n".join(path.read_text("utf-8") for path in sorted(site.glob("assets/javascripts/*.js")))
        states = {state for state in STATE.findall(themes) if not OFF.match(state)}
        words = {*WORD.findall(own), *(_attribute_of(prefix, name) for prefix, name in SET.findall(own))}
        texts = _texts(own)
        return cls(
            frozenset(names | states | texts),
            frozenset(names | states | words),
            frozenset(values | words),
            own + themes,
        )

    def selector(self, tokens: Iterable[Node]) -> bool:
        """May one selector match?"""
        before = ""
        for token in tokens:
            match token.type:
                case "ident" if before != ":":
                    if token.value not in (self.given if before == "." else self.names):
                        return False
                case "hash" if token.value not in self.given:
                    return False
                case "[] block" if not self._attribute([each for each in token.content if each.type != "whitespace"]):
                    return False
                case "function" if token.lower_name in CHOICES:
                    if not any(self.selector(choice) for choice in choices(token.arguments)):
                        return False
                case _:
                    pass
            before = token.value if token.type == "literal" else ""
        return True

    def _attribute(self, tokens: list[Node]) -> bool:
        if tokens[0].value not in self.names:
            return False
        # Colours that nobody can choose here; writing from right to left, which no language of the site has.
        themes = tokens[0].value.startswith("data-md-color-") or tokens[0].value == "dir"
        return not themes or len(tokens) < 3 or tokens[-1].value in self.values


@dataclass(frozen=True)
class Beyond:
    """What a kind of page can meet that most pages cannot."""

    kind: Met
    most: Met

    def selector(self, tokens: Iterable[Node]) -> bool:
        """May one selector match on a page of the kind alone?"""
        held = list(tokens)
        return self.kind.selector(held) and not self.most.selector(held)


def _attribute_of(prefix: str, name: str) -> str:
    """`dataset.sheetForm` is data-sheet-form, `ariaPressed` aria-pressed."""
    if prefix == "aria":
        return f"aria-{name.lower()}"
    return "data-" + re.sub(r"[A-Z]", lambda letter: f"-{letter[0].lower()}", name)


def choices(tokens: Iterable[Node]) -> list[list[Node]]:
    """Selectors between commas."""
    found: list[list[Node]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == ",":
            found.append([])
        else:
            found[-1].append(token)
    return found


def rules(tokens: object, met: Met | Beyond) -> Iterator[tuple[str, str]]:
    """Each rule that can be met, with the medium it is for: "print" or "screen" (also what is for both)."""
    for rule in tinycss2.parse_rule_list(tokens, skip_comments=True, skip_whitespace=True):
        if rule.type == "error":
            raise ContentError(f"A style sheet can't be read, line {rule.source_line}: {rule.message}")
        if rule.type == "qualified-rule":
            if written := _rule(rule, met):
                yield "screen", written
        elif rule.lower_at_keyword in ("media", "supports", "container"):
            asked = tinycss2.serialize(rule.prelude).strip()
            inner = list(rules(rule.content, met))
            if asked == "print":
                yield from (("print", text) for _, text in inner)
            elif inner:
                yield "screen", f"@{rule.at_keyword} {asked}{{{''.join(text for _, text in inner)}}}"
        else:
            yield "screen", rule.serialize()


def _rule(rule: QualifiedRule, met: Met | Beyond) -> str:
    kept = [tinycss2.serialize(each).strip() for each in choices(rule.prelude) if met.selector(each)]
    if not kept:
        return ""
    declared = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    if any(each.type in ("error", "qualified-rule") for each in declared):
        return f"{','.join(kept)}{{{tinycss2.serialize(rule.content)}}}"
    return f"{','.join(kept)}{{{';'.join(_declaration(each) for each in declared)}}}"


def _declaration(declared: Node) -> str:
    if declared.type == "at-rule":
        return str(declared.serialize())
    value = re.sub(r"\s+", " ", tinycss2.serialize(declared.value)).strip()
    return f"{declared.name}:{value}{'!important' if declared.important else ''}"


def without_idle_names(css: str, scripts: str) -> str:
    """Leave out custom properties that no rule and no script reads, until none is left."""
    while True:
        read = {*USED.findall(css), *re.findall(r"--[\w-]+", scripts)}
        idle = {name for name in re.findall(r"[{;](--[\w-]+):", css) if name not in read}
        if not idle:
            return css
        # A value ends at ; or }, unless it stands within quotation marks or brackets.
        value = r"""(?:"[^"]*"|'[^']*'|\((?:[^()"']|"[^"]*"|'[^']*')*\)|[^;}"'(])*"""
        css = re.sub(rf"(?<=[{{;])(?:{'|'.join(map(re.escape, sorted(idle)))}):{value};?", "", css)


def join(site: Path) -> None:
    """Put the site's styles into one file for the screen and one for print, and let every page load these.

    What of our features only some kinds of pages can meet comes with these alone, in a file of their own.
    """
    page = (site / "index.html").read_text("utf-8")
    kinds = _kinds(site)
    scripts = _of_tools(site, {f"{kind.stem}.js" for kind in kinds})
    most = Met.of(
        site, [path for path in site.rglob("*.html") if not any(path in of for of in kinds.values())], scripts
    )
    met = Met.of(site)
    parts = {"screen": "", "print": ""}
    for sheet in [site / path for _, path in LINKS.findall(page)]:
        base, _, features = sheet.read_text("utf-8").partition(FEATURES)
        for medium, text in rules(base, met):
            parts[medium] += text
        parts["screen"] += "".join(text for medium, text in rules(features, most) if medium == "screen")
        parts["print"] += "".join(text for medium, text in rules(features, met) if medium == "print")
        for kind, pages in kinds.items() if features else ():
            beyond = Beyond(Met.of(site, pages, scripts - _of_tools(site, {f"{kind.stem}.js"})), most)
            own = "".join(text for medium, text in rules(features, beyond) if medium == "screen")
            kind.write_text(f'@charset "utf-8";{own}\n', "utf-8")
    parts["kinds"] = "".join(kind.read_text("utf-8") for kind in kinds)
    apart = "/* apart */"
    both = without_idle_names(apart.join((parts["screen"], parts["print"], parts["kinds"])), met.scripts)
    parts["screen"], parts["print"], _ = both.split(apart)
    for name, medium in ((OURS, "screen"), (PRINT, "print")):
        (site / name).write_text(f'@charset "utf-8";{parts[medium]}\n', "utf-8")
    for path in sorted((site / THEMES).rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    (site / THEMES).rmdir()
    for path in site.rglob("*.html"):
        own = next((f"css/{kind.name}" for kind, pages in kinds.items() if path in pages), "")
        path.write_text(_linked(path.read_text("utf-8"), own), "utf-8")


def _texts(script: str) -> set[str]:
    return {word for token in TOKEN.finditer(script) for word in WORD.findall(token[1] or "")}


def _of_tools(site: Path, own: set[str]) -> set[str]:
    """The scripts of tools: their own, and those that these alone ask for later, by name."""
    asked = _texts("\n".join((site / f"js/{name}").read_text("utf-8") for name in sorted(own)))
    front = (site / "index.html").read_text("utf-8")
    later = [path for path in (site / "js").glob("*.js") if f"js/{path.name}" not in front]
    return own | {path.name for path in later if path.stem in asked}


def _kinds(site: Path) -> dict[Path, list[Path]]:
    """The style sheet of each kind of page that is worth one, and the pages: a kind has a large script of its own."""
    kinds = dict[Path, list[Path]]()
    for page in sorted(site.rglob("*.html")):
        asked = OWN.findall(page.read_text("utf-8"))
        if len(asked) > 1 and (site / f"js/{asked[-1]}.js").stat().st_size > LARGE:
            kinds.setdefault(site / f"css/{asked[-1]}.css", []).append(page)
    return kinds


def _linked(html: str, own: str) -> str:
    first = LINKS.search(html)
    if not first:
        return html
    sheets = [(OURS, ""), *([(own, "")] if own else []), (PRINT, ' media="print"')]
    links = "".join(f'<link rel="stylesheet" href="{first[1]}{name}"{medium}>\n' for name, medium in sheets)
    return LINKS.sub("", html[: first.start()]) + links + LINKS.sub("", html[first.start() :])
