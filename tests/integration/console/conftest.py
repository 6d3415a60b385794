"""A browser of the Wagtail admin for the tests of the console."""

from collections.abc import Callable

import pytest
from django.test import Client


@pytest.fixture
def admin_of() -> Callable[..., Client]:
    """admin_of(user) → a client of the admin with the user signed in, in English."""

    def signed_in(user, language: str = "en") -> Client:
        client = Client(headers={"accept-language": language})
        client.force_login(user)
        return client

    return signed_in
