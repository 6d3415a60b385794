"""What the tests of sign-in do as a person does: by the API, with an authenticator app that follows RFC 6238."""

import base64
import hashlib
import hmac
import struct
import time

from tests.factories.accounts import PASSWORD
from tests.world import PortalClient, client_of

AUTH = "/api/v1/auth/browser/v1"
LOGIN, SESSION, SESSIONS = f"{AUTH}/auth/login", f"{AUTH}/auth/session", f"{AUTH}/auth/sessions"
SECOND_STEP, REAUTHENTICATE = f"{AUTH}/auth/2fa/authenticate", f"{AUTH}/auth/reauthenticate"
TOTP, RECOVERY = f"{AUTH}/account/authenticators/totp", f"{AUTH}/account/authenticators/recovery-codes"
PASSWORD_CHANGE = f"{AUTH}/account/password/change"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"


def code_of(secret: str, steps: int = 0) -> str:
    """What the app shows now, or `steps` of thirty seconds later; computed here, not by the code under test."""
    counter = struct.pack(">Q", int(time.time()) // 30 + steps)
    digest = hmac.new(base64.b32decode(secret), counter, hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[start : start + 4])[0] & 0x7FFFFFFF) % 1_000_000:06}"


def sign_in(client: PortalClient, email: str, password: str = PASSWORD):
    return client.post(LOGIN, {"email": email, "password": password})


def signed_in(email: str, *, agent: str = FIREFOX, language: str = "en") -> PortalClient:
    client = client_of(language=language)
    client.defaults["HTTP_USER_AGENT"] = agent
    assert sign_in(client, email).status_code == 200
    return client


def enrol(client: PortalClient) -> str:
    """Turn the second factor on; the secret."""
    secret = client.get(TOTP).json()["meta"]["secret"]
    answer = client.post(TOTP, {"code": code_of(secret, -1)})
    assert answer.status_code == 200, answer.content
    return secret


def who(client: PortalClient) -> str | None:
    user = client.get("/api/v1/session/").json()["user"]
    return user and user["email"]
