"""The verdict of `make chaos` sees what it is there to see."""

import copy

import pytest

from tests.chaos.storm.buyers import Placed
from tests.chaos.storm.verdict import compare

ID, OTHER = "00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"
REF, PRODUCT = "00000000-0000-4000-8000-00000000000a", "00000000-0000-4000-8000-00000000000b"
OURS = {
    "onec_ref": REF,
    "onec_number": "ТД00-000001",
    "onec_state": "Закрыт",
    "status": "closed",
    "delivery": "delivered",
    "partner": REF,
    "agreement": REF,
    "contract": None,
    "client_reference": "crowd-1/0",
    "total": "20.50",
    "lines": [{"product": PRODUCT, "packaging": None, "quantity": "2.000", "price": "10.2500", "amount": "20.50"}],
}
DOCUMENT = {
    "portal_id": ID,
    "ref": REF,
    "number": "ТД00-000001",
    "state": "Закрыт",
    "document": {
        "Партнер_Key": REF,
        "Соглашение_Key": REF,
        "Договор_Key": "00000000-0000-0000-0000-000000000000",
        "НомерПоДаннымКлиента": "crowd-1/0",
        "СуммаДокумента": 20.5,
        "Товары": [
            {
                "Номенклатура_Key": PRODUCT,
                "Упаковка_Key": "00000000-0000-0000-0000-000000000000",
                "КоличествоУпаковок": 2.0,
                "Цена": 10.25,
                "Сумма": 20.5,
            }
        ],
    },
}
PLACED = [Placed(ID, "crowd-1/0", 1)]


def test_both_sides_hold_the_same():
    verdict = compare(PLACED, {ID: OURS}, [DOCUMENT])
    assert verdict.holds(1)
    assert str(verdict) == "placed=1 in_1c=1 duplicates=0 lost=0 mismatched=0"


@pytest.mark.parametrize(
    ("placed", "ours", "documents", "expected"),
    [
        (PLACED, {ID: OURS}, [], "placed=1 in_1c=0 duplicates=0 lost=1 mismatched=0"),
        (PLACED, {}, [DOCUMENT], "placed=1 in_1c=1 duplicates=0 lost=1 mismatched=0"),
        (PLACED, {ID: OURS}, [DOCUMENT, DOCUMENT], "placed=1 in_1c=1 duplicates=1 lost=0 mismatched=0"),
        (PLACED, {ID: OURS, OTHER: OURS}, [DOCUMENT], "placed=1 in_1c=1 duplicates=1 lost=0 mismatched=0"),
        ([], {ID: OURS}, [DOCUMENT], "placed=0 in_1c=1 duplicates=0 lost=0 mismatched=1"),
    ],
    ids=["lost on the way", "lost here", "two documents", "two orders of one wish", "nobody was told"],
)
def test_what_went_astray_is_counted(placed, ours, documents, expected):
    verdict = compare(placed, ours, documents)
    assert str(verdict) == expected
    assert not verdict.holds(1)


@pytest.mark.parametrize("field", ["onec_ref", "onec_number", "onec_state", "status", "delivery", "partner", "total"])
def test_a_field_that_differs_is_a_mismatch(field):
    ours = OURS | {field: "21" if field == "total" else "placed"}
    verdict = compare(PLACED, {ID: ours}, [DOCUMENT])
    assert verdict.mismatched == 1 and verdict.wrong


def test_a_line_that_differs_is_a_mismatch():
    document = copy.deepcopy(DOCUMENT)
    document["document"]["Товары"][0]["КоличествоУпаковок"] = 3.0
    verdict = compare(PLACED, {ID: OURS}, [document])
    assert verdict.mismatched == 1 and "lines" in verdict.wrong[0]
