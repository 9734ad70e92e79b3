"""The search index of one language: sections of pages, terms, accommodations, milestones, and what queries mean."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import html

from content.base import Lang, Words, nearest
from content.files import ContentError
from content.load import where
from content.models import Guide, Term
from content.wording import bracketed, listed
from search.readings import KANA, hiragana, readings

HEADINGS = {"h1", "h2", "h3", "h4"}
SILENT = {
    "small",
    "thead",
    "script",
    "style",
    "template",
    "noscript",
    "button",
    "select",
    "textarea",
    "input",
    "svg",
    "rt",
    "rp",
}
QUIET = {"headerlink", "note", "mark", "certainty"}  # small print: sources, dates, kinds
INLINE = {
    "a",
    "abbr",
    "b",
    "cite",
    "code",
    "em",
    "i",
    "mark",
    "q",
    "ruby",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "time",
    "wbr",
}
# About the guide: seldom what is asked for.
ABOUT = {
    *("sources.html", "sources-pages.html", "rules-notices.html", "rules-others.html", "rules-due.html"),
    *("differences.html", "where-it-went.html"),
}
FIRST = {"answer", "term", "milestone", "elsewhere"}  # kinds whose first line comes with the index
BEGINNING = 250  # characters of their long tables
SEEN = ".//text()[not(ancestor::script or ancestor::style or ancestor::template or ancestor::svg or ancestor::rt or ancestor::rp)]"
Entry = dict[str, str]


def sections(url: str, page: str) -> list[Entry]:
    """A page's HTML cut at its headings: [{at, title, text}], the text plain with a line a block.

    What is marked `data-search-exclude` is left out (tools, and what `facts` brings).
    """
    found: list[tuple[Entry, list[str]]] = []

    def walk(node: Any) -> None:
        if not isinstance(node.tag, str):  # a comment
            return
        quiet = QUIET.intersection((node.get("class") or "").split())
        if node.tag in SILENT or quiet or node.get("data-search-exclude") is not None:
            return
        if node.tag in HEADINGS and node.get("id"):
            words = [text for text in node.xpath(".//text()[not(ancestor::*[contains(@class, 'headerlink')])]")]
            at = f"{url}#{node.get('id')}" if found else url
            found.append(({"at": at, "title": _line("".join(words))}, []))
            return
        out = found[-1][1] if found else []
        block = node.tag not in INLINE
        out.append("\n" if block else "")
        out.append(node.text or "")
        for child in node:
            walk(child)
            (found[-1][1] if found else out).append(child.tail or "")
        (found[-1][1] if found else out).append("\n" if block else "")

    walk(html.fragment_fromstring(page, create_parent="div"))
    for entry, words in found:
        lines = (_line(line) for line in "".join(words).split("\n"))
        entry["text"] = "\n".join(line for line in lines if line)
        if url.startswith("sheet-") and entry["at"] == url:
            entry["kind"] = "sheet"
        if url in ABOUT:
            entry["kind"] = "about"
            entry["text"] = entry["text"][:BEGINNING]
    return [entry for entry, _ in found if not entry["at"].endswith("#next")]  # links to other pages say nothing new


def visible(page: str) -> str:
    """All that a reader sees of a page's HTML, also what `sections` leaves out."""
    return _plain(" ".join(html.fragment_fromstring(page, create_parent="div").xpath(SEEN)))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", _line(text)).lower()


def _names(term: Term, lang: Lang) -> list[str]:
    """What the guide calls it: its name, what stands in brackets with it, its other names."""
    return [name.strip() for name in re.split(r"[()（）]", term.name[lang]) if name.strip()] + list(term.also[lang])


def _holds(text: str, name: str) -> bool:
    """Does plain text hold the name, an English one also as one or many of it?"""
    name = _plain(name)
    if not re.match("[a-z]", name):
        return name in text
    one = re.sub(r"(?<=ch)es$|(?<!s)s$", "", name)
    return one in text and re.search(rf"(?<![a-z]){re.escape(one)}(?:e?s)?(?![a-z])", text) is not None


def _line(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def facts(guide: Guide, lang: Lang) -> Iterator[Entry]:
    """What pages show from data, one entry each: terms, accommodations (an address with the pages of all their disabilities), milestones."""
    for term in guide.terms:
        yield {
            "at": f"terms.html#{term.id}",
            "title": term.name[lang],
            "text": term.definition[lang],
            "kind": "term",
        }  # its other names are in `groups`
    names = {each.id: each.name[lang] for each in guide.disabilities}
    for entry in guide.accommodations:
        choices = [choice.name[lang] for choice in guide.vocabularies["needs"] if choice.id in entry.needs]
        yield {
            "at": " ".join(f"disability-{id}.html" for id in entry.placed) + f"#accommodation-{entry.id}",
            "title": entry.title[lang],
            "text": entry.how[lang],  # what to check afterwards is seldom what is asked for
            "kind": "accommodation",
            "words": " / ".join((*choices, *(names[id] for id in entry.placed))),
        }
    for topic, answers in guide.answers.items():
        for answer in answers:
            yield {
                "at": f"{topic}.html#answer-{answer.id}",
                "title": answer.question[lang],
                "text": "\n".join(
                    (answer.lines[0][lang], answer.first_step[lang], *(e[lang] for e in answer.lines[1:]))
                ),
                "kind": "answer",
            }  # its other words are in `groups`
    desks = {each.id: each.name[lang] for each in guide.organisations} | {
        each.id: each.name[lang] for each in guide.desks
    }
    for each in guide.elsewhere:
        yield {
            "at": f"not-covered.html#not-{each.id}",
            "title": each.matter[lang],
            "text": guide.ui["elsewhere"]["said"][lang].format(titles=listed([desks[id] for id in each.ask], lang)),
            "kind": "elsewhere",
        }
    for route in guide.routes:
        page = "scheme.html" if route.id == "standard" else "newer-routes.html"
        for rule in route.rules:
            if rule.counts is not None and rule.counts.kind == "service":
                continue  # from its first to its last day, which have rules of their own: no page tells it
            yield {
                "at": f"{page}#{route.id}-{rule.id}",
                "title": rule.name[lang] + bracketed(route.name[lang], lang),
                "text": rule.rule[lang],
                "kind": "milestone",
            }


def groups(guide: Guide, lang: Lang, entries: list[Entry]) -> str:
    """Words that lead to the same thing, "word|word" a line: those of a term, and those of search-words.yml, these with
    the places of the entries that answer after a tab. After "=" stand ways to ask one question, which mean nothing else.

    Everyday words of the other language are left to its own index, which is asked where this one has no answer.
    Raises ContentError where an answer is none of the `entries`.
    """
    terms = [
        [
            each
            for side in ("ja", "en")
            for each in (term.name[side], *term.also[side], *(term.asked_as[side] if side == lang else ()))
        ]
        for term in guide.terms
    ]
    lines = ["|".join(dict.fromkeys(group)) for group in terms if len(set(group)) > 1]
    places = {entry["at"].replace(".html", ""): str(place) for place, entry in enumerate(entries)}
    if unknown := [
        where("search-words", ("groups", number, "at", place), nearest(at, sorted(places), "page or heading"))
        for number, group in enumerate(guide.search_words.groups)
        for place, at in enumerate(group.at)
        if at not in places
    ]:
        raise ContentError("\n".join(unknown))
    for group in guide.search_words.groups:
        words = dict.fromkeys(group[lang])
        lines.append("|".join(words) + (f"\t{' '.join(places[at] for at in group.at)}" if group.at else ""))
    for at, asked in asked_as(guide):
        lines.append(f"={'|'.join(dict.fromkeys(asked[lang]))}\t{places[at]}")
    return "\n".join(lines)


def asked_as(guide: Guide) -> Iterator[tuple[str, Words]]:
    """The places of answers, and of what stands elsewhere, with how people ask for them."""
    for topic, answers in guide.answers.items():
        for answer in answers:
            yield f"{topic}#answer-{answer.id}", answer.asked_as
    for each in guide.elsewhere:
        yield f"not-covered#not-{each.id}", each.asked_as


def index(guide: Guide, lang: Lang, pages: Mapping[str, str]) -> dict[str, Any]:
    """Everything that the browser needs; `pages`: HTML by address."""
    entries = [*(entry for url, page in pages.items() for entry in sections(url, page)), *facts(guide, lang)]
    beside(guide, lang, pages, entries)
    texts = [f"{entry['title']}\n{entry['text']}" for entry in entries]
    return {
        "groups": groups(guide, lang, entries),
        "readings": packed(readings(texts, guide.readings_by_word), entries) if lang == "ja" else spoken(guide),
        "entries": columns(entries),
        "pass": [word for words in (guide.search_words.passed.ja, guide.search_words.passed.en) for word in words],
        "kinds": guide.ui.group("search", "kinds", lang),
        "other": {"folder": "en/" if lang == "ja" else "../", "label": guide.ui["search"]["other"][lang]},
    }


def parted(made: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """An index as what is needed to find anything at all, and the texts that come after: the rest of each entry's.

    The first lines of answers and the short texts (terms, dates) stay: they are shown with the first results.
    """
    rows = list(zip(made["entries"]["kind"], made["entries"]["text"], strict=True))
    first = [text.partition("\n")[0] if kind in FIRST else "" for kind, text in rows]
    rest = [text.removeprefix(begun).removeprefix("\n") for begun, (_, text) in zip(first, rows, strict=True)]
    return {**made, "entries": {**made["entries"], "text": first}}, {"text": rest}


def columns(entries: list[Entry]) -> dict[str, list[str]]:
    """The entries column by column, which packs better; an address on the page of the entry before is "#id" alone."""
    found = {key: [entry.get(key, "") for entry in entries] for key in ("at", "title", "text", "kind", "words")}
    pages = [at.partition("#")[0] for at in found["at"]]
    found["at"] = [
        at.removeprefix(page) if "#" in at and page == before else at
        for at, page, before in zip(found["at"], pages, ["", *pages], strict=False)
    ]
    return found


def beside(guide: Guide, lang: Lang, pages: Mapping[str, str], entries: list[Entry]) -> None:
    """Give each page the names of terms that it shows outside its indexed text (tables, foot): a term finds all its pages."""
    indexed: dict[str, str] = {}
    for entry in entries:
        url = entry["at"].partition("#")[0]
        indexed[url] = f"{indexed.get(url, '')}\n{_plain(entry['title'])}\n{_plain(entry['text'])}"
    names = [name for term in guide.terms for name in _names(term, lang)]
    whole = {entry["at"]: entry for entry in entries if "#" not in entry["at"]}
    for url, page in pages.items():
        text = visible(page)
        missing = [name for name in names if _holds(text, name) and not _holds(indexed[url], name)]
        if missing:
            whole[url]["words"] = " / ".join(missing)


def spoken(guide: Guide) -> str:
    """The readings of terms alone, in the same form: who reads English knows them by ear."""
    return "\n".join(
        f"{hiragana(term.reading)} {term.name.ja}" for term in guide.terms if KANA.fullmatch(hiragana(term.reading))
    )


def packed(read: Mapping[str, list[str]], entries: list[Entry]) -> str:
    """Readings as lines "reading word word", of words that a title or more than two dozen texts hold: the others cost more than they find."""
    titles = "\n".join(entry["title"] for entry in entries)
    texts = [entry["text"] for entry in entries]
    whole = "\n".join(texts)  # counted first: most words are rare

    def useful(word: str) -> bool:
        return word in titles or (whole.count(word) > 24 and sum(word in text for text in texts) > 24)

    lines = {reading: [word for word in words if useful(word)] for reading, words in read.items()}
    return "\n".join(" ".join((reading, *words)) for reading, words in lines.items() if words)
