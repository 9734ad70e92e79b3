"""The engine's parts, joined into the scripts that are served."""

import subprocess

import pytest

from conftest import ROOT
from content.lean import lean
from search.engine import PARTS, SCRIPTS, path, scripts


def test_every_part_is_in_the_engine_once():
    assert sorted(path(part) for part in PARTS) == sorted(SCRIPTS.glob("search-*.js"))


@pytest.mark.parametrize(
    ("written", "served"),
    [
        ("  // why\n  act();\n", "act();\n"),
        ("/** What it does.\n * @param {string} word */\nfunction act(word) {}\n", "function act(word) {}\n"),
        ("act(); // why\n", "act();\n"),
        ("/** @type {Map<string, string>} */ (made).get(word);\n", "(made).get(word);\n"),
        ("const address = 'https://example.org/*'; // */\n", "const address = 'https://example.org/*';\n"),
        ("const text = `one\n  // two`;\n", "const text = `one\n  // two`;\n"),
        ("return text.replace(/[/\"]*\\/\\//g, '');\n", "return text.replace(/[/\"]*\\/\\//g, '');\n"),
    ],
)
def test_comments_and_indentation_stay_at_home(written, served):
    assert lean(written) == served


def test_a_lean_script_says_what_was_written(tmp_path):
    """Read by the compiler and printed again, the two are one."""
    for script in SCRIPTS.glob("*.js"):
        (tmp_path / script.name).write_text(lean(script.read_text("utf-8")), "utf-8")
    asked = """
        const ts = require("typescript"), fs = require("fs"), [written, served] = process.argv.slice(1);
        const said = (path) => {
          const read = ts.createSourceFile("a.js", fs.readFileSync(path, "utf-8"), ts.ScriptTarget.ES2021);
          return ts.createPrinter({ removeComments: true }).printFile(read).replace(/\\s+/g, " ");
        };
        const names = fs.readdirSync(served);
        console.log(names.length, ...names.filter((name) => said(`${written}/${name}`) !== said(`${served}/${name}`)));
    """
    done = subprocess.run(
        ["node", "-e", asked, str(SCRIPTS), str(tmp_path)], capture_output=True, text=True, cwd=ROOT, check=True
    )
    assert done.stdout.split() == [str(len(list(SCRIPTS.glob("*.js"))))]


@pytest.mark.parametrize("name", scripts())
def test_what_is_served_is_a_script(name, tmp_path):
    script = tmp_path / f"{name}.js"
    script.write_text(scripts()[name], "utf-8")
    assert subprocess.run(["node", "--check", str(script)], capture_output=True, text=True).stderr == ""
