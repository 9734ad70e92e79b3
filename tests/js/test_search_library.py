"""The index made ready to be asked: entries on their pages, phrases of the vocabulary; in slices that hold nothing up."""

import json
import subprocess
from typing import Any

from conftest import ROOT
from search.engine import PARTS, path

INDEX = {
    "entries": {
        "at": ["plan.html", "#goals", "a.html b.html#accommodation-breaks"],
        "title": ["Plans", "Goals", "Breaks"],
        "text": ["One\nTwo", "Three", "Four"],
        "kind": ["", "", "accommodation"],
        "words": ["", "", "tired"],
    },
    "groups": "仕事を辞めたい|退職\t2 0\nbreak|rest for a while",
    "readings": "きゅうけい 休憩",
    "pass": ["a", "for"],
    "kinds": {"sheet": "sheet"},
    "other": {"folder": "en/", "label": "English"},
}


def run(script: str) -> Any:
    """What a script prints in Node, with the engine and INDEX."""
    scripts = "".join(f"await import({json.dumps(str(path(part)))});" for part in PARTS)
    whole = f"{scripts} const search = Teichaku.search; const index = {json.dumps(INDEX)}; {script}"
    done = subprocess.run(
        ["node", "--input-type=module", "-e", whole], capture_output=True, text=True, check=True, cwd=ROOT
    )
    return json.loads(done.stdout)


def library() -> dict[str, Any]:
    return dict(
        run("""
          const library = await search.inSlices(search.gathered(index));
          const { entries, pages } = library;
          const phrases = search.everyPhrase(library);
          const parted = phrases.map((phrase) => [phrase, search.several(library, phrase)]);
          const inflected = phrases.map((phrase) => [phrase, search.inflected(library, phrase)]);
          const readings = [...search.byReading(library)];
          const made = { entries, held: search.holding(library, "退職"), pages: [...pages.keys()], phrases, parted, inflected, readings };
          process.stdout.write(JSON.stringify(made));
        """)
    )


def test_an_entry_knows_the_pages_that_show_it():
    made = library()
    assert [entry["at"] for entry in made["entries"]] == ["plan.html", "plan.html#goals", "a.html#accommodation-breaks"]
    assert made["entries"][2]["shownOn"] == ["a.html", "b.html"]
    assert made["entries"][0]["name"] == "plan"
    assert made["pages"] == ["plan.html"]


def test_what_answers_a_word_is_worth_less_the_later_it_is_named():
    [group] = library()["held"]
    first, second = group["answers"]
    assert (first["entry"], second["entry"]) == (2, 0)
    assert first["worth"] > second["worth"]


def test_phrases_are_known_by_their_words_and_stems():
    made = library()
    assert made["phrases"] == ["rest for a whil", "仕事を辞めたい", "break", "退職"]
    parted = {phrase: words for phrase, words in made["parted"] if words}
    assert parted == {"rest for a whil": [" rest ", " whil "], "仕事を辞めたい": ["仕事", "辞めた"]}
    assert {phrase: stem for phrase, stem in made["inflected"] if stem} == {"仕事を辞めたい": "仕事辞め"}


def test_a_reading_leads_to_its_words():
    assert library()["readings"] == [["きゅうけい", ["休憩"]]]


def test_work_is_done_in_slices_that_let_other_things_happen():
    turns = run("""
      let turns = 0;
      let working = true;
      (function tick() { turns += 1; if (working) setTimeout(tick); })();
      function* work() {
        for (let step = 0; step < 30; step++) {
          const since = performance.now();
          while (performance.now() - since < 3);
          yield;
        }
        return "done";
      }
      const came = await search.inSlices(work());
      working = false;
      process.stdout.write(JSON.stringify([came, turns]));
    """)
    assert turns[0] == "done"
    assert turns[1] >= 8  # 90 ms of work in slices of 8
