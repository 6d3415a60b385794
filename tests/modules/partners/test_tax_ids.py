"""Tax ids by country: what is right, what is mistyped, how it is kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from integration.simulator.seed.tax import chinese, kazakh
from modules.partners.applications.countries import COUNTRIES, TAX_FORMS, BadTaxId, tax_id_of

RIGHT = [
    ("RU", "7707083893"),
    ("RU", "500100732259"),
    ("KZ", "971240001315"),
    ("KG", "01234567890123"),
    ("TJ", "123456789"),
    ("UZ", "301234567"),
    ("MN", "2074192"),
    ("TM", "101171000123"),
    ("CN", "91350100M000100Y43"),
]
WRONG = [
    ("RU", "7707083894"),
    ("RU", "500100732258"),
    ("RU", "77070838930"),
    ("KZ", "971240001316"),
    ("KZ", "97124000131"),
    ("KG", "0123456789"),
    ("CN", "91350100M000100Y44"),
    ("TJ", "12345678a"),
    ("UZ", "٣٠١٢٣٤٥٦٧"),
    ("MN", ""),
]


@pytest.mark.parametrize(("country", "text"), RIGHT)
def test_right_ids_are_taken(country, text):
    assert tax_id_of(country, text) == text


@pytest.mark.parametrize(("country", "text"), WRONG)
def test_wrong_ids_are_refused(country, text):
    with pytest.raises(BadTaxId):
        tax_id_of(country, text)


def test_spaces_dashes_and_small_letters_do_not_matter():
    assert tax_id_of("RU", " 7707 083-893 ") == "7707083893"
    assert tax_id_of("CN", "91350100m000100y43") == "91350100M000100Y43"


def test_every_country_has_a_form():
    assert {code for code, _name in COUNTRIES} == set(TAX_FORMS)


@given(st.integers(0, 10**11 - 1), st.integers(1, 9))
def test_mistyped_check_digit_of_a_kazakh_id_is_refused(number, more):
    right = kazakh(f"{number:011d}")
    assert tax_id_of("KZ", right) == right
    wrong = right[:11] + str((int(right[11]) + more) % 10)
    with pytest.raises(BadTaxId):
        tax_id_of("KZ", wrong)


@given(st.integers(0, 10**9 - 1))
def test_chinese_codes_made_elsewhere_are_taken(number):
    assert tax_id_of("CN", chinese(f"91650100{number:09d}"))
