"""The addresses of the exchange service."""

from django.conf import settings
from django.utils import timezone
from rest_framework.request import Request
from rest_framework.response import Response

from integration import regulation
from integration.api import pushing
from integration.api.base import ExchangeView, require_scope
from integration.api.errors import no_such_entity
from integration.regulation import Entity


class PingView(ExchangeView):
    """Is somebody there, what time is it there, what can it do."""

    def get(self, request: Request) -> Response:
        takes = [f"{entity.name}.write" for entity in regulation.entities()]
        gives = [topic.feed for topic in regulation.topics()]
        known = {"configuration": settings.WAGTAIL_SITE_NAME, "release": settings.SPECTACULAR_SETTINGS["VERSION"]}
        return Response({"time": timezone.localtime(), **known, "features": sorted({*gives, *takes})})


class EntityView(ExchangeView):
    """POST: 1C gives objects of an entity."""

    def post(self, request: Request, entity: str) -> Response:
        declared = taken(entity)
        require_scope(request, request.token.may_write(entity), entity)
        return pushing.push(request, declared)


class JobView(ExchangeView):
    """A push that is applied after its request was answered."""

    def get(self, request: Request, pk: str) -> Response:
        return Response(pushing.told(pushing.job_of(request, pk)))


def taken(name: str) -> Entity:
    """The entity that 1C may give. 404 for another name."""
    try:
        return regulation.get(name)
    except regulation.UnknownEntity as error:
        raise no_such_entity(name) from error
