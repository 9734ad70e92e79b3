"""Who needs which worksheet."""

from content.base import Lang
from content.models import Guide
from macros.render import render
from worksheets.catalogue import families


def sheet_roles(guide: Guide, lang: Lang) -> str:
    """Each audience with the worksheets it fills in or is given, in order of use; audiences without any are left out."""
    heads = [sheets[0] for sheets in families(guide).values()]
    roles = {
        choice.id: [sheet for sheet in heads if choice.id in sheet.by] for choice in guide.vocabularies["audiences"]
    }
    return render(guide, lang, "sheet_roles", roles={role: found for role, found in roles.items() if found})
