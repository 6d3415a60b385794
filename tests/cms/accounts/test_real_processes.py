"""Two web processes over one database and one Redis: an ended session is over in both, a lock holds in both."""

import httpx
import pytest

from cms.processes.testing import Portal
from tests.cms.accounts.person import LOGIN, SESSIONS

pytestmark = pytest.mark.flaky(reruns=2)

EMAIL, PASSWORD = "two@kabinet.example", "quite another horse"
MAKE = f"from cms.accounts.services import user_create; user_create(email={EMAIL!r}, password={PASSWORD!r})"


@pytest.fixture(scope="module")
def portal(tmp_path_factory):
    with Portal(tmp_path_factory.mktemp("two"), DEMO="0", SIGN_IN_ATTEMPTS_OF_ACCOUNT="3") as running:
        running.start("valkey")
        running.manage("prepare")
        running.manage("shell", "-c", MAKE)
        running.start("web", "web:2")
        yield running


class Caller:
    """A browser that speaks to either process with one set of cookies."""

    def __init__(self, portal: Portal) -> None:
        self.here, self.there = portal.url, portal.url_of("web:2")
        self.http = httpx.Client(timeout=20)
        self.http.get(f"{self.here}/api/v1/session/")

    def sends(self, method: str, url: str, body: dict) -> httpx.Response:
        return self.http.request(method, url, json=body, headers={"X-CSRFToken": self.http.cookies["csrftoken"]})

    def signs_in(self, at: str, password: str = PASSWORD) -> httpx.Response:
        return self.sends("POST", at + LOGIN, {"email": EMAIL, "password": password})

    def who(self, at: str) -> str | None:
        user = self.http.get(f"{at}/api/v1/session/").json()["user"]
        return user and user["email"]


def test_an_ended_session_is_refused_by_every_process(portal):
    one, other = Caller(portal), Caller(portal)
    assert one.signs_in(one.here).status_code == other.signs_in(other.there).status_code == 200
    for at in (portal.url, portal.url_of("web:2")):
        assert (one.who(at), other.who(at)) == (EMAIL, EMAIL)
    listed = one.http.get(one.here + SESSIONS).json()["data"]
    (theirs,) = [row["id"] for row in listed if not row["is_current"]]
    assert one.sends("DELETE", one.here + SESSIONS, {"sessions": [theirs]}).status_code == 200
    assert [other.who(at) for at in (other.there, other.here)] == [None, None]
    assert one.who(one.there) == EMAIL


def test_a_lock_holds_in_every_process_until_the_command_opens_it(portal):
    caller = Caller(portal)
    for at in (caller.here, caller.there, caller.here):
        assert caller.signs_in(at, "wrong").status_code == 400
    refused = caller.signs_in(caller.there)
    assert refused.json()["errors"][0]["code"] == "too_many_login_attempts"
    portal.manage("accounts", "unlock", EMAIL)
    assert caller.signs_in(caller.there).status_code == 200
