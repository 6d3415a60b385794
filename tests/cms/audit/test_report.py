"""The log in the Wagtail admin: searched, narrowed, exported; nobody writes, few read."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import NoReverseMatch, get_resolver, reverse
from django.utils import timezone
from openpyxl import load_workbook

from cms import audit
from cms.audit.models import Entry
from cms.audit.subscribers import SIGN_IN_FAILED, SIGNED_IN
from tests.access.test_admin import admin_of

pytestmark = pytest.mark.django_db

FORMULA = '=HYPERLINK("http://evil.example")'


@pytest.fixture
def log(world) -> dict[str, Entry]:
    return {
        "owner": audit.record(SIGNED_IN, actor=world.owner, target=world.owner),
        "failed": audit.record(SIGN_IN_FAILED, label=FORMULA),
        "level": audit.record(
            SIGNED_IN, actor=world.admin, label="role", before={"ordering.view_order": "own"},
            after={"ordering.view_order": "all"},
        ),
    }  # fmt: skip


def shown(world, **asked) -> set[int]:
    page = admin_of(world.admin).get(reverse("audit_log"), asked)
    assert page.status_code == 200
    return {entry.pk for entry in page.context["object_list"]}


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"q": "owner@a.example"}, {"owner"}),
        ({"q": "HYPERLINK"}, {"failed"}),
        ({"actor": "admin@"}, {"level"}),
        ({"action": "accounts.sign_in_failed"}, {"failed"}),
        ({"target_type": "accounts.user"}, {"owner"}),
    ],
)
def test_is_searched_and_narrowed(world, log, asked, expected):
    found = shown(world, **asked) & {entry.pk for entry in log.values()}
    assert found == {log[name].pk for name in expected}


def test_is_narrowed_by_date(world, log):
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert not shown(world, at_from=tomorrow.isoformat()) & {entry.pk for entry in log.values()}
    assert shown(world, at_to=tomorrow.isoformat()) >= {entry.pk for entry in log.values()}


def test_shows_what_changed_in_the_readers_words(world, log):
    page = admin_of(world.admin).get(reverse("audit_entry", args=[log["level"].pk])).content.decode()
    assert "See orders" in page
    assert "own" in page
    assert "all" in page


def test_export_is_no_formula_and_is_itself_recorded(world, log):
    client = admin_of(world.admin)
    text = b"".join(client.get(reverse("audit_log"), {"export": "csv"}).streaming_content).decode()
    assert f'"\'{FORMULA.replace(chr(34), chr(34) * 2)}"' in text
    answer = client.get(reverse("audit_log"), {"export": "xlsx", "q": "HYPERLINK"})
    sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active
    cells = [cell for row in sheet.iter_rows() for cell in row if cell.value == FORMULA]
    assert [cell.data_type for cell in cells] == ["s"]
    last = Entry.objects.first()
    assert (last.action, last.after) == ("exports.made", {"format": "xlsx", "filters": {"q": ["HYPERLINK"]}})
    assert last.actor_id == world.admin.pk


@pytest.mark.parametrize("person", ["owner", "service_full", "service_limited"])
def test_others_do_not_read_it(world, log, person):
    client, before = admin_of(getattr(world, person)), Entry.objects.count()
    for page in [reverse("audit_log"), reverse("audit_log_results"), reverse("audit_entry", args=[log["owner"].pk])]:
        answer = client.get(page)
        assert answer.status_code in (302, 403)
        assert "owner@a.example" not in answer.content.decode()
    client.get(reverse("audit_log"), {"export": "csv"})
    assert Entry.objects.count() - before == 0


def test_nobody_writes_it(world, log):
    client, before = admin_of(world.admin), list(Entry.objects.values())
    for page in [reverse("audit_log"), reverse("audit_log_results"), reverse("audit_entry", args=[log["owner"].pk])]:
        for method in (client.post, client.put, client.patch, client.delete):
            assert method(page).status_code == 405
    names = {name for name in get_resolver().reverse_dict if isinstance(name, str) and name.startswith("audit")}
    assert names == {"audit_log", "audit_log_results", "audit_entry"}
    for name in ("entry:add", "entry:edit", "entry:delete"):
        with pytest.raises(NoReverseMatch):
            reverse(name, args=[] if name == "entry:add" else [log["owner"].pk])
    assert list(Entry.objects.values()) == before


def test_a_long_log_costs_no_more_queries(world):
    client = admin_of(world.admin)

    def queries_with(entries: int) -> int:
        for _ in range(entries):
            audit.record(SIGNED_IN, actor=world.owner, target=world.owner)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(reverse("audit_log")).status_code == 200
        return len(asked)

    queries_with(1)  # what a process learns once
    assert queries_with(60) == queries_with(1)
