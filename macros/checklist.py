"""A check sheet as a page shows it; the fillable sheet comes from the same items."""

from content.base import Lang
from content.load import find
from content.models import Guide
from macros.render import render


def checklist(guide: Guide, lang: Lang, id: str) -> str:
    """All items of checklist `id` by group, numbered through, with who answers each."""
    return render(guide, lang, "checklist", checklist=find(guide.checklists, id, "checklist"))
