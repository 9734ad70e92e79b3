"""A drawing of the guidebook."""

from content.base import Lang
from content.load import find
from content.models import Guide
from macros.render import render


def picture(guide: Guide, lang: Lang, id: str) -> str:
    """The drawing theme/img/pictures/<id>.svg with what it shows in words, from pictures.yml."""
    return render(guide, lang, "picture", picture=find(guide.pictures, id, "picture"))
