"""Makes base.docx, the slim document that every sheet begins with: `python -m worksheets.writer.base`.

Only the styles the sheets use are kept; BIZ UDGothic is named on every font slot (its English name: LibreOffice
does not match the Japanese one); forms protection is on, without a password.
"""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from worksheets.writer.elements import element

BASE = Path(__file__).with_name("base.docx")
FONT = "BIZ UDGothic"
KEEP = (
    "Normal",
    "Title",
    "Heading 1",
    "Heading 2",
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
    "fontTable",
    "extended-properties",
)
UNUSED = ("w:rsids", "m:mathPr", "w:themeFontLang", "w:clrSchemeMapping", "w:shapeDefaults", "w14:docId")  # settings
SIZES = {"Normal": 12, "Title": 18, "Heading 1": 14, "Heading 2": 12, "Footer": 9, "Header": 12}
SPACED = ("Note", "Item", "Small", "Footer")  # in this font, lines would touch
OURS = {"Note": 10.5, "Item": 11.0, "Small": 7.5, "Gap": 4.0}  # paragraph styles of ours, in points


def make() -> None:
    """Write base.docx beside this file."""
    document = Document()
    styles = document.styles
    for name in OURS:
        styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = styles["Normal"]
    styles.add_style("PlaceholderText", WD_STYLE_TYPE.CHARACTER)
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
    for fonts in styles.element.iter(qn("w:rFonts")):
        fonts.attrib.clear()
        for slot in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{slot}"), FONT)
    for name, size in {**SIZES, **OURS}.items():
        style = styles[name]
        style.font.size = Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        style.font.italic = False
        if name in SPACED:
            style.paragraph_format.line_spacing = 1.1
        style.paragraph_format.space_before = Pt(8 if name in ("Heading 1", "Heading 2") else 0)
        style.paragraph_format.space_after = Pt(4 if name in ("Title", "Heading 1", "Heading 2") else 0)
        borders = style.element.find(".//" + qn("w:pBdr"))
        if borders is not None:
            borders.getparent().remove(borders)
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in rels.items() if any(name in rel.reltype for name in DROP)]:
            del rels[key]
    for color in styles.element.iter(qn("w:color")):
        for name in ("themeColor", "themeTint", "themeShade"):
            color.attrib.pop(qn(f"w:{name}"), None)
    settings = document.settings.element
    for name in UNUSED:
        settings.remove(settings.find(qn(name)))
    settings.find(qn("w:defaultTabStop")).addprevious(element("w:documentProtection", edit="forms", enforcement="1"))
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(15)
    section.top_margin, section.bottom_margin = Mm(14), Mm(16)
    section.footer_distance = Mm(7)
    document.save(str(BASE))


if __name__ == "__main__":
    make()
