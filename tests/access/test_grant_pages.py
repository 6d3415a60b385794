"""Grants in the Wagtail admin: in lists, on a person's page, from a partner's page, for a whole region."""

import json
from datetime import timedelta
from io import BytesIO

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from cms.access.checks import allows
from cms.access.levels import Level
from cms.access.models import Grant, Role
from cms.audit.models import Entry
from tests.access.test_admin import admin_of
from tests.factories import accounts, partners
from tests.world import client_of

pytestmark = pytest.mark.django_db

SEE = "partners.view_partner"


@pytest.fixture
def limited(world):
    """The limited manager, made an administrator of grants and roles within their region."""
    levels = Role.objects.get(code="service_manager_limited").levels
    levels.filter(permission__in=["access.manage_grants", "access.assign_roles"]).update(level=Level.ALL)
    world.service_limited.access_version += 1
    world.service_limited.save()
    return world.service_limited


def test_a_grant_is_given_once_and_recorded(world):
    client = admin_of(world.admin)
    data = {"user": world.owner.pk, "partner": world.partner_b.pk}
    assert not allows(world.owner, SEE, world.partner_b)
    assert client.post(reverse("grant:add"), data).status_code == 302
    grant = Grant.objects.get(user=world.owner, partner=world.partner_b.pk)
    assert (grant.granted_by, grant.valid_until) == (world.admin, None)
    world.owner.refresh_from_db()
    assert allows(world.owner, SEE, world.partner_b)
    assert client.post(reverse("grant:add"), data).status_code == 200  # the form again, with what is wrong
    assert Grant.objects.filter(user=world.owner, partner=world.partner_b.pk).count() == 1
    entry = Entry.objects.get(action="access.grant_given")
    assert (entry.actor_id, entry.after) == (world.admin.pk, {"partner": "Bishkek Trade"})


def test_a_term_counts_whole_days(world):
    today = timezone.localdate()
    data = {
        "user": world.owner.pk,
        "partner": world.partner_b.pk,
        "valid_from": today.isoformat(),
        "valid_until": today.isoformat(),
    }
    assert admin_of(world.admin).post(reverse("grant:add"), data).status_code == 302
    grant = Grant.objects.get(user=world.owner, partner=world.partner_b.pk)
    assert grant.valid_until - grant.valid_from == timedelta(days=1)
    assert timezone.localtime(grant.valid_from).date() == today
    form = admin_of(world.admin).get(reverse("grant:edit", args=[grant.pk])).context["form"]
    assert form.initial["valid_until"] == today


@pytest.mark.parametrize(
    "wrong",
    [
        {},
        {"everything": "on", "partner": "PARTNER"},
        {"partner": "999999"},
        {"partner": "PARTNER", "valid_from": "2030-02-02", "valid_until": "2030-02-01"},
        {"partner": "PARTNER", "valid_until": "2020-01-01"},
        {"partner": "PARTNER", "user": "999999"},
    ],
)
def test_what_makes_no_sense_is_refused(world, wrong):
    data = {"user": str(world.owner.pk), **wrong}
    data = {key: value.replace("PARTNER", str(world.partner_b.pk)) for key, value in data.items()}
    before = list(Grant.objects.values())
    assert admin_of(world.admin).post(reverse("grant:add"), data).status_code == 200
    assert list(Grant.objects.values()) == before
    assert not Entry.objects.filter(action__startswith="access.").exists()


def test_everything_must_be_said(world):
    data = {"user": world.stranger.pk, "everything": "on"}
    assert admin_of(world.admin).post(reverse("grant:add"), data).status_code == 302
    assert Grant.objects.filter(user=world.stranger, partner__isnull=True).count() == 1


def test_a_grant_is_changed_and_taken(world):
    client, grant = admin_of(world.admin), Grant.objects.get(user=world.colleague)
    data = {"partner": world.partner_a.pk, "contract": world.contract_a1.pk}
    assert client.post(reverse("grant:edit", args=[grant.pk]), data).status_code == 302
    grant.refresh_from_db()
    assert grant.contract == world.contract_a1.pk
    entry = Entry.objects.get(action="access.grant_changed")
    assert entry.before["contract"] != entry.after["contract"]
    assert client.get(reverse("grant:delete", args=[grant.pk])).status_code == 200
    assert client.post(reverse("grant:delete", args=[grant.pk])).status_code == 302
    assert not Grant.objects.filter(pk=grant.pk).exists()


def test_afterwards_one_is_back_where_one_came_from(world):
    client = admin_of(world.admin)
    here = reverse("access_reach", args=["partner", world.partner_b.pk])
    data = {"user": world.owner.pk, "partner": world.partner_b.pk, "next": here}
    assert client.post(reverse("grant:add"), data).headers["Location"] == here
    data = {"user": world.head.pk, "partner": world.partner_b.pk, "next": "https://evil.example/"}
    away = client.post(reverse("grant:add"), data).headers["Location"]
    assert away == reverse("access_person", args=[world.head.pk])


def test_a_bounded_administrator_sees_their_own_rows_only(world, limited):
    client = admin_of(limited)
    foreign, own = Grant.objects.get(user=world.stranger), Grant.objects.get(user=world.head)
    for name in ("index", "index_results"):
        page = client.get(reverse(f"grant:{name}")).content.decode()
        assert "head@a.example" in page
        assert "stranger@b.example" not in page
        assert "Bishkek" not in page
    export = b"".join(client.get(reverse("grant:index"), {"export": "csv"}).streaming_content).decode()
    assert "Astana Trade" in export
    assert "Bishkek" not in export
    for name in ("edit", "delete"):
        assert client.get(reverse(f"grant:{name}", args=[own.pk])).status_code == 200
        assert client.get(reverse(f"grant:{name}", args=[foreign.pk])).status_code == 404
        assert client.post(reverse(f"grant:{name}", args=[foreign.pk])).status_code == 404
    assert client.get(reverse("access_person", args=[world.stranger.pk])).status_code == 404
    assert client.get(reverse("access_reach", args=["partner", world.partner_b.pk])).status_code == 404
    assert "stranger@b.example" not in client.get(reverse("access_people")).content.decode()
    assert Grant.objects.filter(pk=foreign.pk).exists()


def test_a_bounded_administrator_gives_within_their_own_only(world, limited):
    client, deputy = admin_of(limited), accounts.user("service_manager_limited")
    add = reverse("grant:add")
    assert client.post(add, {"user": deputy.pk, "partner": world.partner_b.pk}).status_code == 200
    assert client.post(add, {"user": deputy.pk, "everything": "on"}).status_code == 200
    assert client.post(add, {"user": world.stranger.pk, "partner": world.partner_a.pk}).status_code == 200
    assert client.post(add, {"user": world.head.pk, "contract": world.contract_a1.pk}).status_code == 200
    assert not Entry.objects.filter(action="access.grant_given").exists()
    assert client.post(add, {"user": deputy.pk, "partner": world.partner_a.pk}).status_code == 302
    assert Grant.objects.get(user=deputy).partner == world.partner_a.pk


def test_choosers_find_by_name_what_one_may_see(world, limited):
    address = reverse("access_choose_partner:choose_results")
    assert "Bishkek" in admin_of(world.admin).get(address, {"q": "trade bish"}).content.decode()
    page = admin_of(limited).get(address, {"q": "trade"}).content.decode()
    assert "Astana" in page
    assert "Bishkek" not in page
    partners.partner("Алтын Май Трейд", world.region_kz)
    for words in ("май", "МАЙ", "алтын трейд"):
        assert "Алтын Май" in admin_of(limited).get(address, {"q": words}).content.decode()
    chosen = "access_choose_partner:chosen"
    assert admin_of(limited).get(reverse(chosen, args=[world.partner_a.pk])).status_code == 200
    assert admin_of(limited).get(reverse(chosen, args=[world.partner_b.pk])).status_code == 404
    many = admin_of(limited).get(
        reverse("access_choose_partner:chosen_multiple"), {"id": [world.partner_a.pk, world.partner_b.pk]}
    )
    assert [row["id"] for row in json.loads(many.content)["result"]] == [str(world.partner_a.pk)]
    people = admin_of(limited).get(reverse("access_choose_user:choose_results")).content.decode()
    assert "head@a.example" in people
    assert "stranger@b.example" not in people


def test_a_persons_page_shows_and_sets_roles(world):
    client, page = admin_of(world.admin), reverse("access_person", args=[world.owner.pk])
    answer = client.get(page)
    assert [role.code for role in answer.context["held"]] == ["buyer_manager"]
    assert len(answer.context["roles"]) == Role.objects.count() == 15
    senior = Role.objects.get(code="buyer_senior")
    assert client.post(page, {"role": [senior.pk]}).status_code == 302
    assert [group.role.code for group in world.owner.groups.all()] == ["buyer_senior"]
    entry = Entry.objects.get(action="access.roles_changed")
    assert (entry.before, entry.after) == ({"roles": ["buyer_manager"]}, {"roles": ["buyer_senior"]})
    assert entry.target_id == str(world.owner.pk)


def test_roles_above_ones_own_are_not_given(world, limited):
    client, page = admin_of(limited), reverse("access_person", args=[limited.pk])
    offered = {line["role"].code for line in client.get(page).context["roles"]}
    assert "platform_admin" not in offered
    ticked = Role.objects.filter(code__in=["service_manager_limited", "platform_admin"]).values_list("pk", flat=True)
    client.post(page, {"role": list(ticked)})
    assert [group.role.code for group in limited.groups.all()] == ["service_manager_limited"]
    assert not Entry.objects.filter(action="access.roles_changed").exists()


def test_roles_take_a_permission_of_their_own(world):
    page = reverse("access_person", args=[world.service_limited.pk])
    client = admin_of(world.service_full)
    assert client.get(page).status_code == 200
    client.post(page, {"role": []})
    assert world.service_limited.groups.count() == 1


def test_who_has_access_to_a_partner(world):
    page = admin_of(world.admin).get(reverse("access_reach", args=["partner", world.partner_a.pk]))
    by_grant = {line["shown"].grant.user.email: line["reaches"] for line in page.context["grants"]}
    assert by_grant == {
        "owner@a.example": True,
        "colleague@a.example": True,
        "head@a.example": True,
        "service.limited@kabinet.example": True,
    }
    everywhere = {person.email for person in page.context["everywhere"]}
    assert everywhere == {"service.full@kabinet.example", "admin@kabinet.example"}
    inspect = admin_of(world.admin).get(reverse("partner:inspect", args=[world.partner_a.pk])).content.decode()
    assert reverse("access_reach", args=["partner", world.partner_a.pk]) in inspect


def test_a_regions_partners_are_given_at_once(world):
    second = partners.partner("Almaty Trade", world.region_kz)
    deputy = accounts.user("service_manager_limited", grants=({"partner": world.partner_a},))
    client, page = admin_of(world.admin), f"{reverse('grant:bulk')}?region={world.region_kz.pk}"
    assert {partner.name for partner in client.get(page).context["offered"]} == {"Astana Trade", "Almaty Trade"}
    ticked = [world.partner_a.pk, second.pk, world.partner_b.pk]  # the last is of another region
    assert client.post(page, {"user": deputy.pk, "partner": ticked}).status_code == 302
    given = Grant.objects.filter(user=deputy).values_list("partner", flat=True)
    assert sorted(given) == sorted([world.partner_a.pk, second.pk])
    assert client.post(page, {"user": deputy.pk}).status_code == 200
    assert Grant.objects.filter(user=deputy).count() == 2


def test_what_lapses_soon_is_announced(world):
    Grant.objects.filter(user=world.head).update(valid_until=timezone.now() + timedelta(days=3))
    Grant.objects.filter(user=world.owner).update(valid_until=timezone.now() + timedelta(days=30))
    Grant.objects.filter(user=world.colleague).update(valid_until=timezone.now() - timedelta(days=1))
    client = admin_of(world.admin)
    page = client.get(reverse("grant:index"))
    assert [shown.grant.user for shown in page.context["lapsing"]] == [world.head]
    home = client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse("access_person", args=[world.head.pk]) in home
    assert reverse("access_person", args=[world.owner.pk]) not in home
    for term, user in [("soon", world.head), ("over", world.colleague)]:
        listed = client.get(reverse("grant:index"), {"term": term}).context["object_list"]
        assert [shown.grant.user for shown in listed] == [user]


def test_lists_are_searched_and_exported(world):
    client = admin_of(world.admin)
    found = client.get(reverse("grant:index"), {"q": "bishkek"}).context["object_list"]
    assert [shown.grant.user for shown in found] == [world.stranger]
    found = client.get(reverse("grant:index"), {"q": "head@ astana"}).context["object_list"]
    assert [shown.grant.user for shown in found] == [world.head]
    people = client.get(reverse("access_people"), {"q": "stranger"}).context["object_list"]
    assert [(person.email, person.live) for person in people] == [("stranger@b.example", 1)]
    for name in ("grant:index", "access_people"):
        answer = client.get(reverse(name), {"export": "xlsx"})
        rows = list(load_workbook(BytesIO(b"".join(answer.streaming_content))).active.iter_rows(values_only=True))
        assert len(rows) > 5
    assert Entry.objects.filter(action="exports.made").count() == 2


def test_lists_cost_the_same_with_more_rows(world, django_assert_max_num_queries):
    client = admin_of(world.admin)
    Grant.objects.bulk_create(
        Grant(user=world.head, partner=world.partner_a.pk, contract=world.contract_a1.pk, product_line=n)
        for n in range(60)
    )
    person = reverse("access_person", args=[world.head.pk])
    reach = reverse("access_reach", args=["partner", world.partner_a.pk])
    for page, most in [(reverse("grant:index"), 22), (reverse("access_people"), 16), (person, 40), (reach, 30)]:
        client.get(page)
        with django_assert_max_num_queries(most):
            assert client.get(page).status_code == 200


PAGES = ["access_people", "access_people_results", "access_why"]


@pytest.mark.parametrize("person", ["service_limited", "owner", "guest"])
def test_only_administrators_of_grants_come_in(world, person):
    grant, before = Grant.objects.get(user=world.head), list(Grant.objects.values())
    client = admin_of(getattr(world, person)) if person != "guest" else client_of()
    pages = [reverse(name) for name in PAGES]
    pages += [reverse(f"grant:{name}") for name in ("index", "index_results", "add", "bulk")]
    pages += [reverse(f"grant:{name}", args=[grant.pk]) for name in ("edit", "delete")]
    pages += [reverse("access_person", args=[world.head.pk]), reverse("access_reach", args=["partner", 1])]
    for axis in ("user", "region", "partner", "contract", "product_line"):
        pages += [reverse(f"access_choose_{axis}:{name}") for name in ("choose", "choose_results", "chosen_multiple")]
        pages += [reverse(f"access_choose_{axis}:chosen", args=[1])]
    data = {"user": world.owner.pk, "partner": world.partner_b.pk, "role": [13]}
    for page in pages:
        assert client.get(page).status_code in (302, 403), page
        assert client.post(page, data).status_code in (302, 403), page
    assert list(Grant.objects.values()) == before
    assert list(world.head.groups.values_list("role__code", flat=True)) == ["buyer_head"]
    assert not Entry.objects.filter(action__startswith="access.").exists()
