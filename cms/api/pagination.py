"""Pages of a table: `{"count", "page", "page_size", "results"}`, asked for by `?page=&page_size=`."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response

from cms.api.problems import Invalid

PAGE_SIZE = 50
MAX_PAGE_SIZE = 200
LAST_PAGE = 1_000_000


@dataclass(frozen=True)
class Window:
    """Which page is wanted; numbered from 1."""

    page: int
    page_size: int

    @property
    def start(self) -> int:
        return (self.page - 1) * self.page_size

    @property
    def stop(self) -> int:
        return self.start + self.page_size


def window_of(request: Request, page_size: int = PAGE_SIZE) -> Window:
    """The page the caller asks for; `page_size` when they do not say how long. Invalid for nonsense."""
    errors: dict[str, list] = {}
    page = _number(request, "page", 1, LAST_PAGE, errors)
    size = _number(request, "page_size", page_size, MAX_PAGE_SIZE, errors)
    if errors:
        raise Invalid(errors=errors)
    return Window(page, size)


def page_of(
    request: Request, rows: QuerySet | Sequence, *, page_size: int = PAGE_SIZE, count: int | None = None
) -> tuple[list, dict[str, Any]]:
    """The rows of the wanted page and the envelope, to which the caller adds `results`.

    `count` when it is known already; otherwise it costs one query. A page past the end is empty.
    """
    window = window_of(request, page_size)
    if count is None:
        count = rows.count() if isinstance(rows, QuerySet) else len(rows)
    found = list(rows[window.start : window.stop]) if window.start < count else []
    return found, {"count": count, "page": window.page, "page_size": window.page_size}


class TablePagination(BasePagination):
    """The same for DRF's generic views."""

    page_size = PAGE_SIZE

    def paginate_queryset(self, queryset, request: Request, view=None) -> list:
        rows, self.envelope = page_of(request, queryset, page_size=self.page_size)
        return rows

    def get_paginated_response(self, data) -> Response:
        return Response({**self.envelope, "results": data})

    def get_schema_operation_parameters(self, view) -> list[dict]:
        return [
            _parameter("page", 1, LAST_PAGE),
            _parameter("page_size", self.page_size, MAX_PAGE_SIZE),
        ]

    def get_paginated_response_schema(self, schema: dict) -> dict:
        number = {"type": "integer", "minimum": 0}
        return {
            "type": "object",
            "required": ["count", "page", "page_size", "results"],
            "properties": {"count": number, "page": number, "page_size": number, "results": schema},
        }


def _parameter(name: str, default: int, maximum: int) -> dict:
    schema = {"type": "integer", "minimum": 1, "maximum": maximum, "default": default}
    return {"name": name, "in": "query", "required": False, "schema": schema}


def _number(request: Request, name: str, default: int, maximum: int, errors: dict[str, list]) -> int:
    given = request.GET.get(name)
    if given is None:
        return default
    if given.isascii() and given.isdigit() and len(given) <= 9 and 1 <= int(given) <= maximum:
        return int(given)
    errors[name] = [_("A whole number from 1 to %(maximum)s is expected.") % {"maximum": maximum}]
    return default
