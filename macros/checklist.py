"""A check sheet as a page shows it; the fillable sheet comes from the same items."""

from content.load import find
from content.models import Guide, Lang
from macros.render import render


def checklist(guide: Guide, lang: Lang, id: str) -> str:
    """All items of checklist `id` by group, numbered through, with who answers each."""
    chosen = find(guide.checklists, id, "checklist")
    numbers = {
        item.id: number for number, item in enumerate((item for group in chosen.groups for item in group.items), 1)
    }
    return render(guide, lang, "checklist", checklist=chosen, numbers=numbers)
