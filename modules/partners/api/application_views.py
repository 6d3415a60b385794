"""The public form of a company that wants to become a client. Its answer says nothing of who is known already."""

from django.conf import settings
from django.utils.translation import gettext_lazy as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from cms.api.authentication import SessionAuthentication
from cms.api.problems import Problem
from cms.api.views import PUBLIC, PortalView
from modules.partners.applications import consent, form
from modules.partners.applications.countries import COUNTRIES, TAX_FORMS, BadTaxId, tax_id_of
from modules.partners.applications.services import application_submit

REFUSED = {
    "expired": _("This form was open for too long. Please send it again."),
    "too_fast": _("That was very fast. Please look through the form and send it again."),
}
PHONE = r"^\+?[0-9 ()\-]{7,32}$"


class ApplicationCountrySerializer(serializers.Serializer):
    code = serializers.CharField()
    name = serializers.CharField()
    tax_id_hint = serializers.CharField()


class ApplicationFormSerializer(serializers.Serializer):
    """An empty form; `form` goes back with it, once."""

    form = serializers.CharField()
    countries = ApplicationCountrySerializer(many=True)
    consent_version = serializers.CharField()
    consent_text = serializers.CharField()


class ApplicationInput(serializers.Serializer):
    form = serializers.CharField(max_length=500)
    company = serializers.CharField(max_length=250)
    country = serializers.ChoiceField(COUNTRIES)
    tax_id = serializers.CharField(max_length=40)
    first_name = serializers.CharField(max_length=150)
    last_name = serializers.CharField(max_length=150)
    email = serializers.EmailField(max_length=254)
    phone = serializers.RegexField(PHONE, error_messages={"invalid": _("A telephone number, like +7 701 123 45 67.")})
    message = serializers.CharField(max_length=2000, allow_blank=True, default="")
    language = serializers.ChoiceField(settings.LANGUAGES)
    consent_version = serializers.CharField(max_length=20, allow_blank=True, help_text="Of the text agreed to.")
    website = serializers.CharField(
        max_length=250, allow_blank=True, default="", help_text="Stays empty: people do not see it."
    )

    def validate_consent_version(self, version: str) -> str:
        if version != consent.VERSION:
            raise serializers.ValidationError(_("Without your consent we may not keep the application."))
        return version

    def validate(self, given: dict) -> dict:
        try:
            given["tax_id"] = tax_id_of(given["country"], given["tax_id"])
        except BadTaxId as wrong:
            raise serializers.ValidationError({"tax_id": [str(wrong)]}) from None
        return given


class ApplicationReceivedSerializer(serializers.Serializer):
    """The same whoever applies."""

    received = serializers.BooleanField()


class ApplicationForm(PortalView):
    permission = PUBLIC
    cache_control = "no-store"

    @extend_schema(operation_id="partnersApplicationsForm", responses=ApplicationFormSerializer)
    def get(self, request: Request) -> Response:
        """An empty form, good for one application and for a day."""
        values = {
            "form": form.new_form(),
            "countries": [
                {"code": code, "name": name, "tax_id_hint": TAX_FORMS[code].hint} for code, name in COUNTRIES
            ],
            "consent_version": consent.VERSION,
            "consent_text": consent.TEXT,
        }
        return Response(ApplicationFormSerializer(values).data)


class ApplicationList(PortalView):
    permission = PUBLIC

    @extend_schema(
        operation_id="partnersApplicationsSend",
        request=ApplicationInput,
        responses={202: ApplicationReceivedSerializer},
    )
    def post(self, request: Request) -> Response:
        """Apply. The same form sent twice is one application; 409 `form_expired` or `form_too_fast`, 429."""
        SessionAuthentication().enforce_csrf(request)
        given = ApplicationInput(data=request.data)
        given.is_valid(raise_exception=True)
        values = dict(given.validated_data)
        number, lured = form_number(values.pop("form")), values.pop("website")
        if not form.may_send(request):
            message = _("Too many applications from your network in this hour. Please try again later.")
            raise Problem(message, code="throttled", status=429, headers={"Retry-After": "3600"})
        if not lured:
            application_submit(form=number, **values)
        return Response({"received": True}, status=202)


def form_number(text: str) -> str:
    try:
        return form.number_of(text)
    except form.BadForm as bad:
        raise Problem(REFUSED[bad.reason], code=f"form_{bad.reason}", status=409) from None
