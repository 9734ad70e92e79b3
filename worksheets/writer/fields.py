"""From fields to boxes on paper: every kind of field has its one case here."""

from __future__ import annotations

from typing import Any

from docx.document import Document
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.oxml.ns import qn
from docx.shared import Mm

from content.models import Choice, Content, Guide, Lang
from worksheets.catalogue import (
    AnyField,
    CheckboxField,
    ChecklistField,
    ConfirmField,
    ContentsField,
    DateField,
    DropdownField,
    Sheet,
    TableField,
    TextField,
)
from worksheets.writer import controls
from worksheets.writer.controls import Element, child, element

LOCALE = {"ja": "ja-JP", "en": "en-GB"}
LINE = 9.0  # mm of handwriting a line
SIGNATURE = 14.0  # mm
Row = Any  # python-docx's


def width_mm(sheet: Sheet) -> float:
    """The usable width of a page between its margins of 15 mm."""
    return 267.0 if sheet.landscape else 180.0


def table(document: Document, widths: list[float], heads: list[str] | None = None) -> Any:
    """An empty bordered table with columns of `widths` mm and, where given, a repeated head row."""
    made = document.add_table(rows=0, cols=len(widths))
    made.style = "Table Grid"
    made.autofit = False
    properties = made._tbl.tblPr
    margins = element("w:tblCellMar")
    for side, size in (("top", 40), ("left", 85), ("bottom", 40), ("right", 85)):  # twentieths of a point
        child(margins, f"w:{side}", w=str(size), type="dxa")
    look = properties.find(qn("w:tblLook"))
    look.addprevious(margins) if look is not None else properties.append(margins)
    for column, width in zip(made._tbl.tblGrid.findall(qn("w:gridCol")), widths, strict=True):
        column.set(qn("w:w"), str(round(Mm(width).twips)))
    if heads:
        cells = row(made, widths)
        for cell, words in zip(cells, heads, strict=True):
            put(cell, words, bold=True)
            shade(cell)
        child(made.rows[0]._tr.get_or_add_trPr(), "w:tblHeader")
    return made


def row(made: Any, widths: list[float], height: float = LINE) -> list[Any]:
    """A new row that is at least `height` mm high and never splits; its cells."""
    added = made.add_row()
    properties = added._tr.get_or_add_trPr()
    properties.insert(0, element("w:cantSplit"))
    added.height, added.height_rule = Mm(height), WD_ROW_HEIGHT_RULE.AT_LEAST
    for cell, width in zip(added.cells, widths, strict=True):
        cell.width = Mm(width)
    return list(added.cells)


def put(cell: Any, words: str, *, bold: bool = False, style: str | None = None) -> None:
    """Printed words in a cell; a second call adds a paragraph."""
    first = cell.paragraphs[0]
    paragraph = first if not first.text and not first._p.findall(qn("w:sdt")) else cell.add_paragraph()
    paragraph.add_run(words).bold = bold or None
    if style:
        paragraph.style = style


def shade(cell: Any) -> None:
    """A pale ground for printed heads: light enough for a copier."""
    cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill="EFEFEF"))


def fill(cell: Any, control: list[Element]) -> None:
    """A control in a cell."""
    paragraph = cell.paragraphs[0]._p
    for part in control:
        paragraph.append(part)


def add(document: Document, guide: Guide, lang: Lang, sheet: Sheet, fields: tuple[AnyField, ...]) -> None:
    """The fields of a section: one table for runs of single questions, one for each that is a table itself."""
    whole = width_mm(sheet)
    pair = [whole * 0.3, whole * 0.7]
    questions = None
    for field in fields:
        if isinstance(field, TableField | ChecklistField | ContentsField):
            questions = None
            _add_table(document, guide, lang, field, whole)
            document.add_paragraph(style="Note")
            continue
        if questions is None:
            questions = table(document, pair)
        height = (
            LINE * field.lines
            if isinstance(field, TextField)
            else SIGNATURE
            if isinstance(field, ConfirmField)
            else LINE
        )
        label, box = row(questions, pair, height)
        shade(label)
        put(label, field.label[lang], bold=True)
        if field.hint:
            put(label, field.hint[lang], style="Note")
        fill(box, _control(guide, lang, field))
        if isinstance(field, ConfirmField):
            box.paragraphs[0].add_run("　" + guide.ui["worksheets"]["on"][lang] + " ")
            fill(
                box,
                controls.date(
                    f"{field.id}-on", f"{field.label[lang]} - {guide.ui['worksheets']['on'][lang]}", LOCALE[lang]
                ),
            )


def _control(guide: Guide, lang: Lang, field: AnyField) -> list[Element]:
    asks = field.label[lang] if not isinstance(field, ChecklistField | ContentsField) else field.id
    match field:
        case DateField():
            return controls.date(field.id, asks, LOCALE[lang])
        case CheckboxField():
            return controls.checkbox(field.id, asks)
        case DropdownField():
            return controls.dropdown(field.id, asks, _words(field.choices, lang))
        case _:
            return controls.text(field.id, asks)


def _words(choices: tuple[Choice, ...], lang: Lang) -> dict[str, str]:
    return {choice.id: choice.name[lang] for choice in choices}


def _add_table(
    document: Document, guide: Guide, lang: Lang, field: TableField | ChecklistField | ContentsField, whole: float
) -> None:
    match field:
        case TableField():
            _repeated(document, lang, field, whole)
        case ChecklistField():
            _checklist(document, guide, lang, field, whole)
        case ContentsField():
            _contents(document, guide, lang, field, whole)


def _repeated(document: Document, lang: Lang, field: TableField, whole: float) -> None:
    shares = [2, *(column.width for column in field.columns)]
    widths = [whole * share / sum(shares) for share in shares]
    made = table(document, widths, [field.label[lang], *(column.label[lang] for column in field.columns)])
    for each in field.rows:
        name, *boxes = row(made, widths, LINE * field.lines)
        shade(name)
        put(name, each.name[lang], bold=True)
        for box, column in zip(boxes, field.columns, strict=True):
            fill(box, controls.text(f"{field.id}-{each.id}-{column.id}", f"{each.name[lang]}: {column.label[lang]}"))


def _checklist(document: Document, guide: Guide, lang: Lang, field: ChecklistField, whole: float) -> None:
    (checklist,) = [each for each in guide.checklists if each.id == field.checklist]
    words = guide.ui["worksheets"]
    scale = _words(checklist.scale, lang)
    document.add_paragraph(words["scale"][lang].format(steps=" / ".join(scale.values())), style="Note")
    shares = [column.width for column in field.columns]
    fixed = [10.0, *(34.0 for _ in field.rounds), *(share * 9.0 for share in shares)]
    widths = [fixed[0], whole - sum(fixed), *fixed[1:]]
    heads = [
        words["number"][lang],
        words["item"][lang],
        *(each.name[lang] for each in field.rounds),
        *(each.label[lang] for each in field.columns),
    ]
    made = table(document, widths, heads)
    number = 0
    for group in checklist.groups:
        cells = row(made, widths, 7)
        merged = cells[0].merge(cells[-1])
        put(merged, group.name[lang], bold=True)
        shade(merged)
        merged.paragraphs[0].paragraph_format.keep_with_next = True
        for item in group.items:
            number += 1
            numbered, asked, *boxes = row(made, widths, LINE)
            put(numbered, str(number))
            put(asked, item.text[lang])
            if "employer" in item.asked and not all(
                "employer" in other.asked for every in checklist.groups for other in every.items
            ):
                put(asked, words["ask_employer"][lang], style="Note")
            ratings, beside = boxes[: len(field.rounds)], boxes[len(field.rounds) :]
            for box, turn in zip(ratings, field.rounds, strict=True):
                fill(box, controls.dropdown(f"{item.id}-{turn.id}", f"{number}. {turn.name[lang]}", scale))
            for box, column in zip(beside, field.columns, strict=True):
                fill(box, controls.text(f"{item.id}-{column.id}", f"{number}. {column.label[lang]}"))
    if field.means:
        document.add_paragraph(style="Note")
        _means(document, guide, lang, checklist, whole)


def _means(document: Document, guide: Guide, lang: Lang, checklist: Any, whole: float) -> None:
    words = guide.ui["worksheets"]
    widths = [whole * 0.5, whole * 0.2, whole * 0.3]
    made = table(document, widths, [words["element"][lang], words["mean"][lang], words["answered"][lang]])
    for group in checklist.groups:
        name, mean, answered = row(made, widths)
        put(name, group.name[lang])
        fill(mean, controls.text(f"{group.id}-mean", f"{group.name[lang]}: {words['mean'][lang]}"))
        fill(answered, controls.text(f"{group.id}-answered", f"{group.name[lang]}: {words['answered'][lang]}"))
        answered.paragraphs[0].add_run(" " + words["of_items"][lang].format(count=len(group.items)))


def contents_of(guide: Guide, field: ContentsField) -> tuple[Content, ...]:
    """The contents a field stands for."""
    return guide.plan_contents if field.contents == "plan-contents" else guide.report_contents


def _contents(document: Document, guide: Guide, lang: Lang, field: ContentsField, whole: float) -> None:
    words = guide.ui["worksheets"]
    widths = [whole * 0.34, whole * 0.66]
    made = table(document, widths, [words["content"][lang], words["fill_in"][lang]])
    for content in contents_of(guide, field):
        label, box = row(made, widths, LINE * field.lines)
        put(label, content.name[lang], bold=True)
        put(label, content.write[lang], style="Note")
        fill(box, controls.text(f"{field.id}-{content.id}"[:38], content.name[lang]))
    document.add_paragraph(style="Note")
    document.add_heading(words["crosswalk"][lang], level=2)
    document.add_paragraph(words["crosswalk_note"][lang], style="Note")
    half = [whole * 0.34, whole * 0.66]
    beside = table(document, half, [words["our_field"][lang], words["official_form"][lang]])
    for content in contents_of(guide, field):
        ours, official = row(beside, half, 6)
        put(ours, content.name[lang], style="Note")
        put(official, content.official[lang], style="Note")
