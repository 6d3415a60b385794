"""The power goes while the scheduler writes its notes: it starts again, whatever is left of them."""

import pytest

from tests.chaos.waiting import eventually

pytestmark = pytest.mark.chaos


@pytest.mark.parametrize("left", ["half of each file", "empty files"])
def test_starts_with_torn_notes(stage, left):
    eventually(lambda: sent(stage), 30, "the scheduler is at work")
    stage.portal.kill("scheduler")
    before = sent(stage)
    for path in stage.portal.folder.glob("beat-schedule*"):
        content = path.read_bytes()
        if path.suffix != ".dir":  # the index of what is in the other file
            path.write_bytes(content[: len(content) // 2] if left.startswith("half") else b"")
    stage.portal.start("scheduler")
    eventually(lambda: sent(stage) > before, 30, "the scheduler sends tasks again")


def sent(stage) -> int:
    return stage.portal.log("scheduler").count("Sending due task")
