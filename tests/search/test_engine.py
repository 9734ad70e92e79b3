"""The engine's parts, joined into the scripts that are served."""

import subprocess

import pytest

from search.engine import COMMENT, PARTS, SCRIPTS, path, scripts


def test_every_part_is_in_the_engine_once():
    assert sorted(path(part) for part in PARTS) == sorted(SCRIPTS.glob("search-*.js"))


@pytest.mark.parametrize(
    ("written", "served"),
    [
        ("  // why\n  act();\n", "  act();\n"),
        ("/** What it does.\n * @param {string} word */\nfunction act(word) {}\n", "function act(word) {}\n"),
        ("  act(); // why\n", "  act(); // why\n"),
        (
            "  /** @type {Map<string, string>} */ (made).get(word);\n",
            "  /** @type {Map<string, string>} */ (made).get(word);\n",
        ),
        ("  /* one */ act(); /* two */\n", "  /* one */ act(); /* two */\n"),
        ("  const address = 'https://example.org/*'; // */\n", "  const address = 'https://example.org/*'; // */\n"),
    ],
)
def test_only_comments_with_lines_of_their_own_stay_at_home(written, served):
    assert COMMENT.sub("", written) == served


@pytest.mark.parametrize("name", scripts())
def test_what_is_served_is_a_script(name, tmp_path):
    script = tmp_path / f"{name}.js"
    script.write_text(scripts()[name], "utf-8")
    assert subprocess.run(["node", "--check", str(script)], capture_output=True, text=True).stderr == ""
