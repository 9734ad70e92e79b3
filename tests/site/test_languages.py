"""Each language marks the other's words, for who hears a page read aloud."""

import re

import pytest

from conftest import article
from content.load import load

JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]")
ENGLISH = re.compile(r"[A-Za-z][A-Za-z'’-]+(?:[ ,]+[A-Za-z][A-Za-z'’-]*){2,}")


def runs(element, pattern, lang):
    """Runs of text that match and stand in no element marked with that language."""
    for node in element.iter():
        if not isinstance(node.tag, str) or node.tag in ("script", "style", "code", "svg"):
            continue
        own = [(node, node.text or "")] + [(node, child.tail or "") for child in node]
        for holder, text in own:
            marked = next((up.get("lang") for up in [holder, *holder.iterancestors()] if up.get("lang")), None)
            if marked != lang:
                yield from pattern.findall(text)


def test_japanese_on_an_english_page_is_marked_as_japanese(name):
    assert list(runs(article("en", name), JAPANESE, "ja")) == []


def names_in_english() -> str:
    """Names that may stand in English on a Japanese page: terms and sources as the data spells them."""
    guide = load()
    return "\n".join(
        [term.name.en for term in guide.terms]
        + [source.title.ja for source in guide.sources]
        + ["CC BY", "Material for MkDocs"]
    )


def test_english_on_a_japanese_page_is_marked_as_english(name):
    known = names_in_english()
    found = [run for run in runs(article("ja", name), ENGLISH, "en") if run.strip() not in known and "http" not in run]
    assert found == []


@pytest.mark.parametrize("name", ["index", "start", "about"])
def test_a_page_says_its_language(name, lang):
    assert article(lang, name).getroottree().getroot().get("lang") == lang
