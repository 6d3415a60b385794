"""Where a stream starts."""

from cms.realtime.ids import StreamId
from cms.realtime.resume import Standing, start


def test_first_event_of_the_same_millisecond_is_not_missed():
    now = StreamId(1_700_000_000_000, 0)
    position, told_to_reset = start(None, "epoch", Standing.missing(now))
    assert position < now  # the first event's id may be exactly `now`
    assert not told_to_reset
