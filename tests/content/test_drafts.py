"""Links to drafts: who makes them, what they open, and when they stop."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.access import roles
from cms.audit.models import Entry
from content.drafts.services import NotOfThisPage, address_of, draft_link_make
from content.models import DraftLink, StandardPage
from tests.content.pages import in_language, news
from tests.content.test_shell import soup, state
from tests.factories import accounts


@pytest.fixture
def item(news_list):
    """A live news item with an older and a newer draft."""
    page = news(news_list, "item", title="Опубликовано")
    for title in ("Первый черновик", "Второй черновик"):
        page.title = title
        page.save_revision()
    return page


@pytest.fixture
def chief(db):
    return accounts.user(roles.PLATFORM_ADMIN)


def path_of(link: DraftLink) -> str:
    return "/" + address_of(link).split("/", 3)[3]


def titles(answer) -> tuple:
    return answer.status_code, state(answer).get("page", {}).get("title")


def test_a_colleague_reads_the_latest_draft_or_the_version_chosen(item, chief, reader):
    latest = draft_link_make(page=item, user=chief)
    first = draft_link_make(page=item, user=chief, revision=item.revisions.order_by("pk").first())
    assert titles(reader.get(path_of(latest))) == (200, "Второй черновик")
    item.title = "Третий черновик"
    item.save_revision()
    answer = reader.get(path_of(latest))
    assert titles(answer) == (200, "Третий черновик")
    assert titles(reader.get(path_of(first))) == (200, "Первый черновик")
    assert (answer["Cache-Control"], answer["X-Robots-Tag"]) == ("no-store, private", "noindex")
    assert soup(answer).find("meta", attrs={"name": "robots"})["content"] == "noindex"
    assert "script-src 'self';" in answer["Content-Security-Policy"] and answer["Referrer-Policy"] == "no-referrer"
    assert state(answer)["path"] == "/ru/news/item/" and state(answer)["preview"]["session"]["user"] is None
    latest.refresh_from_db()
    assert latest.opened == 2 and latest.opened_at is not None


def test_a_link_speaks_the_language_of_its_page(item, chief, reader):
    translated = in_language(item, "kk", title="Аяз", live=False)
    translated.save_revision()
    link = draft_link_make(page=translated, user=chief)
    assert path_of(link).startswith("/kk/draft/")
    answer = reader.get(path_of(link))
    assert titles(answer) == (200, "Аяз") and soup(answer).html["lang"] == "kk"


def test_a_link_that_nobody_made_is_a_404(item, chief, reader):
    path = path_of(draft_link_make(page=item, user=chief))
    other = path_of(draft_link_make(page=item, user=chief))
    key, signature = path.strip("/").split("/")[-1].split(".")
    foreign = other.strip("/").split(".")[-1]
    for token in (f"{key}.{signature[:-1]}", f"{key}.{foreign}", f"x{key[1:]}.{signature}", key, f"{key}.", "1"):
        answer = reader.get(f"/ru/draft/{token}/")
        assert titles(answer) == (404, None), token
    DraftLink.objects.filter(key=key).delete()
    assert reader.get(path).status_code == 404


@pytest.mark.parametrize("change", [{"expires_at": timezone.now()}, {"revoked_at": timezone.now()}])
def test_a_link_whose_time_is_over_says_so_kindly(item, chief, reader, change):
    link = draft_link_make(page=item, user=chief)
    DraftLink.objects.filter(pk=link.pk).update(**change)
    answer = reader.get(path_of(link))
    assert titles(answer) == (410, None) and "черновик" not in str(state(answer))
    assert soup(answer).find("h1") and (answer["Cache-Control"], answer["X-Robots-Tag"]) == (
        "no-store, private",
        "noindex",
    )
    link.refresh_from_db()
    assert link.opened == 0


def test_a_link_goes_with_its_page(item, chief, reader):
    path = path_of(draft_link_make(page=item, user=chief))
    item.delete()
    assert reader.get(path).status_code == 404


def test_an_editor_makes_and_withdraws_a_link_and_both_are_on_record(item, news_editor, reader):
    address = f"/admin/draft-links/{item.pk}/"
    assert news_editor.post(address, {"days": "3", "revision": ""}).status_code == 302
    link = DraftLink.objects.get()
    assert timedelta(days=2.9) < link.expires_at - timezone.now() < timedelta(days=3.1)
    assert address_of(link) in news_editor.get(address).content.decode()
    assert "Опубликовано" in news_editor.get("/admin/reports/draft-links/").content.decode()
    assert f'href="{address}"' in news_editor.get(f"/admin/pages/{item.pk}/edit/").content.decode()
    news_editor.post(f"/admin/draft-links/revoke/{link.pk}/")
    assert reader.get(path_of(link)).status_code == 410
    assert address_of(link) not in news_editor.get(address).content.decode()
    said = Entry.objects.filter(action__startswith="content.draft_link").order_by("pk").values_list("action", flat=True)
    assert list(said) == ["content.draft_link_made", "content.draft_link_revoked"]


def test_only_who_may_edit_the_page_has_links_to_it(home, item, news_editor, chief):
    about = home.add_child(instance=StandardPage(title="О заводе", slug="about", locale=home.locale))
    about.save_revision()
    link = draft_link_make(page=about, user=chief)
    refused = [
        news_editor.get(f"/admin/draft-links/{about.pk}/"),
        news_editor.post(f"/admin/draft-links/{about.pk}/", {"days": "7"}),
        news_editor.post(f"/admin/draft-links/revoke/{link.pk}/"),
    ]
    assert {answer.status_code for answer in refused} == {302}
    assert "О заводе" not in news_editor.get("/admin/reports/draft-links/").content.decode()
    assert DraftLink.objects.working().get() == link


def test_a_version_of_another_page_cannot_be_shown(home, item, news_editor, chief):
    about = home.add_child(instance=StandardPage(title="О заводе", slug="about", locale=home.locale))
    foreign = about.save_revision()
    answer = news_editor.post(f"/admin/draft-links/{item.pk}/", {"days": "7", "revision": foreign.pk})
    assert answer.status_code == 200 and "revision" in answer.context["form"].errors
    with pytest.raises(NotOfThisPage):
        draft_link_make(page=item, user=chief, revision=foreign)
    assert not DraftLink.objects.exists()
