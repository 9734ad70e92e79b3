"""Makes base.docx, the slim document that every sheet begins with: `python -m worksheets.writer.base`.

Only the styles the sheets use are kept; BIZ UDGothic is named on every font slot (its English name: LibreOffice
does not match the Japanese one), with other gothics for whoever lacks it; forms protection is on, without a password.

Every style has an exact pitch. With a proportional one, Word gives a line of East Asian letters 1.3 times the height
that LibreOffice gives it, and another font another height: a sheet that was one page here was two pages there.
"""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from worksheets.writer.elements import Element, child, element

BASE = Path(__file__).with_name("base.docx")
FONT = "BIZ UDGothic"
# What Word chooses by where the font is missing: other names, then the kind of letter, then the letters it holds.
FONT_TABLE = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">\
<w:font w:name="{FONT}"><w:altName w:val="BIZ UDゴシック,Hiragino Sans,Yu Gothic,Meiryo,MS Gothic,Noto Sans CJK JP"/>\
<w:panose1 w:val="020B0400000000000000"/><w:charset w:val="80"/><w:family w:val="modern"/><w:pitch w:val="fixed"/>\
<w:sig w:usb0="E00002F7" w:usb1="2AC7EDF8" w:usb2="00000012" w:usb3="00000000" w:csb0="20020009" w:csb1="00000000"/>\
</w:font><w:font w:name="MS Gothic"><w:altName w:val="ＭＳ ゴシック,Hiragino Sans,Noto Sans CJK JP"/>\
<w:panose1 w:val="020B0609070205080204"/><w:charset w:val="80"/><w:family w:val="modern"/><w:pitch w:val="fixed"/>\
</w:font></w:fonts>"""
KEEP = (
    "Normal",
    "Title",
    "Heading 1",
    "Footer",
    "Header",
    "Table Grid",
    "Default Paragraph Font",
    "Normal Table",
    "No List",
)
DROP = (  # parts that no sheet uses: each would be copied and packed again in every file
    "stylesWithEffects",
    "thumbnail",
    "customXml",
    "webSettings",
    "theme",
    "numbering",
    "extended-properties",
)
UNUSED = ("w:rsids", "m:mathPr", "w:themeFontLang", "w:clrSchemeMapping", "w:shapeDefaults", "w14:docId")  # settings
OURS = ("Note", "Hint", "Boxes", "Small", "Gap", "Picture")  # paragraph styles of ours
# In points: size, pitch (None where a picture makes the line), room before and after.
SIZES: dict[str, tuple[float, float | None, float, float]] = {
    "Normal": (12, 16, 0, 0),
    "Title": (18, 22, 0, 2),
    "Heading 1": (12.5, 17, 5, 3),
    "Note": (10.5, 13.5, 0, 0),  # small print
    "Hint": (10.5, 12.5, 1.5, 0),  # the same, below a label
    "Boxes": (12, 18, 0, 0),  # words beside boxes of 16 points
    "Header": (10.5, 14, 0, 0),
    "Footer": (10.5, 13, 0, 0),
    "Small": (8.5, 11, 0, 0),
    "Gap": (4, 4, 0, 0),
    "Picture": (12, None, 0, 0),
}
# Pitch in points where all letters are latin: they need less, and the room is there for a wider font in the place of ours.
LATIN = {"Normal": 14.5, "Heading 1": 16, "Note": 12.5, "Boxes": 17}
LEFT, RIGHT, TOP, BOTTOM = 20, 15, 17, 17  # mm: a punch spares what is printed, the foot holds two lines


def make() -> None:
    """Write base.docx beside this file."""
    document = Document()
    styles = document.styles
    for name in OURS:
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    styles.add_style("PlaceholderText", WD_STYLE_TYPE.CHARACTER)
    _only_used(styles)
    for fonts in styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{slot}"), FONT)
    for name, sizes in SIZES.items():
        _sized(styles[name], *sizes)
    _ruled(styles["Heading 1"].element.get_or_add_pPr())
    _unspaced(styles["Normal"].element.get_or_add_pPr())
    for color in styles.element.iter(qn("w:color")):
        for name in ("themeColor", "themeTint", "themeShade"):
            color.attrib.pop(qn(f"w:{name}"), None)
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in rels.items() if any(name in rel.reltype for name in DROP)]:
            del rels[key]
    [table] = [rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/fontTable")]
    table._blob = FONT_TABLE.encode()
    _settings(document.settings.element)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.header_distance, section.footer_distance = Mm(9), Mm(7)
    document.save(str(BASE))


def _only_used(styles: Element) -> None:
    """Take out every style that no sheet uses."""
    kept = {
        styles[name].element for name in (*KEEP, *OURS, "PlaceholderText") if name in [style.name for style in styles]
    }
    wanted = set(kept)
    for one in kept:
        for link in ("w:basedOn", "w:next", "w:link"):
            if (found := one.find(qn(link))) is not None:
                wanted |= {
                    other
                    for other in styles.element.findall(qn("w:style"))
                    if other.get(qn("w:styleId")) == found.get(qn("w:val"))
                }
    for one in styles.element.findall(qn("w:style")):
        if one not in wanted:
            styles.element.remove(one)
    latent = styles.element.find(qn("w:latentStyles"))
    if latent is not None:
        styles.element.remove(latent)


def _sized(style: Element, size: float, pitch: float | None, before: float, after: float) -> None:
    style.font.size = Pt(size)
    style.font.color.rgb = RGBColor(0, 0, 0)
    style.font.italic = False
    layout = style.paragraph_format
    if pitch is None:
        layout.line_spacing = 1.0
    else:
        layout.line_spacing, layout.line_spacing_rule = Pt(pitch), WD_LINE_SPACING.EXACTLY
    layout.space_before, layout.space_after = Pt(before), Pt(after)
    borders = style.element.find(".//" + qn("w:pBdr"))
    if borders is not None:
        borders.getparent().remove(borders)


def _ruled(properties: Element) -> None:
    """A line below: where a section begins."""
    borders = element("w:pBdr")
    child(borders, "w:bottom", val="single", sz="8", space="1", color="auto")
    properties.find(qn("w:spacing")).addprevious(borders)  # where the schema wants it


def _unspaced(properties: Element) -> None:
    """No room between kanji and digits beside it: a day then takes as much as its letters, in every office suite."""
    for name in ("w:autoSpaceDE", "w:autoSpaceDN"):
        properties.find(qn("w:spacing")).addprevious(element(name, val="0"))  # where the schema wants them


def _settings(settings: Element) -> None:
    for name in UNUSED:
        settings.remove(settings.find(qn(name)))
    settings.find(qn("w:defaultTabStop")).addprevious(element("w:documentProtection", edit="forms", enforcement="1"))
    compat = settings.find(qn("w:compat"))
    for each in compat.findall(qn("w:compatSetting")):
        if each.get(qn("w:name")) == "compatibilityMode":
            each.set(qn("w:val"), "15")  # Word 2013 and later: no "compatibility mode" over every sheet
    address = "http://schemas.microsoft.com/office/word"
    child(compat, "w:compatSetting", name="differentiateMultirowTableHeaders", uri=address, val="1")


if __name__ == "__main__":
    make()
