"""Words of the interface: whatever asks for one finds it, and each is asked for somewhere."""

import re

import pytest
from jinja2 import nodes

from calling import arguments
from conftest import ROOT
from content.base import LANGUAGES, Words
from content.files import HOUSE, ContentError, read
from content.load import load
from content.models import SearchWords
from content.office import VARIABLE
from macros import BLOCKS, INLINE, sheet_page
from macros.aids import aids
from macros.dates import date_words
from macros.foot import foot
from macros.office import with_notes
from macros.render import ENVIRONMENT, render
from macros.short import short
from publish import paper
from publish.overlay import STARTER
from search.index import index
from worksheets.catalogue import catalogue, file_name, languages
from worksheets.writer.document import document_bytes

GUIDE = load()
UI = GUIDE.ui.root
ROOMS = {"site", "dates", "grounds", "paper", "search", "worksheets"}  # families without a template of their own
TEMPLATES = {path.name.removesuffix(".html.j2") for path in (ROOT / "macros").glob("*.html.j2")}
SCRIPTS = "".join(path.read_text("utf-8") for path in (ROOT / "theme/js").glob("*.js"))
PAGES = "".join(path.read_text("utf-8") for path in (ROOT / "theme").rglob("*.html"))
CONFIGURATION = (ROOT / "mkdocs.yml").read_text("utf-8")
HOOKS = "".join(path.read_text("utf-8") for path in (ROOT / "theme/hooks").glob("*.py"))


def every():
    """Each word as its keys: ("calculator", "spoken", "open")."""
    for family, entries in UI.items():
        for key, entry in entries.items():
            yield from ((family, key, each) for each in entry) if isinstance(entry, dict) else ((family, key),)


def test_every_family_of_words_belongs_to_a_template_or_a_room():
    for family in UI:
        assert family in TEMPLATES | ROOMS, f"content/data/ui.yml: {family}: no macros/{family}.html.j2 shows it"
    for family in TEMPLATES | ROOMS:
        assert family in UI, f"content/data/ui.yml: {family}: is missing: add the words of macros/{family}.html.j2"


def test_a_template_whose_words_are_missing_says_so():
    with pytest.raises(ContentError, match=r'ui\.yml: there is no "never": add the words of macros/never\.html\.j2'):
        render(GUIDE, "ja", "never")


@pytest.mark.parametrize("family", sorted(TEMPLATES))
def test_every_word_that_a_template_names_is_there(family):
    source = (ROOT / f"macros/{family}.html.j2").read_text("utf-8")
    for node in ENVIRONMENT.parse(source).find_all(nodes.Getattr):
        if isinstance(node.node, nodes.Name) and node.node.name == "ui":
            assert node.attr in UI[family], f"macros/{family}.html.j2:{node.lineno}: ui.yml has no {family}.{node.attr}"
            assert not hasattr(dict, node.attr), (
                f"macros/{family}.html.j2:{node.lineno}: {node.attr}: call it otherwise"
            )


def test_every_word_that_a_script_says_is_there():
    handed = {key for entries in UI.values() for key in entries.get("spoken", ())}
    said = set(re.findall(r"\bspoken\.(\w+)", SCRIPTS))
    assert said
    assert said <= handed


def test_every_word_that_the_theme_shows_is_there():
    shown = set(re.findall(r"\bextra\.words\.(\w+)", PAGES))
    assert shown
    assert shown <= set(UI["site"])


class Recorded(dict):
    """Words that remember which were asked for; in a template's `group`, all are once it's walked."""

    def __init__(self, path, entries, seen, group=False):
        nested = {
            key: Recorded((*path, key), each, seen, group=True) if isinstance(each, dict) else each
            for key, each in entries.items()
        }
        super().__init__(nested)
        self.path, self.seen, self.group = path, seen, group

    def __getitem__(self, key):
        self.seen.add((*self.path, key))
        return super().__getitem__(key)

    def items(self):
        if self.group:
            self.seen.update((*self.path, key) for key in self)
        return super().items()


class Listening:
    """The interface, which remembers what was asked for."""

    def __init__(self):
        self.seen = set()
        self.asked = {name: Recorded((name,), entries, self.seen) for name, entries in UI.items()}

    def __contains__(self, family):
        return family in self.asked

    def __getitem__(self, family):
        return self.asked[family]

    family = __getitem__

    def group(self, family, name, lang):
        group = GUIDE.ui.group(family, name, lang)
        return Recorded((family, name), group, self.seen)


@pytest.mark.slow
def test_every_word_is_shown_somewhere(monkeypatch):
    monkeypatch.setenv(VARIABLE, str(STARTER))
    files = [file_name(sheet, langs) for sheet in catalogue(GUIDE).values() for langs in languages(sheet)]
    monkeypatch.setitem(sheet_page.__globals__, "beside", lambda: {name.replace(".docx", ".pdf"): 1 for name in files})
    ui = Listening()
    guide = GUIDE.model_copy(update={"ui": ui, "search_words": SearchWords(passed=Words(), groups=())})
    for lang in LANGUAGES:
        for macro in (*BLOCKS, *INLINE):
            for args in arguments(macro):
                macro(guide, lang, *args)
        foot(guide, lang, "start", 'href="#term-consent"')
        aids(guide, lang, "start")
        short(guide, lang, "start")
        with_notes(guide, lang, "applying", "# Title\n")
        paper.cover(guide, lang, "", "")
        paper._contents(guide, lang, {}, {})
        paper.on_a4(guide, lang)
        paper.on_a5(guide, lang, "")
        date_words(guide, lang)
    index(guide, "en", {})
    for sheet in catalogue(guide).values():
        document_bytes(guide, languages(sheet)[-1], sheet)
    shown = ui.seen | {("site", key) for key in re.findall(r"\bextra\.words\.(\w+)", PAGES)}
    ends = tuple(re.findall(r"`\$\{\w+\}(\w+)`", SCRIPTS))  # of keys that scripts put together
    refused = {each.why for each in GUIDE.typed_days.refused}  # why a text is no day
    unasked, file = [], read(HOUSE / "content/data/ui.yml")
    for path in every():
        *_, group, key = path
        said = re.search(rf"[.\"'\[]{key}\b|\b{key}:", SCRIPTS) or key.endswith(ends) or key in refused
        by_hook = re.search(rf"\[[\"']{key}[\"']\]", HOOKS) or f"scheme: {key}\n" in CONFIGURATION
        if path not in shown and not (group in ("spoken", "kinds") and said) and not by_hook:
            unasked.append(file.slip(path, "nothing shows it: delete it"))
    assert not unasked, "\n".join(unasked)
