"""`onec regulation`: the regulation and the profile in use as a page of documentation."""

from argparse import ArgumentParser
from collections.abc import Iterator
from datetime import timedelta

from django.core.management.base import BaseCommand
from django.utils.translation import override

from integration import conf, profile, regulation
from integration.regulation import Channel, Entity, Topic

HELP = "Print the regulation as a page of documentation (docs/regulation.md)."
HEAD = """# The regulation

What travels between 1C and the portal, made from the code and from the profile `{profile}` by
`manage.py onec regulation`; a test fails when this page is behind. Channel **A** is the standard OData interface,
**B** the portal service ([the contract](onec-contract.md)). Cache: **L** lazy, **S** synchronized, **W** write-through
([caches](caches.md)).

Entities stand in load order: what others point to comes first.
"""
COLUMNS = ("entity", "model", "source", "direction", "told apart by", "cache", "changes", "fresh", "points to")


def add_arguments(parser: ArgumentParser) -> None:
    """Nothing to choose."""


def run(command: BaseCommand, options: dict) -> None:
    command.stdout.write(page())


def page() -> str:
    """The page in Markdown, ending in a newline."""
    with override("en"):
        parts = [HEAD.format(profile=conf.profile_file().name), _table(COLUMNS, map(_row, regulation.entities()))]
        parts += ["## What the portal tells 1C\n", _table(("topic", "what", "feed", "priority"), map(_told, _topics()))]
        parts += ["## Fields\n", *map(_fields, (one for one in regulation.entities() if one.fields))]
    return "\n".join(parts).rstrip() + "\n"


def _row(entity: Entity) -> tuple[str, ...]:
    source = profile.source_of(entity.name)
    return (
        f"`{entity.name}` {entity.title}",
        _model(entity),
        f"{entity.channel.value} {source.source}",
        entity.direction.value,
        " + ".join(entity.key) or "portal's UUID",
        entity.cache.value,
        changes(entity),
        span(entity.fresh),
        ", ".join(sorted(entity.depends)),
    )


def _model(entity: Entity) -> str:
    return f"{entity.model._meta.app_label}.{entity.model.__name__}" if entity.model else "handled by its module"


def changes(entity: Entity) -> str:
    """How the portal learns what changed."""
    found = "versions" if entity.channel is Channel.CATALOGUE else "mark"
    return f"{found}, in full every {span(entity.full_every)}" if entity.full_every else found


def _topics() -> list[Topic]:
    return sorted(regulation.topics(), key=lambda topic: (topic.priority, topic.name))


def _told(topic: Topic) -> tuple[str, ...]:
    return f"`{topic.name}`", str(topic.title), f"POST {topic.feed}", str(topic.priority)


def _fields(entity: Entity) -> str:
    source = profile.source_of(entity.name)
    rows = ((name, " + ".join(source.fields[name])) for name in entity.fields)
    return f"### {entity.name}\n\n{_table(('portal', '1C'), rows)}"


def _table(columns: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [columns, ("---",) * len(columns), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def span(length: timedelta) -> str:
    """A length of time in its largest whole unit."""
    seconds = int(length.total_seconds())
    unit, size = next((pair for pair in (("h", 3600), ("min", 60)) if seconds % pair[1] == 0), ("s", 1))
    return f"{seconds // size} {unit}"
