"""Many news items at once: copies of one, written by the database itself, in the places treebeard would give them."""

from datetime import date, timedelta
from uuid import uuid4

YEARS = 10  # over which the items are spread
BATCH = 5000


def add_news(news_list, count: int) -> None:
    """`count` live items below `news_list`, each like its last child but for title, address, and date.

    They are found by the words of that child; they have no revisions, as pages have that were imported.
    """
    from content.models import NewsPage

    model = NewsPage.objects.child_of(news_list).order_by("path").last()
    _add_pages(news_list, model, count)
    _add_news(model, date(2026, 11, 1))
    _make_findable(model)


def _add_pages(parent, model, count: int) -> None:
    """Rows of the tree alone, below `parent` and behind `model`, which is its last child."""
    from wagtail.models import Page

    shared = {field.attname: getattr(model, field.attname) for field in Page._meta.concrete_fields}
    for name in (
        "id",
        "path",
        "title",
        "slug",
        "url_path",
        "translation_key",
        "latest_revision_id",
        "live_revision_id",
    ):
        del shared[name]
    last = int(model.path[-Page.steplen :], 36)
    pages = (_page(parent, {**shared, "numchild": 0}, place) for place in range(last + 1, last + count + 1))
    Page.objects.bulk_create(pages, batch_size=BATCH)
    Page.objects.filter(pk=parent.pk).update(numchild=parent.get_children_count() + count)


def _page(parent, shared: dict, place: int):
    from wagtail.models import Page

    title, slug = f"Отгрузка № {place}: масла прибыли на склад", f"shipment-{place}"
    own = {"title": title, "draft_title": title, "slug": slug, "url_path": f"{parent.url_path}{slug}/"}
    path = Page._get_path(parent.path, parent.depth + 1, place)
    return Page(**{**shared, **own, "path": path, "translation_key": uuid4()})


def _add_news(model, last: date) -> None:
    """What `model` has beyond the tree, for every page behind it; the newest first, spread over YEARS."""
    from django.db import connection

    table, keys = model._meta.db_table, _behind(model)
    keys = list(keys.order_by("-path").values_list("pk", flat=True))
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT * FROM "{table}" WHERE page_ptr_id = %s', [model.pk])
        columns, values = [column[0] for column in cursor.description], cursor.fetchone()
        row = dict(zip(columns, values, strict=True))
        days = [last - timedelta(days=number * 365 * YEARS // len(keys)) for number in range(len(keys))]
        rows = [[*{**row, "page_ptr_id": key, "date": day}.values()] for key, day in zip(keys, days, strict=True)]
        listed, places = ", ".join(f'"{name}"' for name in columns), ", ".join(["%s"] * len(columns))
        cursor.executemany(f'INSERT INTO "{table}" ({listed}) VALUES ({places})', rows)


def _behind(model):
    """Pages beside `model` that come after it."""
    return model.get_siblings().filter(path__gt=model.path)


def _make_findable(model) -> None:
    """Entries of the search index; on PostgreSQL `model`'s once more, because the indexer takes minutes."""
    from django.db import connection
    from wagtail.search.backends import get_search_backend

    from content.models import NewsPage

    if connection.vendor == "postgresql":
        _copy_index_entry(model)
        return
    pages = NewsPage.objects.filter(pk__in=_behind(model).values("pk"))
    get_search_backend().get_index_for_model(NewsPage).add_items(NewsPage, list(pages))


def _copy_index_entry(model) -> None:
    from django.db import connection
    from wagtail.search.models import IndexEntry

    table = IndexEntry._meta.db_table
    columns = [field.column for field in IndexEntry._meta.local_concrete_fields]
    copied = [f'"{column}"' for column in columns if column not in ("id", "object_id")]
    pages = list(_behind(model).values_list("pk", flat=True))
    with connection.cursor() as cursor:
        cursor.execute(
            f'INSERT INTO "{table}" (object_id, {", ".join(copied)}) SELECT page::varchar, {", ".join(copied)}'
            f' FROM "{table}", unnest(%s) AS page WHERE object_id = %s AND content_type_id = %s',
            [pages, str(model.pk), model.content_type_id],
        )
