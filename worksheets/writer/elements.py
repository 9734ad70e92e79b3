"""Open XML elements by their names: what a sheet has thousands of, in a fraction of python-docx's time."""

from __future__ import annotations

from functools import cache
from typing import Any

from docx.document import Document
from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import oxml_parser
from lxml.etree import SubElement

Element = Any  # lxml's element; python-docx returns it without a useful type

nsmap.setdefault("w14", "http://schemas.microsoft.com/office/word/2010/wordml")


def element(tag: str, /, **attributes: str) -> Element:
    """An element with attributes of its own namespace; `space` of words is the XML one."""
    prefix = tag.partition(":")[0]
    made = oxml_parser.makeelement(_name(tag), nsmap={prefix: nsmap[prefix]})
    for name, value in attributes.items():
        made.set(_attribute(tag, name), value)
    return made


def child(parent: Element, tag: str, /, **attributes: str) -> Element:
    """The same, appended to `parent`."""
    made = SubElement(parent, _name(tag))  # in the parent's document: a third of the time of one of its own
    for name, value in attributes.items():
        made.set(_attribute(tag, name), value)
    return made


_name = cache(qn)


@cache
def _attribute(tag: str, name: str) -> str:
    return str(qn("xml:space" if (tag, name) == ("w:t", "space") else f"{tag.partition(':')[0]}:{name}"))


def run(paragraph: Element, words: str, *, bold: bool = False, style: str | None = None) -> Element:
    """Words in a line, with the lines and tabs they are broken into; `style` is a character style's id."""
    made = child(paragraph, "w:r")
    if bold or style:
        properties = child(made, "w:rPr")
        if style:
            child(properties, "w:rStyle", val=style)
        if bold:
            child(properties, "w:b")
    for number, line in enumerate(words.split("\n")):
        if number:
            child(made, "w:br")
        for place, part in enumerate(line.split("\t")):
            if place:
                child(made, "w:tab")
            if part or not place:
                child(made, "w:t", space="preserve").text = part
    return made


def styled(paragraph: Element, style: str) -> Element:
    """The paragraph, still empty, with its style by id: by a name, python-docx would search all styles."""
    for old in paragraph.findall(_name("w:pPr")):  # python-docx gives the paragraph of a head its own
        paragraph.remove(old)
    child(child(paragraph, "w:pPr"), "w:pStyle", val=style)
    return paragraph


def line(document: Document, words: str, style: str) -> Element:
    """A paragraph at the end of the document; `style` is its id."""
    made = styled(document.element.body.add_p(), style)
    if words:
        run(made, words)
    return made
