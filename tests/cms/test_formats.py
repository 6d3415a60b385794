"""Dates and numbers as they are written in each language, the same on the server as in the front end's own tests."""

import json
from datetime import date, datetime

import pytest
from django import forms
from django.urls import reverse
from django.utils.formats import date_format, get_format, number_format
from django.utils.translation import override
from wagtail.admin.localization import get_js_translation_strings
from wagtail.admin.widgets import AdminDateTimeInput

from tests.world import client_of

NBSP = "\xa0"
MOMENT = datetime.fromisoformat("2026-03-09T16:05")  # the ninth of March, not the third of September
WRITTEN = {
    "ru": ["9 марта 2026 г.", "9 марта 2026 г. 16:05", "9 марта", "09.03.2026", "09.03.2026 16:05"],
    "en": ["9 March 2026", "9 March 2026, 16:05", "9 March", "09/03/2026", "09/03/2026 16:05"],
    "kk": ["2026 ж. 9 наурыз", "2026 ж. 9 наурыз, 16:05", "9 наурыз", "09.03.2026", "09.03.2026 16:05"],
}
FORMATS = ["DATE_FORMAT", "DATETIME_FORMAT", "MONTH_DAY_FORMAT", "SHORT_DATE_FORMAT", "SHORT_DATETIME_FORMAT"]
NUMBERS = {"ru": f"1{NBSP}234{NBSP}567,50", "en": "1,234,567.50", "kk": f"1{NBSP}234{NBSP}567,50"}
SHORT_DAYS = {
    "ru": ["Вс", "Пн", "Вт", "Ср", "Чт", "Пт", "Сб"],
    "en": ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
    "kk": ["Жс", "Дс", "Сс", "Ср", "Бс", "Жм", "Сб"],
}


@pytest.mark.parametrize("language", WRITTEN)
def test_dates_are_written_so(language):
    with override(language):
        assert [date_format(MOMENT, name) for name in FORMATS] == WRITTEN[language]


@pytest.mark.parametrize("language", NUMBERS)
def test_numbers_are_written_so(language):
    with override(language):
        assert number_format(1234567.5, decimal_pos=2, force_grouping=True) == NUMBERS[language]


def test_kazakh_months_are_small_inside_a_date():
    with override("kk"):
        written = [date_format(date(2026, month, 1), "E") for month in range(1, 13)]
    assert all(name.islower() for name in written)
    assert len(set(written)) == 12


@pytest.mark.parametrize("language", SHORT_DAYS)
def test_calendar_of_the_admin(language):
    """What Wagtail hands to its date picker, and what the picker hands back."""
    with override(language):
        words = get_js_translation_strings()
        assert words["WEEKDAYS_SHORT"] == SHORT_DAYS[language]
        assert len(set(words["WEEKDAYS_SHORT"])) == 7
        assert get_format("FIRST_DAY_OF_WEEK") == 1
        assert AdminDateTimeInput().format_value(MOMENT) == "09.03.2026 16:05"
        field = forms.DateTimeField()
        assert field.clean("09.03.2026 16:05").replace(tzinfo=None) == MOMENT
        assert field.clean("2026-03-09 16:05").replace(tzinfo=None) == MOMENT


def test_scripts_of_the_admin_speak_kazakh(world):
    world.admin.language = "kk"
    world.admin.save()
    script = client_of(world.admin).get(reverse("wagtailadmin_javascript_catalog")).content.decode()
    assert f'"Main menu": {json.dumps("Негізгі мәзір")}' in script
