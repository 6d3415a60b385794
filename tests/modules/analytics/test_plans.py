"""Sales plans: who drafts and sees them, what is queued for 1C, what 1C's answer does."""

from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from integration.fields import Lines, exact, reference
from integration.models import OutboxMessage
from integration.profile import BadProfile, Column, line_of
from integration.reasons import BadValue
from modules.analytics.exchange import plan_payload
from modules.analytics.models import SalesPlan
from modules.analytics.services import plan_answered
from modules.notifications.models import Notification
from tests.factories.talks import plan as make_plan
from tests.world import client_of

pytestmark = pytest.mark.django_db

PLANS = "/api/v1/analytics/plans/"


def draft(user, world, key: str = "", **more):
    asked = {
        "partner": world.partner_a.pk,
        "period_start": "2026-12-01",
        "period_end": "2026-12-31",
        "lines": [{"product": world.shared.pk, "quantity": "120", "amount": "12060.5"}],
        **more,
    }
    return client_of(user).post(PLANS, asked, headers={"Idempotency-Key": key or str(uuid4())})


def kept() -> tuple:
    return tuple(list(table.objects.order_by("pk").values()) for table in (SalesPlan, OutboxMessage))


def test_a_draft_waits_for_1c(world, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        answer = draft(world.head, world)
    assert answer.status_code == 201
    shown, plan = answer.json(), SalesPlan.objects.get()
    assert (shown["status"], shown["exchange"]["state"], shown["author"]) == ("pending", "waiting", world.head.name)
    assert shown["lines"] == [
        {
            "product": "Milk 3.2 %",
            "article": world.shared.article,
            "unit": "pcs",
            "quantity": "120.000",
            "amount": "12060.50",
        }
    ]
    assert OutboxMessage.objects.get(topic="plans").key == plan.ref
    assert plan_payload(plan.ref) == {
        "partner": str(world.partner_a.ref),
        "period_start": "2026-12-01",
        "period_end": "2026-12-31",
        "comment": "",
        "lines": [{"product": str(world.shared.ref), "quantity": "120.000", "amount": "12060.50"}],
    }
    assert Notification.objects.get().subject == "План продаж на 01.12.2026–31.12.2026 ждёт утверждения"


def test_a_repeat_drafts_nothing(world):
    assert draft(world.head, world, "one").json() == draft(world.head, world, "one").json()
    assert SalesPlan.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"period_end": "2026-11-30"}, "period_end"),
        ({"lines": []}, "lines"),
        ({"partner": 0}, "partner"),
        ({"lines": [{"product": 987654, "quantity": "1"}]}, "lines.0.product"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_kept(world, wrong, named):
    before = kept()
    answer = draft(world.head, world, **wrong)
    assert (answer.status_code, list(answer.json()["errors"])) == (400, [named])
    assert kept() == before


def test_neither_for_a_foreign_client_nor_of_foreign_goods(world):
    before = kept()
    assert draft(world.head, world, partner=world.partner_b.pk).status_code == 400
    assert draft(world.head, world, lines=[{"product": world.only_b.pk, "quantity": "1"}]).status_code == 400
    assert draft(world.owner, world).status_code == 403
    assert kept() == before


def test_a_product_twice_is_one_line_too_many(world):
    line = {"product": world.shared.pk, "quantity": "1"}
    assert draft(world.head, world, lines=[line, line]).status_code == 400
    assert not SalesPlan.objects.exists()


def test_lists_pages_and_search(world):
    mine = make_plan(world.partner_a, number="ПП00-000001", comment="December")
    foreign = make_plan(world.partner_b, number="ПП00-000002")
    client = client_of(world.head)
    assert [row["number"] for row in client.get(PLANS).json()["results"]] == [mine.number]
    assert client.get(PLANS, {"search": "decem"}).json()["count"] == 1
    assert client.get(PLANS, {"status": "cancelled"}).json()["count"] == 0
    assert client.get(f"{PLANS}{mine.pk}/").status_code == 200
    assert client.get(f"{PLANS}{foreign.pk}/").status_code == 404
    assert client.post(f"{PLANS}{foreign.pk}/resend/").status_code == 404


def test_goods_that_the_portal_does_not_have_keep_their_figures(world):
    line = {"product": uuid4().hex, "quantity": "5.000", "amount": "10.00"}
    plan = make_plan(world.partner_a, number="ПП00-000001", lines=[line])
    [shown] = client_of(world.head).get(f"{PLANS}{plan.pk}/").json()["lines"]
    assert (shown["product"], shown["quantity"]) == ("", "5.000")


def test_what_1c_no_longer_lists_is_hidden_but_not_a_draft_it_has_not_taken(world):
    make_plan(world.partner_a, number="ПП00-000001", deleted=True)
    waiting = make_plan(world.partner_a, author=world.head, deleted=True)
    listed = client_of(world.head).get(PLANS).json()["results"]
    assert [row["id"] for row in listed] == [waiting.pk]


def test_the_number_of_1c_or_its_refusal(world):
    taken, refused = (make_plan(world.partner_a, author=world.head) for _ in range(2))
    plan_answered(ref=taken.ref, result={"status": "accepted", "number": "ПП00-000009"})
    plan_answered(ref=refused.ref, result={"status": "rejected", "error": {"message": "Нет строк"}})
    taken.refresh_from_db()
    refused.refresh_from_db()
    assert (taken.number, taken.status) == ("ПП00-000009", "pending")
    assert (refused.status, refused.reason) == ("not_taken", "Нет строк")


def test_list_costs_the_same_whatever_its_length(world):
    for number in range(3):
        make_plan(world.partner_a, number=f"ПП00-00000{number}")
    client, counts = client_of(world.head), []
    client.get(PLANS)
    for size in (1, 3):
        with CaptureQueriesContext(connection) as captured:
            assert len(client.get(PLANS, {"page_size": size}).json()["results"]) == size
        counts.append(len(captured))
    assert counts[0] == counts[1]


class TestLines:
    COLUMNS = Lines({"product": reference, "quantity": exact(3)})

    def read(self, given):
        return self.COLUMNS.compile(SalesPlan._meta.get_field("lines"))(given)

    def test_columns_become_rows(self):
        ref = "5F6F2A3C-7A51-4C0E-9D2B-0F5A3F2A9C11"
        assert self.read(([ref, ""], [2, "1.0005"])) == (
            f'[{{"product":"{UUID(ref).hex}","quantity":"2.000"}},{{"product":null,"quantity":"1.001"}}]'
        )
        assert self.read(([], [])) == "[]"

    @pytest.mark.parametrize("given", [(["no guid"], [1]), ([""], ["many"]), ([""], ["9" * 40])])
    def test_what_cannot_be_kept_is_said(self, given):
        with pytest.raises(BadValue):
            self.read(given)

    def test_a_column_of_all_lines_in_the_profile(self):
        column = line_of("Товары[].Количество")
        assert column == Column("Товары", "Количество")
        assert column.of({"Товары": [{"Количество": 1}, {"Количество": 2}]}) == [1, 2]
        assert column.of({"Товары": None}) == []
        with pytest.raises(KeyError):
            column.of({"Товары": [{}]})
        with pytest.raises(BadValue):
            column.of({"Товары": "many"})
        with pytest.raises(BadProfile):
            line_of("Товары[]")
