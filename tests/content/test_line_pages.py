"""Pages of product lines: the editor's words and the line's products, public facts only."""

from datetime import timedelta

import pytest
from django.utils import timezone

from cms.switches.models import SwitchedOff
from content.delivery.public import LANGUAGES
from modules.catalog import demo
from modules.catalog.kinds import MOST
from modules.catalog.models import Product, ProductLine, ProductLinePage
from tests.content.pages import in_language
from tests.factories import catalog, partners
from tests.factories.counter import ref

PATH = "/ru/oils/"


@pytest.fixture
def line(db) -> ProductLine:
    return catalog.line("Моторные масла")


@pytest.fixture
def page(home, line) -> ProductLinePage:
    made = home.add_child(
        instance=ProductLinePage(title="Моторные масла", slug="oils", lead="Для дизелей", line=line, locale=home.locale)
    )
    in_language(made, "kk", title="Мотор майлары")
    return made


def product(line: ProductLine, name: str, **fields) -> Product:
    return catalog.product(name=name, line=line, **fields)


def test_it_lists_what_anybody_may_know(page, line, get, reader):
    shown = product(line, "Тенгри 10W-40", article="T-1040")
    catalog.packaging(shown, "Канистра 4 л", "4")
    catalog.price(shown, partners.price_kind("Оптовая"), "777.77")
    product(line, "Снято", deleted=True)
    product(line, "Доставка", kind="service")
    product(catalog.line("Другая"), "Чужое")
    said = get("page", path=PATH).json()
    assert said["products"] == [
        {"name": "Тенгри 10W-40", "article": "T-1040", "group": said["products"][0]["group"],
         "packagings": ["Канистра 4 л"]}
    ]  # fmt: skip
    assert (said["type"], said["more"], said["intro"]) == ("catalog.ProductLinePage", False, "Для дизелей")
    assert get("page", path="/kk/oils/").json()["products"] == said["products"]
    html = reader.get(PATH).content.decode()
    assert "Тенгри 10W-40" in html and "777" not in html


@pytest.mark.parametrize("count", [1, 8])
def test_it_costs_the_same_however_long_the_line(page, line, get, count, django_assert_num_queries, forget):
    for number in range(count):
        catalog.packaging(product(line, f"Масло {number}"), "Бочка", "200")
    forget()
    with django_assert_num_queries(5):
        get("page", path=PATH)


def test_a_long_line_leads_to_the_catalogue(page, line, get):
    for number in range(MOST + 1):
        product(line, f"Масло {number:03}")
    said = get("page", path=PATH).json()
    assert (len(said["products"]), said["more"], said["line"]) == (MOST, True, line.pk)


def test_what_1c_changed_is_seen_within_the_hour(page, line, get, reader, monkeypatch):
    before = timezone.now()
    assert get("page", path=PATH).json()["products"] == []
    monkeypatch.setattr(timezone, "now", lambda: before + timedelta(minutes=29))
    reader.get(PATH)  # made of the kept document
    Product.objects.bulk_create([Product(ref=ref(), name="Новое", line=line)])  # as a load writes: no signal
    monkeypatch.setattr(timezone, "now", lambda: before + timedelta(minutes=31))
    assert [each["name"] for each in get("page", path=PATH).json()["products"]] == ["Новое"]
    assert "Новое" in reader.get(PATH).content.decode()


def test_switched_off_it_is_gone_for_readers_and_there_for_editors(page, get, reader, administrator, committed):
    assert get("page", path=PATH).status_code == 200
    with committed():
        switch = SwitchedOff.objects.create(module="catalog", partner=None)
    assert get("page", path=PATH).status_code == 404 and reader.get(PATH).status_code == 404
    assert administrator.get(f"/admin/pages/{page.pk}/edit/").status_code == 200
    with committed():
        switch.delete()
    assert get("page", path=PATH).status_code == 200


def test_the_demo_shows_three_lines_in_three_languages(home, get):
    for name in ("Ultra", "Comfort", "Standard"):
        product(catalog.line(f"TENGRI {name}"), f"Масло {name}")
    demo.load()
    demo.load()  # changes nothing
    assert ProductLinePage.objects.filter(live=True).count() == 9
    for language in LANGUAGES:
        said = get("page", path=f"/{language}/products/ultra/").json()
        assert (said["locale"], [each["name"] for each in said["products"]]) == (language, ["Масло Ultra"])
        header = get("site", locale=language).json()["menus"]["header"]
        assert [len(entry["children"]) for entry in header] == [3]
