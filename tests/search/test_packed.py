"""The index as a script: two bytes a letter, nothing lost, nothing run."""

import json
import random
import subprocess

import pytest

from conftest import ROOT
from search.engine import PARTS, path
from search.packed import read, script

HOSTILE = "`${alert(1)}` \\u0041 \\ \" </script> ${'`'} 就労 ﾃｲﾁｬｸ 𠮷 👩‍💼 é ß \u00a0\u0600\n\t"


def in_the_browser(text: str) -> dict:
    """What the engine makes of a script."""
    run = f"""
      {"".join(f"await import({json.dumps(str(path(part)))});" for part in PARTS)}
      const {{ inSlices, unpacked }} = Teichaku.search;
      Teichaku.index = async (...packed) => process.stdout.write(JSON.stringify(await inSlices(unpacked(...packed))));
      {text}
    """
    command = ["node", "--input-type=module", "-e", run]
    return dict(json.loads(subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout))


def test_what_is_packed_comes_out_again_here_and_in_the_browser():
    made = {"entries": {"title": [HOSTILE, "定着支援"], "text": ["", HOSTILE * 3]}, "groups": HOSTILE}
    assert read(script(made)) == made
    assert in_the_browser(script(made)) == made


def test_any_letters_come_out_again():
    dice = random.Random(3)
    letters = [chr(code) for code in range(1, 0xD800)] + [chr(code) for code in range(0xE000, 0x11000)]
    for _ in range(20):
        made = {"text": "".join(dice.choices(letters, k=400))}
        assert read(script(made)) == made


def test_no_letter_takes_three_bytes():
    packed = script({"text": "就労定着支援のてびき" * 9}).split("String.raw`")[1]
    assert all(len(letter.encode()) < 3 for letter in packed)


def test_what_is_mostly_latin_is_left_as_it_is():
    made = {"text": ["employment retention support" * 9, HOSTILE]}
    packed = script(made)
    assert packed.startswith('Teichaku.index("", ')
    assert read(packed) == in_the_browser(packed) == made


def test_more_letters_than_fit_are_refused():
    with pytest.raises(ValueError, match="different letters"):
        script({"text": "".join(map(chr, range(0x4E00, 0x5800)))})
