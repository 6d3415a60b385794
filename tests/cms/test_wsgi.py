"""The web process once it is ready."""

import gc

from cms import wsgi


def test_the_collector_leaves_alone_what_is_there_to_stay():
    gc.unfreeze()
    try:
        wsgi.settle()
        assert gc.get_freeze_count() > 100_000
    finally:
        gc.unfreeze()
