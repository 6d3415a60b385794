"""The OpenAPI schema: stable operation ids for the generated client, problems and idempotency keys documented."""

import re

from drf_spectacular.extensions import OpenApiAuthenticationExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, inline_serializer
from rest_framework import serializers

from cms.api.errors import MEDIA_TYPE
from cms.api.pagination import LAST_PAGE, MAX_PAGE_SIZE, PAGE_SIZE
from cms.api.views import PUBLIC

LIST = "list"

IDEMPOTENCY_KEY = OpenApiParameter(
    "Idempotency-Key",
    OpenApiTypes.STR,
    OpenApiParameter.HEADER,
    required=True,
    description="Made by the client for one intended creation, e.g. a UUID. A repeat gets the first answer again.",
    pattern=r"^[!-~]{1,200}$",
)


class ProblemSerializer(serializers.Serializer):
    """Why a request was refused (RFC 9457). `code` is stable; `detail` is for people, in their language."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    code = serializers.CharField()
    detail = serializers.CharField()
    errors = serializers.DictField(
        child=serializers.ListField(child=serializers.CharField()),
        required=False,
        help_text="Dotted path of a field, e.g. lines.0.quantity, to its messages.",
    )


class PortalSchema(AutoSchema):
    def get_operation_id(self) -> str:
        """`ordering/orders/{id}/resend/` + POST → `orderingOrdersResendCreate`."""
        words = [word for token in self._tokenize_path() for word in re.split(r"[^A-Za-z0-9]+", token) if word]
        action = LIST if self._answers_a_list() else self.method_mapping[self.method.lower()]
        words += action.split("_")
        return words[0] + "".join(word[0].upper() + word[1:] for word in words[1:])

    def get_override_parameters(self) -> list:
        return [IDEMPOTENCY_KEY] if getattr(self._handler(), "idempotent", False) else []

    def get_auth(self) -> list:
        declared = getattr(self.view, "permission", None)
        needed = declared.get(self.method) if isinstance(declared, dict) else declared
        return [{}] if needed == PUBLIC else [{"session": []}]

    def _get_response_bodies(self, direction="response") -> dict:
        problem = self.resolve_serializer(ProblemSerializer, "response").ref
        refusal = {"description": "Refused", "content": {MEDIA_TYPE: {"schema": problem}}}
        return {**super()._get_response_bodies(direction), "4XX": refusal}

    def _answers_a_list(self) -> bool:
        if self.method != "GET":
            return False
        return self._is_list_view() or getattr(self.get_response_serializers(), "is_page", False)

    def _handler(self):
        return getattr(self.view, self.method.lower(), None)


class SessionScheme(OpenApiAuthenticationExtension):
    target_class = "cms.api.authentication.SessionAuthentication"
    name = "session"

    def get_security_definition(self, auto_schema) -> dict:
        return {"type": "apiKey", "in": "cookie", "name": "sessionid"}


def only_the_portals_own(endpoints: list) -> list:
    """Wagtail's admin has DRF views too; they are nobody's interface."""
    return [endpoint for endpoint in endpoints if endpoint[0].startswith("/api/v1/")]


def page_schema(row: type[serializers.Serializer], **fields: serializers.Field) -> serializers.Serializer:
    """The schema of a table page of `row`, for `extend_schema(responses=…)`; `fields` stand beside the results."""
    name = row.__name__.removesuffix("Serializer") + "Page"
    number = {"min_value": 0}
    page = inline_serializer(
        name,
        {
            "count": serializers.IntegerField(**number),
            "page": serializers.IntegerField(**number),
            "page_size": serializers.IntegerField(**number),
            **fields,
            "results": row(many=True),
        },
    )
    page.is_page = True
    return page


def page_parameters(page_size: int = PAGE_SIZE) -> list[OpenApiParameter]:
    """`page` and `page_size` for `extend_schema(parameters=…)`."""
    return [
        OpenApiParameter("page", _whole_number(1, LAST_PAGE)),
        OpenApiParameter("page_size", _whole_number(page_size, MAX_PAGE_SIZE)),
    ]


def _whole_number(default: int, maximum: int) -> dict:
    return {"type": "integer", "minimum": 1, "maximum": maximum, "default": default}
