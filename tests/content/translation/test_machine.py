"""A machine translates if one is configured; a person publishes what it wrote."""

import pytest
from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.models import StringTranslation
from wagtail_localize.strings import StringValue

from tests.content.translation.editing import publish, submit, synchronise, target_of, translation_of
from tests.content.translation.test_board import board


class Capitals(BaseMachineTranslator):
    """Translates by shouting; breaks down if its options say so."""

    display_name = "Capitals"

    def translate(self, source_locale, target_locale, strings):
        if self.options.get("away"):
            raise ConnectionError
        return {string: StringValue(string.data.upper()) for string in strings}

    def can_translate(self, source_locale, target_locale):
        return True


@pytest.fixture
def submitted(item, administrator):
    submit(administrator, item, "kk")
    return item


def configure(settings, **options) -> None:
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {"CLASS": f"{__name__}.Capitals", "OPTIONS": options}


def translate(client, item):
    translation = translation_of(item)
    return client.post(f"/admin/localize/translate/{translation.pk}/machine_translate/", {"next": "/admin/"})


def test_it_is_off_until_it_is_configured(submitted, administrator):
    assert translate(administrator, submitted).status_code == 404
    assert not StringTranslation.objects.exists()


def test_what_it_wrote_is_marked_and_published_by_a_person(submitted, administrator, settings, get, committed):
    configure(settings)
    translate(administrator, submitted)
    assert board(administrator)["Было"].cells["kk"].by_machine == 3
    synchronise(administrator, submitted, committed, publish_translations="on", use_machine_translation="on")
    assert not target_of(submitted).live
    publish(administrator, translation_of(submitted), committed)
    assert get("page", path=f"/kk/news/{target_of(submitted).slug}/").json()["title"] == "БЫЛО"


def test_a_machine_that_is_away_changes_nothing(submitted, administrator, settings):
    configure(settings, away=True)
    page = administrator.get(translate(administrator, submitted)["Location"])
    assert any("did not answer" in str(message) for message in page.context["messages"])
    assert not StringTranslation.objects.exists()
