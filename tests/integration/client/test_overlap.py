"""Feeds whose marks are times are read from a little before the mark; the mark itself asks whether anything changed."""

import httpx
import pytest

from integration import profile
from integration.client import PortalService
from integration.client.portal import earlier

MARK = "2026-11-22T10:00:30+05:00"


@pytest.mark.parametrize(
    ("mark", "seconds", "asked"),
    [
        (MARK, 60, "2026-11-22T09:59:30+05:00"),
        (MARK, 0, MARK),
        ("20261122", 60, "20261122"),
        ("not-a-Time", 60, "not-a-Time"),
        (None, 60, None),
    ],
)
def test_only_times_are_moved(mark, seconds, asked):
    assert earlier(mark, seconds) == asked


def test_the_feed_begins_earlier_and_goes_on_by_its_marks(tmp_path, settings):
    asked = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append((request.url.params.get("since"), request.headers.get("If-None-Match")))
        more = len(asked) == 1
        return httpx.Response(200, json={"items": [], "mark": f"2026-11-22T1{len(asked)}:00:00+05:00", "more": more})

    settings.PORTAL_DATA = tmp_path
    service = PortalService("http://base/demo", httpx.Client(transport=httpx.MockTransport(answer)))
    assert len(list(service.feed("prices", since=MARK, overlap=60))) == 2
    assert asked == [("2026-11-22T09:59:30+05:00", f'"{MARK}"'), ("2026-11-22T11:00:00+05:00", None)]


@pytest.mark.parametrize(("value", "seconds"), [("60", 60.0), ("-1", None), ('"soon"', None), ("true", None)])
def test_the_profile_says_how_much(tmp_path, value, seconds):
    file = tmp_path / "mine.toml"
    file.write_text(f'[prices]\nsource = "prices"\noverlap = {value}\n', "utf-8")
    if seconds is None:
        with pytest.raises(profile.BadProfile, match=r"\[prices\] needs overlap"):
            profile.load(file)
    else:
        assert profile.load(file)["prices"].overlap == seconds
