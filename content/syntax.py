"""YAML that cannot be read, said for whoever writes it: what to look for, instead of the reader's own terms."""

from __future__ import annotations

import yaml

# What libyaml says, and what was most likely typed; {line} is where what is not closed begins.
SAYS = {
    "',' or ']'": "a comma, a quotation mark or the closing ] is missing in the list that begins in line {line}",
    "',' or '}'": "a comma, a quotation mark or the closing } is missing in the entry that begins in line {line}",
    "unexpected end of stream": "the quotation mark of line {line} is never closed",
    "unknown escape character": r"\ before a letter has a meaning between double quotes: write \\, or use single quotes",
    "cannot start any token": "a text begins with @, ` or %: put it in quotes",
    "mapping values are not allowed": "a colon stands where none can be: put a text with “: ” in quotes, and begin the keys "
    "of one entry in the same column",
    "block sequence entries are not allowed": "a list begins in the middle of a line: begin it in the next, or put the text "
    "in quotes",
    "'-' indicator": "the line begins where the list before it does, without “- ”: add it, or indent the line",
    "expected key": "the line does not begin in the column of those beside it: add or take out spaces at its beginning",
    "could not find expected ':'": "a key without its colon, or a line of a longer text that is not indented",
    "node content": "between two commas, or a comma and a bracket, nothing stands: write the value, or take a comma out",
    "<document start>": "something stands after the end of the entry, or begins further left than the first line",
}
# A text with marks of its own: where its quotation ends too early, the reader wants a key.
QUOTED = "the text in quotation marks ends at the second of them: put single quotes around the whole, as in 'He said \"yes\"'"
TAB = "a tab stands before what the line says: put spaces there, as many as in the lines beside it"
OTHER = "something here cannot be read: look for a missing quotation mark, comma, bracket or indentation"


def unreadable(error: yaml.YAMLError, name: str, text: str = "") -> str:
    """Where in the file `name`, which holds `text`, the reader stopped, and the sentence for it."""
    mark, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    problem = str(getattr(error, "problem", None) or error)
    sentence = next((says for part, says in SAYS.items() if part in problem), OTHER)
    line = "".join(text.split("\n")[mark.line : mark.line + 1]) if mark else ""
    before, after = line[: mark.column if mark else 0], line[mark.column if mark else 0 :]
    if after.startswith("\t"):
        sentence = TAB
    if "expected key" in problem and before.rstrip().endswith(('"', "'")):
        sentence = QUOTED
    says = sentence.replace("{line}", str(begun.line + 1 if begun else 1))
    return f"{name}:{mark.line + 1 if mark else 1}: cannot be read as YAML: {says}"
