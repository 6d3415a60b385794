"""Converters: what 1C writes and what the portal keeps; whatever comes, a value or BadValue, never anything else."""

import unicodedata
from decimal import ROUND_HALF_UP, Decimal
from uuid import UUID

import pytest
from django.db import models
from hypothesis import given
from hypothesis import strategies as st

from integration.fields import Choice, Date, Flag, Moment, Number, Ratio, Ref, Text
from integration.reasons import REASONS, BadValue, worded

TEXT = Text().compile(models.CharField(max_length=20))
NUMBER = Number().compile(models.DecimalField(max_digits=15, decimal_places=4, null=True))
OPTIONAL_REF = Ref("clients").compile(models.ForeignKey("auth.Group", models.CASCADE, null=True))
REQUIRED_REF = Ref("clients").compile(models.ForeignKey("auth.Group", models.CASCADE))
DATE = Date().compile(models.DateField(null=True))
MOMENT = Moment().compile(models.DateTimeField(null=True))
FLAG = Flag().compile(models.BooleanField())
RATIO = Ratio().compile(models.DecimalField(max_digits=15, decimal_places=4))
STATUS = Choice({"Действует": "active", "": None}).compile(models.CharField(max_length=10))

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=True) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=5,
)


@given(value=ANYTHING, convert=st.sampled_from([TEXT, NUMBER, OPTIONAL_REF, REQUIRED_REF, DATE, MOMENT, FLAG, STATUS]))
def test_whatever_comes_is_converted_or_refused(value, convert):
    try:
        result = convert(value)
    except BadValue as bad:
        assert bad.code in REASONS
        assert worded(bad.reason("Field"))
    except (TypeError, OverflowError):
        pass  # the reader of rows takes these for a wrong type
    else:
        assert result is None or isinstance(result, str | bool)


@given(st.text())
def test_text_keeps_no_control_characters_and_no_blanks_at_its_ends(value):
    try:
        text = TEXT(value)
    except BadValue as bad:
        assert bad.code == "long"
        return
    assert text == text.strip()
    assert not any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t" for c in text)


@pytest.mark.parametrize("raw", ["796 ", "\ufeff796", "\u00a0796\u00a0", "796\x00", " 796\r\n"])
def test_a_code_is_cleaned(raw):
    assert TEXT(raw) == "796"


@given(st.decimals(min_value=-(10**10), max_value=10**10, places=6))
def test_numbers_are_rounded_half_up(value):
    expected = value.quantize(Decimal("0.0001"), rounding=ROUND_HALF_UP)
    assert Decimal(NUMBER(str(value))) == expected


def test_numbers_may_be_numbers():
    assert NUMBER(12.5) == "12.5000"
    assert Decimal(NUMBER("12.5")) == Decimal("12.5")
    assert NUMBER("") is None


@pytest.mark.parametrize("value", ["12,5", "NaN", "Infinity", "1e400", True, []])
def test_what_is_no_number_is_refused(value):
    with pytest.raises(BadValue):
        NUMBER(value)


def test_digits_of_other_scripts_become_plain_ones():
    assert NUMBER("١٢") == "12.0000"


def test_a_number_too_large_for_the_column_is_refused():
    with pytest.raises(BadValue, match="digits"):
        NUMBER("123456789012")
    with pytest.raises(BadValue, match="digits"):
        NUMBER("99999999999.99999")


@given(st.uuids())
def test_references_are_plain_hexadecimal(ref):
    for text in (str(ref), str(ref).upper(), ref.hex):
        if ref != UUID(int=0):
            assert OPTIONAL_REF(text) == ref.hex


def test_an_empty_reference_is_none_or_refused_or_stands_for_something():
    zero = "00000000-0000-0000-0000-000000000000"
    column = models.ForeignKey("auth.Group", models.CASCADE, null=True)
    assert OPTIONAL_REF(zero) is None
    assert Ref("segments", empty="e" * 32).compile(column)(zero) == "e" * 32
    with pytest.raises(BadValue, match="required"):
        REQUIRED_REF(zero)


def test_dates_of_1c():
    assert DATE("0001-01-01T00:00:00") is None
    assert DATE("2026-02-28T00:00:00") == "2026-02-28"
    with pytest.raises(BadValue):
        DATE("2026-02-30T00:00:00")


def test_a_time_without_a_zone_is_in_the_base_s_own(settings):
    assert settings.ONEC_TIME_ZONE == "Asia/Almaty"
    assert MOMENT("2026-11-20T10:00:00") == "2026-11-20 05:00:00"
    assert MOMENT("2026-11-20T10:00:00+03:00") == "2026-11-20 07:00:00"


def test_a_ratio_is_the_factor_of_a_packaging():
    assert Decimal(RATIO(("208", "1"))) == 208
    assert RATIO(("1", "3")) == "0.3333"
    for pair in (("1", "0"), ("0", "1"), ("x", "1")):
        with pytest.raises(BadValue):
            RATIO(pair)


def test_an_unknown_value_of_an_enumeration_is_not_guessed():
    assert STATUS("Действует") == "active"
    with pytest.raises(BadValue, match="choice"):
        STATUS("Приостановлено")
