"""Channel B: full loads page by page, then what changed."""

import pytest

REGISTERS = {"prices", "stock", "assortment", "limits"}
OBJECTS = {"orders", "counterparties", "consignees", "addresses", "claims", "notifications", "messages"}


def load(service, entity: str, limit: int, since: str | None = None, between=lambda: None) -> tuple[list[dict], str]:
    """Everything from `since` (None = all) to the end, and the mark to go on from."""
    items, more = [], True
    while more:
        page = service(entity, limit=limit, **({"since": since} if since else {})).json()
        items, since, more = items + page["items"], page["mark"], page["more"]
        between()
    return items, since


def test_ping_tells_time_and_features(service):
    answer = service("ping").json()
    assert set(answer) == {"time", "configuration", "release", "features"}
    assert answer["time"].endswith("+05:00")
    asked = {"stock.ask", "limits.ask", "plans.write", "plans.search", "contacts.write", "webhooks"}
    assert set(answer["features"]) >= REGISTERS | OBJECTS | asked


def test_the_root_lists_entities_and_their_freshness(onec, service):
    entities = {row["name"]: row for row in service("").json()["entities"]}
    assert set(entities) == REGISTERS | OBJECTS
    assert entities["prices"]["changed_at"] and entities["prices"]["mark"]
    counts = onec.control("GET", "counts")
    assert {name: row["rows"] for name, row in entities.items()} == {name: counts.get(name, 0) for name in entities}


@pytest.mark.parametrize("limit", [999, 50_000])
def test_a_full_load_gives_every_row_once_in_key_order(service, onec, limit):
    items, _ = load(service, "prices", limit)
    ids = [item["id"] for item in items]
    assert len(ids) == onec.control("GET", "counts")["prices"] == len(set(ids))
    assert ids == sorted(ids)


def test_items_have_id_version_deleted_and_data(service):
    item = service("stock", limit=1).json()["items"][0]
    assert set(item) == {"id", "version", "deleted", "data"}
    assert isinstance(item["version"], int)
    assert set(item["data"]) == {"product", "warehouse", "characteristic", "available", "calculated_at"}


def test_after_a_full_load_nothing_comes_again(service, onec):
    _, mark = load(service, "prices", 5_000)
    assert load(service, "prices", 5_000, mark) == ([], mark)


def test_a_change_comes_once(service, onec):
    items, mark = load(service, "prices", 5_000)
    onec.edit("prices", {"price": "77.0000"}, key=items[3]["id"])
    changed, later = load(service, "prices", 5_000, mark)
    assert [item["data"]["price"] for item in changed] == ["77.0000"]
    assert changed[0]["version"] > items[3]["version"]
    assert load(service, "prices", 5_000, later)[0] == []


def test_rows_changed_while_a_full_load_runs_come_after_it(service, onec):
    first = service("prices", limit=2_000).json()
    onec.edit("prices", {"price": "5.0000"}, key=first["items"][0]["id"])
    _, mark = load(service, "prices", 2_000, first["mark"])
    changed, _ = load(service, "prices", 2_000, mark)
    assert [item["id"] for item in changed] == [first["items"][0]["id"]]


def test_rows_made_while_a_full_load_runs_are_not_lost(service, onec):
    product = onec.rows("Catalog_Номенклатура", 1)[0]["Ref_Key"]
    made = []

    def make_one():
        row = {"product": product, "price_kind": product, "packaging": None, "price": f"{len(made)}.0000"}
        made.extend(onec.edit("prices", {**row, "characteristic": f"{len(made)}"}))

    items, mark = load(service, "prices", 2_000, between=make_one)
    later, _ = load(service, "prices", 2_000, mark)
    assert {row["key"] for row in made} <= {item["id"] for item in items + later}


def test_changes_come_page_by_page_in_the_order_of_the_writes(service, onec):
    items, mark = load(service, "stock", 5_000)
    keys = [item["id"] for item in items[:5]][::-1]
    for key in keys:
        onec.edit("stock", {"available": "1.000"}, key=key)
    changed, _ = load(service, "stock", 2, mark)
    assert [item["id"] for item in changed] == keys


def test_a_deleted_row_is_announced(service, onec):
    items, mark = load(service, "assortment", 5_000)
    onec.edit("assortment", {}, key=items[0]["id"], deleted=True)
    changed, _ = load(service, "assortment", 10, mark)
    assert [(item["id"], item["deleted"]) for item in changed] == [(items[0]["id"], True)]


def test_the_etag_is_the_mark(service, onec):
    answer = service("prices", limit=50_000)
    assert answer.headers["etag"] == f'"{answer.json()["mark"]}"'


def test_nothing_new_is_304_until_something_is(service, onec):
    items, mark = load(service, "prices", 50_000)
    headers = {"If-None-Match": f'"{mark}"'}
    assert service("prices", since=mark, headers=headers).status_code == 304
    onec.edit("prices", {"price": "1.0000"}, key=items[0]["id"])
    assert service("prices", since=mark, headers=headers).status_code == 200


def test_a_write_elsewhere_does_not_end_a_304(service, onec):
    _, mark = load(service, "prices", 50_000)
    onec.edit("stock", {"available": "1.000"}, key=service("stock", limit=1).json()["items"][0]["id"])
    assert service("prices", headers={"If-None-Match": f'"{mark}"'}).status_code == 304


def test_a_mark_that_is_too_old_is_410(service, onec):
    _, mark = load(service, "prices", 50_000)
    onec.control("POST", "forget")
    assert service("prices", since=mark).status_code == 410
    _, mark = load(service, "prices", 50_000)
    assert service("prices", since=mark).status_code == 200


def test_a_mark_from_before_a_reset_is_410(service, onec):
    _, mark = load(service, "prices", 50_000)
    onec.reset()
    assert service("prices", since=mark).status_code == 410


@pytest.mark.parametrize("params", [{"since": "вчера"}, {"limit": "0"}, {"limit": "много"}])
def test_a_wrong_parameter_is_400(service, params):
    assert service("prices", **params).status_code == 400


def test_an_unknown_entity_is_404(service):
    assert service("нет").status_code == 404
