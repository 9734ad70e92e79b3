"""What is asked of the reader's device: to keep, to copy. Storage and clipboard are stand-ins."""

import pytest

from content.base import LANGUAGES
from content.load import load
from worksheets.catalogue import catalogue

STORE = """
  const kept = new Map();
  globalThis.localStorage = {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, text) => kept.set(key, text),
    removeItem: (key) => kept.delete(key),
  };
  const own = Teichaku.device.memory("own");
"""


def test_what_is_kept_comes_back_until_it_is_cleared(run):
    assert run(
        ["device"], f"{STORE} own.set('words'); const held = own.get(); own.clear(); return [held, own.get()];"
    ) == [
        "words",
        None,
    ]


def test_each_place_is_its_own(run):
    assert run(["device"], f"{STORE} own.set('words'); return Teichaku.device.memory('other').get();") is None


def test_where_the_browser_forbids_storage_nothing_is_kept_and_nothing_fails(run):
    forbidden = """
      Object.defineProperty(globalThis, "localStorage", { get() { throw new Error("forbidden"); } });
      const own = Teichaku.device.memory("own");
      const kept = own.set("words");
      own.clear();
      return [kept, own.get()];
    """
    assert run(["device"], forbidden) == [False, None]


def test_a_storage_without_room_says_that_nothing_is_kept(run):
    full = STORE.replace("setItem: (key, text) => kept.set(key, text)", 'setItem() { throw new Error("full"); }')
    assert run(["device"], f"{full} return own.set('words');") is False


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (["支援レポート", "2026-11", "A"], "支援レポート_2026-11_A"),
        (["Support report", "", "A.B."], "Support report_A.B"),
        (["支援レポート", "", ""], "支援レポート"),
        (['a/b\\c:d*e?f"g<h>i|j', "x"], "a b c d e f g h i j_x"),
        (["title", "..\u0000\u202egnp.exe\n "], "title_gnp.exe"),  # signs that turn a name around
        (["title", "葛󠄀 👩 𠮷"], "title_葛󠄀 👩 𠮷"),
        (["title", "x" * 90], f"title_{'x' * 60}"),
        (["title", "  .  "], "title"),
    ],
)
def test_a_files_name_is_made_of_what_every_system_takes(ask, parts, name):
    assert ask(["device"], [["device.fileName", *parts]]) == [name]


COPY = """
  const box = { value: "", hidden: true, select() { this.selected = true; } };
  const worked = await Teichaku.device.copy("words", box);
  return [worked, box.value, box.hidden, box.selected];
"""


def test_copied_words_also_stand_in_a_box_for_copying_by_hand(run):
    for works in ("resolve", "reject"):
        clipboard = f"{{ clipboard: {{ writeText: () => Promise.{works}() }} }}"
        navigator = f"Object.defineProperty(globalThis, 'navigator', {{ value: {clipboard}, configurable: true }});"
        assert run(["device"], navigator + COPY) == [works == "resolve", "words", False, True]


def test_without_a_clipboard_the_page_itself_copies(run):
    absent = """
      Object.defineProperty(globalThis, "navigator", { value: {}, configurable: true });
      globalThis.document = { execCommand: (name) => name === "copy" };
    """
    assert run(["device"], absent + COPY) == [True, "words", False, True]


def test_the_title_of_every_sheet_stands_whole_in_a_files_name(ask):
    titles = [sheet.title[lang] for sheet in catalogue(load()).values() for lang in LANGUAGES]
    named = ask(["device"], [["device.fileName", title] for title in titles])
    assert named == [" ".join(title.replace(":", " ").split()) for title in titles]
