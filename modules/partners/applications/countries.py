"""Where applicants may come from, and what a tax id looks like there."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

COUNTRIES = [
    ("KZ", _("Kazakhstan")),
    ("KG", _("Kyrgyzstan")),
    ("TJ", _("Tajikistan")),
    ("CN", _("China")),
    ("UZ", _("Uzbekistan")),
    ("MN", _("Mongolia")),
    ("TM", _("Turkmenistan")),
    ("RU", _("Russia")),
]

CHINESE = "0123456789ABCDEFGHJKLMNPQRTUWXY"
RUSSIAN_10 = (2, 4, 10, 3, 5, 9, 4, 6, 8)
RUSSIAN_11 = (7, *RUSSIAN_10)
RUSSIAN_12 = (3, *RUSSIAN_11)


@dataclass(frozen=True)
class TaxForm:
    """`pattern` of the id without spaces, in capitals; `hint` says it to people; `is_right` checks its check digits."""

    pattern: str
    hint: str | Promise
    is_right: Callable[[str], bool] = lambda text: True


def kazakh(text: str) -> bool:
    """БИН and ИИН: weights 1…11 modulo 11; on 10 once more with weights 3…11, 1, 2; 10 again is never given out."""
    for weights in (range(1, 12), (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2)):
        control = _sum(text, weights) % 11
        if control < 10:
            return control == int(text[11])
    return False


def russian(text: str) -> bool:
    """ИНН: ten digits with one check digit, or twelve with two."""
    if len(text) == 10:
        return _russian_digit(text, RUSSIAN_10) == text[9]
    return _russian_digit(text, RUSSIAN_11) == text[10] and _russian_digit(text, RUSSIAN_12) == text[11]


def chinese(text: str) -> bool:
    """Unified code of GB 32100: weights 3^i modulo 31."""
    total = sum(CHINESE.index(sign) * pow(3, position, 31) for position, sign in enumerate(text[:17]))
    return text[17] == CHINESE[-total % 31]


def _sum(text: str, weights) -> int:
    """Over as many digits as there are weights."""
    return sum(int(digit) * weight for digit, weight in zip(text, weights, strict=False))


def _russian_digit(text: str, weights: tuple[int, ...]) -> str:
    return str(_sum(text, weights) % 11 % 10)


TAX_FORMS = {
    "KZ": TaxForm(r"\d{12}", _("BIN or IIN, 12 digits"), kazakh),
    "KG": TaxForm(r"\d{14}", _("INN, 14 digits")),
    "TJ": TaxForm(r"\d{9}", _("INN, 9 digits")),
    "CN": TaxForm(f"[{CHINESE}]{{18}}", _("Unified social credit code, 18 signs"), chinese),
    "UZ": TaxForm(r"\d{9}|\d{14}", _("STIR, 9 digits, or PINFL, 14 digits")),
    "MN": TaxForm(r"\d{7,12}", _("Register number, 7 to 12 digits")),
    "TM": TaxForm(r"\d{12}", _("Tax number, 12 digits")),
    "RU": TaxForm(r"\d{10}|\d{12}", _("INN, 10 or 12 digits"), russian),
}


class BadTaxId(ValueError):
    """The text says what is wrong with it, in the reader's language."""


def tax_id_of(country: str, text: str) -> str:
    """The id as it is kept: without spaces and dashes, in capitals. BadTaxId."""
    form, bare = TAX_FORMS[country], re.sub(r"[\s\-–.]", "", text).upper()
    if not bare.isascii() or not re.fullmatch(form.pattern, bare):
        raise BadTaxId(_("Expected: %(hint)s.") % {"hint": form.hint})
    if not form.is_right(bare):
        raise BadTaxId(_("The check digit does not fit: please compare with the certificate."))
    return bare
