"""What users are told is in their language: the texts of the libraries too, which often have no Kazakh of their own.

An untranslated text is easy to miss: Django shows the Russian one to a Kazakh reader, and the English one to both.
"""

from collections.abc import Callable

import pytest
from django import forms
from django.core import validators
from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext, override
from rest_framework import exceptions, serializers
from rest_framework.validators import UniqueTogetherValidator, UniqueValidator

from cms.accounts.adapter import AccountAdapter
from tests.world import client_of

READERS = ("en", "ru", "kk")
API_FIELDS = [
    serializers.BooleanField, serializers.CharField, serializers.EmailField, serializers.SlugField,
    serializers.UUIDField, serializers.IntegerField, serializers.BigIntegerField, serializers.DecimalField,
    serializers.DateField, serializers.DateTimeField, serializers.ChoiceField, serializers.MultipleChoiceField,
    serializers.ListField, serializers.DictField, serializers.JSONField, serializers.FileField,
    serializers.PrimaryKeyRelatedField, serializers.SlugRelatedField, serializers.ManyRelatedField,
    serializers.Serializer, serializers.ListSerializer,
]  # fmt: skip
FORM_FIELDS = [
    forms.CharField, forms.EmailField, forms.IntegerField, forms.DecimalField, forms.DateField, forms.DateTimeField,
    forms.ChoiceField, forms.MultipleChoiceField, forms.ModelChoiceField, forms.ModelMultipleChoiceField,
    forms.UUIDField, forms.JSONField, forms.FileField, forms.ImageField,
]  # fmt: skip
API_REFUSALS = [
    exceptions.APIException, exceptions.ValidationError, exceptions.ParseError, exceptions.AuthenticationFailed,
    exceptions.NotAuthenticated, exceptions.PermissionDenied, exceptions.NotFound, exceptions.MethodNotAllowed,
    exceptions.NotAcceptable, exceptions.UnsupportedMediaType, exceptions.Throttled,
]  # fmt: skip
VALIDATORS = [
    validators.EmailValidator, validators.URLValidator, validators.RegexValidator, validators.MinValueValidator,
    validators.MaxValueValidator, validators.ProhibitNullCharactersValidator, validators.FileExtensionValidator,
    UniqueValidator, UniqueTogetherValidator,
]  # fmt: skip
PASSWORDS = [
    "The password is too similar to the %(verbose_name)s.",
    "This password is too common.",
    "This password is entirely numeric.",
    "You must type the same password each time.",
]
OF_MODELS = [
    "%(model_name)s with this %(field_label)s already exists.",
    "%(model_name)s with this %(field_labels)s already exists.",
    "Constraint “%(name)s” is violated.",
    "Value %(value)r is not a valid choice.",
]
PLURAL = "django.forms.fields.FileField.max_length"  # a text only once it has its number; it is the first of these
ONE_AND_MANY = [
    (
        "Ensure this filename has at most %(max)d character (it has %(length)d).",
        "Ensure this filename has at most %(max)d characters (it has %(length)d).",
    ),
    (
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
    ),
    (
        "Ensure this value has at least %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at least %(limit_value)d characters (it has %(show_value)d).",
    ),
    (
        "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
    ),
    (
        "Ensure that there are no more than %(max)s digit in total.",
        "Ensure that there are no more than %(max)s digits in total.",
    ),
    (
        "Ensure that there are no more than %(max)s decimal place.",
        "Ensure that there are no more than %(max)s decimal places.",
    ),
    ("%(num)d hour", "%(num)d hours"),
]


LOGIN = "/api/v1/auth/browser/v1/auth/login"
HEADINGS = [("ru", "Страница не найдена"), ("en", "Page not found"), ("kk", "Бет табылмады")]


def texts() -> dict[str, Promise | str]:
    """Where a text comes from → the text."""
    throttled = exceptions.Throttled
    found: dict[str, Promise | str] = {
        "throttled.second": throttled.extra_detail_singular,
        "throttled.seconds": throttled.extra_detail_plural,
    }
    found |= {f"sign-in.{code}": text for code, text in AccountAdapter.error_messages.items()}
    found |= {refusal.__name__: refusal.default_detail for refusal in API_REFUSALS}
    found |= {validator.__name__: validator.message for validator in VALIDATORS}
    found |= {text: text for text in [*PASSWORDS, *OF_MODELS]}
    for field in [*API_FIELDS, *FORM_FIELDS]:
        found |= texts_of_field(field)
    del found[PLURAL]
    return found


def texts_of_field(field: type) -> dict[str, Promise]:
    """What a field of the API or of a form can complain of, by where that is declared."""
    return {
        f"{declared.__module__}.{declared.__name__}.{code}": text
        for declared in field.__mro__
        for code, text in getattr(declared, "default_error_messages", {}).items()
    }


def told(text: Promise | str) -> tuple[str, str, str]:
    """The text for an English, a Russian and a Kazakh reader."""
    return tuple(_in(language, lambda: gettext(text) if type(text) is str else str(text)) for language in READERS)


def _in(language: str, say: Callable[[], str]) -> str:
    with override(language):
        return say()


@pytest.mark.parametrize("place", sorted(texts()))
def test_text_of_a_library_is_told_in_three_languages(place):
    assert len(set(told(texts()[place]))) == 3, told(texts()[place])


@pytest.mark.parametrize(("one", "many"), ONE_AND_MANY)
@pytest.mark.parametrize("number", [1, 3, 10])
def test_text_with_a_number_is_told_in_three_languages(one, many, number):
    assert len({_in(language, lambda: ngettext(one, many, number)) for language in READERS}) == 3


@pytest.mark.django_db
def test_wrong_value_is_explained_in_the_language_asked_for(world):
    said = {}
    for language in READERS:
        answer = client_of(world.owner, language=language).patch("/api/v1/session/", {"language": "xx"})
        assert (answer.status_code, answer.headers["Content-Language"]) == (400, language)
        said[language] = answer.json()["errors"]["language"][0]
    assert len(set(said.values())) == 3, said


@pytest.mark.django_db
def test_failed_sign_in_is_explained_in_the_language_asked_for():
    person = {"email": "nobody@a.example", "password": "wrong-password"}
    said = {
        language: client_of(language=language).post(LOGIN, person).json()["errors"][0]["message"]
        for language in READERS
    }
    assert len(set(said.values())) == 3, said


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "heading"), HEADINGS)
def test_page_is_in_the_language_of_its_address(client, language, heading):
    answer = client.get(f"/{language}/no-such-page/", headers={"Accept-Language": "de"})
    assert (answer.status_code, answer.headers["Content-Language"]) == (404, language)
    assert f"<h1>{heading}</h1>" in answer.content.decode()
