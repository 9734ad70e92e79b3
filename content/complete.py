"""What entries of one kind ask of others: what a new disability or a new page needs, said before anything is built."""

from __future__ import annotations

from collections.abc import Iterator

from content.models import Guide

Lack = tuple[str, tuple[int | str, ...], str]  # the kind (a file of content/data), where in it, what it lacks


def lacks(guide: Guide) -> Iterator[Lack]:
    """All that is missing in one kind because of an entry in another."""
    short = {each.id for each in guide.short}
    for page in guide.pages:
        if page.id not in short:
            yield "short", (), f"has nothing for the page “{page.id}”: add its two plain sentences"
    pages = {page.id for page in guide.pages}
    for number, each in enumerate(guide.disabilities):
        if f"disability-{each.id}" not in pages:
            says = f"has no page: copy another disability's in docs/ja and docs/en, name both disability-{each.id}.md, and enter it in pages.yml"
            yield "disabilities", (number, "id"), says
    disabilities = [each.id for each in guide.disabilities]
    told = {id for each in guide.emergencies for id in each.disabilities}
    for id in disabilities:
        if id not in told:
            yield "emergencies", (), f"has no lines to start an emergency card from for “{id}”: add some"
    for number, entry in enumerate(guide.accommodations):
        without = [id for id in disabilities if id not in entry.placed]
        if entry.common and without:
            says = f"it is common to all, but not under {', '.join(without)}: add each with its aspect"
            yield "accommodations", (number, "placed"), says
    aspects = [choice.id for choice in guide.vocabularies["aspects"]]
    for id in disabilities:
        placed = {entry.placed[id] for entry in guide.accommodations if id in entry.placed}
        for aspect in aspects:
            if aspect not in placed:
                yield "accommodations", (), f"nothing is placed under “{id}: {aspect}”: add it to one that helps there"
