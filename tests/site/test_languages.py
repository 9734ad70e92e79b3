"""Both languages are the same house: pages, headings, macros, links; and each marks the other's words."""

import re

import pytest
import yaml

from conftest import DOCS, NAMES, ROOT, article
from content.load import load

MACRO = re.compile(r"{{\s*(\w+)\(([^}]*)\)\s*}}")
HEADING = re.compile(r"^(#{1,3}) .*?\{#([a-z0-9-]+)\}$", re.M)
ANY_HEADING = re.compile(r"^#{1,6} .*$", re.M)
LINK = re.compile(r"\]\((/[^)]+)\)|href=\"(/[^\"]+)\"")
JAPANESE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]")
ENGLISH = re.compile(r"[A-Za-z][A-Za-z'’-]+(?:[ ,]+[A-Za-z][A-Za-z'’-]*){2,}")


def words(lang: str, name: str) -> str:
    return str((DOCS[lang] / f"{name}.md").read_text("utf-8"))


def calls(text: str) -> list[tuple[str, str]]:
    """Macro calls with their first argument (a term may be worded to fit its sentence)."""
    return [(macro, args.split(",")[0].strip()) for macro, args in MACRO.findall(text)]


def test_both_languages_have_the_same_pages():
    assert sorted(path.stem for path in DOCS["en"].glob("*.md")) == NAMES


def test_a_page_has_the_same_headings_in_both_languages(name):
    ja, en = words("ja", name), words("en", name)
    assert HEADING.findall(ja) == HEADING.findall(en)
    assert HEADING.findall(ja)[0] == ("#", name)


def test_every_heading_has_its_own_id(name, lang):
    text = words(lang, name)
    assert len(ANY_HEADING.findall(text)) == len(HEADING.findall(text))


def test_a_page_calls_the_same_macros_in_both_languages(name):
    assert sorted(calls(words("ja", name))) == sorted(calls(words("en", name)))


def test_a_page_links_to_the_same_places_in_both_languages(name):
    assert sorted(LINK.findall(words("ja", name))) == sorted(LINK.findall(words("en", name)))


def test_both_menus_list_the_same_pages_in_the_same_order():
    class Loader(yaml.SafeLoader):
        pass

    Loader.add_constructor("!ENV", lambda loader, node: None)
    menus = [yaml.load((ROOT / config).read_text("utf-8"), Loader)["nav"] for config in ("mkdocs.yml", "mkdocs.en.yml")]

    def pages(menu):
        return [
            pages(entry) if isinstance(entry, list) else entry
            for group in menu
            for entry in (group.values() if isinstance(group, dict) else [group])
        ]

    assert pages(menus[0]) == pages(menus[1])


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
