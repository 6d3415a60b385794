"""What a check found, worded for the person who connects the base."""

from dataclasses import dataclass
from enum import Enum

from integration import conf, profile
from integration.client import OneCError
from integration.loading.rows import Batch
from integration.reasons import worded

SHOWN = 3


class Level(Enum):
    """OK: as expected. NOTE: works, worth knowing. FAIL: the portal cannot work with it."""

    OK = "ok"
    NOTE = "note"
    FAIL = "FAIL"


@dataclass(frozen=True)
class Finding:
    """`subject` is an entity, a topic or a part of the base; `text` says what was found and what to do."""

    level: Level
    subject: str
    text: str


def ok(subject: str, text: str) -> Finding:
    return Finding(Level.OK, subject, text)


def note(subject: str, text: str) -> Finding:
    return Finding(Level.NOTE, subject, text)


def fail(subject: str, text: str) -> Finding:
    return Finding(Level.FAIL, subject, text)


def refused(subject: str, what: str, error: OneCError) -> Finding:
    """A request that 1C did not answer as it should."""
    return fail(subject, f"{what}: {error}. {error.advice}")


def rows_read(subject: str, batch: Batch) -> list[Finding]:
    """What the portal would do with these rows: how many it keeps, what is wrong with the others."""
    kept = f"{batch.read} rows read, {len(batch.rows)} would be kept"
    beside = len(batch.ignored) + len(batch.gone)
    found = [ok(subject, f"{kept}, {beside} are not this entity's or deleted" if beside else kept)]
    if not batch.read:
        found = [note(subject, "no rows; if 1C has some, check the rights of the portal's user and the filter")]
    elif len(batch.ignored) == batch.read:
        where = f"“where” in {conf.profile_file()}, [{subject}]"
        found = [note(subject, f"none of the first {batch.read} rows is one of {subject}; check {where}")]
    alike: dict[tuple, list[dict]] = {}
    for bad in batch.bad.values():
        alike.setdefault((bad.reason.get("code"), bad.reason.get("field")), []).append(bad.reason)
    return [*found, *(_bad(subject, worded(same[0]), len(same), batch.read) for same in list(alike.values())[:SHOWN])]


def _bad(subject: str, text: str, count: int, read: int) -> Finding:
    """What is wrong with every row is wrong with the mapping."""
    if count == read:
        return fail(subject, f"none of the {read} rows can be read: {text} ({conf.profile_file()}, [{subject}])")
    return note(subject, f"{count} of {read} rows would be parked: {text}")


def source_of(subject: str) -> profile.Source | Finding:
    """1C's words for an entity, or why there are none."""
    try:
        return profile.source_of(subject)
    except profile.BadProfile as error:
        return fail(subject, str(error))
