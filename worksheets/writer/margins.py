"""Head and foot of every page: which form this is, and from the second page on whose it is.

Protection keeps Word's user out of the head. There the blank is a line to write on by hand; what fills a sheet in for
the user (the page of the site, the command line) writes it.
"""

from __future__ import annotations

from docx.oxml.ns import qn
from docx.shared import Mm

from worksheets.blocks import Repeated, said
from worksheets.boxes import repeated
from worksheets.writer.elements import Element, child, element, run, styled
from worksheets.writer.pen import Pen
from worksheets.writer.tables import SIZES, Cell, cells_of, fill, last, long, put

NAME = "word/header2.xml"  # the part with the heads of all pages after the first, as python-docx numbers it
HIGH = 7.0  # mm, a line to write on
FOOT = 5.0  # mm below a foot with readings, which is higher
DAY = 36.0  # mm, what a head leaves to write a day; anything else shares the rest


def margins(pen: Pen) -> None:
    """Write them."""
    pages = pen.document.sections[0]
    pages.different_first_page_header_footer = True
    if pen.read:
        pages.footer_distance = Mm(FOOT)
    form = pages.first_page_header.paragraphs[0]._p
    styled(form, "Header")
    if pen.sheet.example:
        run(form, pen.words("example"), bold=True)
    else:
        form.get_or_add_pPr().get_or_add_jc().set(qn("w:val"), "right")
        said = pen.words if len(pen.say.langs) == 1 else pen.leading  # twice the same number says no more
        run(form, said("form_plain" if pen.sheet.plain else "form", id=pen.sheet.form, version=pen.sheet.version))
    header = pages.header
    _running(pen, header.paragraphs[0]._p.getparent(), repeated(pen.guide, pen.sheet))
    for footer in (pages.first_page_footer, pages.footer):
        _foot(pen, footer.paragraphs[0]._p.getparent())


def _running(pen: Pen, head: Element, boxes: tuple[Repeated, ...]) -> None:
    """A blank for each box, in one line and the leading language; a table, since tabs would move with what is written.

    Every foot names the form: the head does where it has no boxes, and says what is an example.
    """
    [empty] = head
    head.remove(empty)
    lead = pen.say.langs[0]
    labels = [said(each.of.label, lambda text: text[lead]) for each in boxes]
    title = pen.leading("example") if pen.sheet.example else "" if boxes else pen.sheet.title[lead]
    first = (long(title) * SIZES["Small"] / 12 / 2 + 8 if boxes else pen.whole) if title else 0.0
    shares = [DAY if each.of.kind == "date" else 0.0 for each in boxes]
    words = [pen.long(label) * SIZES["Header"] / 12 + 6 for label in labels]
    rest = (pen.whole - first - sum(words) - sum(shares)) / max(1, shares.count(0.0))
    widths = [width for label, share in zip(words, shares, strict=True) for width in (label, share or rest)]
    if boxes and all(shares):
        first += pen.whole - first - sum(widths)
    cells: list[Cell] = cells_of(head, [*([first] if first else []), *widths], HIGH)
    if first:
        put(cells.pop(0), title, style="Small")
    for number, (label, each) in enumerate(zip(labels, boxes, strict=True)):
        put(cells[2 * number], label, style="Header")
        blank = cells[2 * number + 1]
        last(blank, "Header")
        fill(blank, pen.control(each.of, tag=each.tag))
        borders = element("w:tcBorders")
        child(borders, "w:bottom", val="single", sz="6", space="0", color="auto")
        blank._tc.tcPr.find(qn("w:tcW")).addnext(borders)  # where the schema wants it
    styled(child(head, "w:p"), "Gap")


def _foot(pen: Pen, footer: Element) -> None:
    footer.remove(footer[0])
    numbered = styled(child(footer, "w:p"), "Footer")
    before, between, after = pen.guide.ui["worksheets"]["page"][pen.say.langs[0]].split("|")
    for text, field in ((before, "PAGE"), (between, "NUMPAGES")):
        run(numbered, text)
        run(child(numbered, "w:fldSimple", instr=field), "1")
    # After the page, which a long title would push to the next line.
    form = pen.words("footer", title=pen.say(pen.sheet.title), id=pen.sheet.form, version=pen.sheet.version)
    long_ = pen.long(f"{before}99{between}99{after}　{form}") * SIZES["Header"] / 12 > pen.whole
    name, number = form.rsplit(" [", 1) if long_ else (form, "")  # or it would break within the form's id
    if number and pen.read:  # a line without kanji is less high than one with readings
        run(numbered, f"{after}　{name}")
        run(styled(child(footer, "w:p"), "Footer"), f"[{number}")
    else:
        run(numbered, f"{after}　{name}" + (f"\n[{number}" if number else ""))
    credit = pen.guide.ui["worksheets"]["credit_plain"] if pen.sheet.plain else pen.guide.ui["site"]["credit"]
    run(styled(child(footer, "w:p"), "Small"), pen.say(credit))
