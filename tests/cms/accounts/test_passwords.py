"""Password rules: shown before typing, in three languages, and kept to."""

import pytest

from tests.cms.accounts.person import PASSWORD, PASSWORD_CHANGE, signed_in
from tests.world import client_of

RULES = "/api/v1/password-rules/"


@pytest.mark.parametrize(("language", "word"), [("en", "12 characters"), ("ru", "12 символов"), ("kk", "12 таңба")])
def test_rules_are_told_to_guests_in_their_language(db, language, word):
    answer = client_of(language=language).get(RULES)
    assert answer.status_code == 200
    rules = answer.json()["rules"]
    assert len(rules) == 3
    assert any(word in rule for rule in rules), rules


@pytest.mark.parametrize(
    ("weak", "language", "word"),
    [
        ("eleven char", "en", "too short"),
        ("eleven char", "ru", "короткий"),
        ("eleven char", "kk", "қысқа"),
        ("qwertyuiop[]", "en", "too common"),
        ("owner@a.example", "en", "too similar"),
        ("owner@a.example", "kk", "ұқсас"),
    ],
)
def test_a_weak_one_is_refused_with_a_reason(world, weak, language, word):
    client = signed_in("owner@a.example", language=language)
    answer = client.post(PASSWORD_CHANGE, {"current_password": PASSWORD, "new_password": weak})
    assert answer.status_code == 400
    (error,) = answer.json()["errors"]
    assert error["param"] == "new_password"
    assert word in error["message"], error
    world.owner.refresh_from_db()
    assert world.owner.check_password(PASSWORD)
