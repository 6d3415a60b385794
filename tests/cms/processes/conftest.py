import sys

import pytest

from tests.cms.processes.marked import Marked


@pytest.fixture
def marked():
    if sys.platform != "linux":
        pytest.skip("finds processes by /proc, which only Linux has")
    mark = Marked()
    yield mark
    mark.wait_until_gone(seconds=0)
