"""Bad data from 1C: the bad row is parked with a reason a person can act on, and every good row gets through."""

from copy import deepcopy
from dataclasses import dataclass, field

import pytest
from django.utils import translation
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from integration import loading, profile, regulation
from integration.client import OData, OneCError, PortalService
from integration.models import ExchangeState, ParkedRow
from integration.regulation import Channel
from modules.claims.models import Claim, ClaimHistory
from modules.partners.models import Region
from tests.integration.loading.hostile import DEEP, hostile_base, text_of

pytestmark = pytest.mark.django_db

LANGUAGES = ("ru", "en", "kk")
EXAMPLES = 20
TEMPLATES = 12  # rows of each example
DATA = HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large
# A Python text may hold half of a surrogate pair; a sender that escapes carelessly sends one.
TEXTS = st.text(max_size=30) | st.sampled_from(
    ["", " ", "Непонятно", "я" * 5_000, "x" * 200_000, "\ufeffBOM", "\x00\x01\x1f", "\ud800", "0001-01-01T00:00:00"]
)
NUMBERS = st.integers(-(10**200), 10**200) | st.floats() | st.sampled_from(["1e999999999", "-1", "NaN", "1e-400"])
GARBAGE = st.sampled_from([DEEP.strip('"'), [], {}, [None], {"a": {"b": [1, {"c": None}]}}, [[[["x"]]]]])
ODD = st.none() | st.booleans() | NUMBERS | TEXTS | GARBAGE
NOT_A_KEY = st.none() | st.booleans() | st.integers(0, 10**30) | st.sampled_from(["", "не ключ", "'", [], {}, "\x00"])
NOT_A_MARK = st.sampled_from(["true", "Да", 1, [], {}, "\x00"])
NOT_A_ROW = st.none() | st.booleans() | st.integers() | TEXTS | GARBAGE


@pytest.fixture
def hostile(onec, settings):
    with hostile_base() as base:
        yield base


@pytest.fixture
def rows_of(onec, pull, settings, hostile):
    """rows_of("clients") → some of 1C's rows; what they point to is loaded, and the hostile base is asked next."""

    def prepare(name: str) -> list[dict]:
        entity, source = regulation.get(name), profile.source_of(name)
        needed = [one.name for one in regulation.needed_by(name)]
        if needed:
            pull(*needed)
        if entity.channel is Channel.CATALOGUE:
            rows = OData().page(source.source, where=source.filter)
            rows = [row for row in rows if all(row.get(field) == value for field, value in source.where.items())]
        else:
            rows = next(PortalService().feed(source.source, limit=TEMPLATES)).items
        settings.ONEC_URL = hostile.url
        return sorted(rows, key=key_of)[:TEMPLATES]

    return prepare


def key_of(row: dict) -> str:
    return row["Ref_Key"] if "Ref_Key" in row else row["id"]


class Spoiling:
    """A row of either channel and where its key, mark, version and fields are."""

    def __init__(self, draw, row: dict, fields: list[str]) -> None:
        self.draw, self.fields, self.row = draw, fields, deepcopy(row)
        is_object = "Ref_Key" in row
        self.data = self.row if is_object else self.row["data"]
        self.key, self.mark, self.version = HEADS[is_object]

    def value(self) -> list[str]:
        self.data.update(self.draw(st.dictionaries(st.sampled_from(self.fields), ODD, min_size=1, max_size=3)))
        return [text_of(self.row)]

    def absent(self) -> list[str]:
        for name in self.draw(st.sets(st.sampled_from(self.fields), min_size=1, max_size=3)):
            self.data.pop(name, None)
        return [text_of(self.row)]

    def no_key(self) -> list[str]:
        return [text_of(self.row | {self.key: self.draw(NOT_A_KEY)})]

    def no_mark(self) -> list[str]:
        return [text_of(self.row | {self.mark: self.draw(NOT_A_MARK)})]

    def odd_version(self) -> list[str]:
        return [text_of(self.row | {self.version: self.draw(ODD)})]

    def no_row(self) -> list[str]:
        return [text_of(self.draw(NOT_A_ROW))]

    def twice(self) -> list[str]:
        """The same key in two rows."""
        return self.draw(st.permutations([text_of(self.row), *self.value()]))

    def named_twice(self) -> list[str]:
        """The same name in one row."""
        name = self.draw(st.sampled_from([self.key, self.mark, self.version]))
        return ['{"' + name + '":"twice",' + text_of(self.row)[1:]]


HEADS = {True: ("Ref_Key", "DeletionMark", "DataVersion"), False: ("id", "deleted", "version")}
KEY_LOST = [Spoiling.no_key, Spoiling.no_row]
KEY_KEPT = [
    Spoiling.value,
    Spoiling.value,
    Spoiling.absent,
    Spoiling.no_mark,
    Spoiling.odd_version,
    Spoiling.twice,
    Spoiling.named_twice,
]


@dataclass
class Served:
    """What the base sends, the keys of rows it leaves as they are, of those it spoils, and how many lost their key."""

    texts: list[str] = field(default_factory=list)
    good: set[str] = field(default_factory=set)
    bad: set[str] = field(default_factory=set)
    keyless: int = 0


@st.composite
def served(draw, rows: list[dict], fields: list[str]) -> Served:
    spoilt, sent = draw(st.sets(st.integers(0, len(rows) - 1), min_size=1, max_size=6)), Served()
    for number, row in enumerate(rows):
        if number not in spoilt:
            sent.texts.append(text_of(row))
            sent.good.add(key_of(row))
            continue
        way = draw(st.sampled_from(KEY_KEPT + KEY_LOST))
        sent.texts += way(Spoiling(draw, row, fields))
        sent.keyless += way in KEY_LOST
        sent.bad |= {key_of(row)} - ({key_of(row)} if way in KEY_LOST else set())
    return sent


def everyone_can_act_on(parked: ParkedRow) -> bool:
    wordings = []
    for language in LANGUAGES:
        with translation.override(language):
            wordings.append(parked.explanation)
    named = parked.reason.get("field") or parked.reason.get("value") or ""
    said = all(wording and "%(" not in wording and named in wording for wording in wordings)
    return said and len(set(wordings)) == len(LANGUAGES)


@pytest.mark.parametrize(
    "name", ["clients", "contacts", "contracts", "products", "packagings", "prices", "stock", "limits", "consignees"]
)
def test_the_bad_row_is_parked_and_the_good_ones_get_through(hostile, rows_of, name):
    entity, source, rows = regulation.get(name), profile.source_of(name), rows_of(name)
    fields = [field for field in source.names() if field not in source.where]

    @given(sent=served(rows, fields), bom=st.booleans())
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=DATA)
    def feed(sent, bom):
        ParkedRow.objects.all().delete()
        entity.model._base_manager.filter(ref__isnull=False).exclude(ref__in=entity.kept).delete()
        hostile.rows, hostile.bom = sent.texts, bom

        loading.load_one(entity, "full")

        held = {str(ref) for ref in entity.model._base_manager.filter(ref__isnull=False).values_list("ref", flat=True)}
        parked = {str(row.ref): row for row in ParkedRow.objects.filter(entity=name)}
        assert sent.good <= held
        assert not sent.good & parked.keys()
        assert sent.bad <= held | parked.keys()
        assert bool(sent.keyless) == any(row.reason["code"] == "key" for row in parked.values())
        assert all(everyone_can_act_on(row) for row in parked.values()), [row.reason for row in parked.values()]

    feed()


@pytest.fixture
def claims(onec, pull, settings, hostile) -> list[dict]:
    """Items of a client that the portal has; the hostile base is asked next."""
    partner = onec.rows("Catalog_Партнеры")[0]["Ref_Key"]
    pull("regions", "clients")
    settings.ONEC_URL = hostile.url
    data = {
        "partner": partner,
        "counterparty": None,
        "contract": None,
        "order": None,
        "number": "П-1",
        "kind": "quality",
        "subject": "Течь",
        "text": "Течёт",
        "status": "Зарегистрирована",
        "answer": "",
        "registered_at": "2026-11-20T10:00:00+05:00",
        "portal_version": None,
    }
    return [
        {"id": f"{number:08d}-0000-4000-8000-000000000000", "version": number, "deleted": False, "data": data}
        for number in range(1, 9)
    ]


def test_a_bad_item_of_a_feed_that_a_module_applies_is_parked_too(hostile, claims):
    entity, fields = regulation.get("claims"), list(claims[0]["data"])

    @given(sent=served(claims, fields), bom=st.booleans())
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=DATA)
    def feed(sent, bom):
        ParkedRow.objects.all().delete()
        ClaimHistory.objects.all().delete()
        Claim.objects.all().delete()
        ExchangeState.objects.filter(entity="claims").delete()
        hostile.rows, hostile.bom = sent.texts, bom

        loading.load_one(entity, "full")

        held = {str(key) for key in Claim.objects.values_list("pk", flat=True)}
        parked = {str(row.ref): row for row in ParkedRow.objects.filter(entity="claims")}
        assert sent.good <= held
        assert sent.bad <= held | parked.keys()
        assert bool(sent.keyless) <= bool(parked)
        assert all(everyone_can_act_on(row) for row in parked.values()), [row.reason for row in parked.values()]

    feed()


def test_a_page_that_cannot_be_read_at_all_stops_the_load_and_lets_nothing_go(hostile, rows_of):
    rows = rows_of("regions")
    hostile.rows = [text_of(row) for row in rows]
    loading.load_one(regulation.get("regions"), "full")
    hostile.rows = ["[" * 5000 + "]" * 5000]
    with pytest.raises(OneCError):
        loading.load_one(regulation.get("regions"), "full")
    assert Region.objects.filter(deleted=False).count() == len(rows)
