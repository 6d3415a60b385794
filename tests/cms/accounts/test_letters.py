"""Letters about one's own account: in the reader's language, as text and as a page, nothing of a reader's name run."""

import pytest
from django.core import mail

from cms.accounts import letters, mails

FACTS = {
    "locked": {"minutes": 15},
    "code_used": {"left": 9},
    "new_device": {"device": "Firefox · Windows"},
}


def written(user, notice: str):
    mails.send_notice(user, notice, {"address": "10.1.2.3", **FACTS.get(notice, {})})
    return mail.outbox[-1]


@pytest.mark.parametrize("notice", sorted(letters.NOTICES))
def test_each_speaks_three_languages(world, notice):
    seen = set()
    for language in ("ru", "en", "kk"):
        world.owner.language = language
        message = written(world.owner, notice)
        page, kind = message.alternatives[0]
        assert kind == "text/html"
        assert f'lang="{language}"' in page
        for text in (message.body, page):
            assert "10.1.2.3" in text
            assert f"/{language}/" in text
        seen |= {message.subject, message.body.split("\n")[2]}
    assert len(seen) == 6, "no language falls back to another"


def test_a_name_is_text(world):
    world.owner.first_name = "<b>Eve</b>"
    message = written(world.owner, "password_changed")
    assert "<b>Eve</b>" in message.body
    assert "<b>Eve</b>" not in message.alternatives[0][0]
