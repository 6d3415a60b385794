"""What is kept for readers who hold the same never holds what one of them got meanwhile."""

import pytest

from cms.access.checks import visible
from cms.access.holder import forget_all, holder_of
from cms.access.models import Grant
from cms.access.prepared import PreparedForReaders
from modules.partners.models import Partner

pytestmark = pytest.mark.django_db


def test_each_reader_is_answered_with_their_own(world):
    kept = PreparedForReaders()

    def partners(user) -> list[tuple]:
        return kept.run(
            user, "all", lambda: visible(Partner.objects, user, "partners.view_partner").values_list("name")
        )

    for _ in range(2):
        assert partners(world.owner) == [("Astana Trade",)]
        assert partners(world.stranger) == [("Bishkek Trade",)]


def test_grant_that_begins_while_a_query_is_built_is_not_kept_for_others(world):
    kept, given = PreparedForReaders(), []
    same = holder_of(world.head).fingerprint

    def build():
        if not given:
            given.append(Grant.objects.create(user=world.head, partner=world.partner_b.pk))
            world.head.refresh_from_db()
            forget_all()
        return visible(Partner.objects, world.head, "partners.view_partner").order_by("name").values_list("name")

    assert kept.run(world.head, "all", build) == [("Astana Trade",), ("Bishkek Trade",)]
    assert [fingerprint for fingerprint, _shape in kept._shapes._kept] == [holder_of(world.head).fingerprint]
    assert holder_of(world.head).fingerprint != same
