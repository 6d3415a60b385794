import pytest


@pytest.fixture(autouse=True)
def with_test_views(settings) -> None:
    """The portal's addresses and those of tests.cms.api.views."""
    settings.ROOT_URLCONF = "tests.cms.api.views"
