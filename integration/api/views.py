"""The addresses of the exchange service."""

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cms.api.problems import Problem
from cms.api.renderers import JSONRenderer
from cms.api.throttles import AddressThrottle
from integration import regulation
from integration.api import fetching, overview, pushing, schema
from integration.api.base import ExchangeView, require_scope
from integration.api.errors import no_such_entity
from integration.regulation import Entity, Topic


class PingView(ExchangeView):
    """Is somebody there, what time is it there, what can it do."""

    def get(self, request: Request) -> Response:
        takes = [f"{entity.name}.write" for entity in regulation.entities()]
        gives = [topic.feed for topic in regulation.topics()]
        known = {"configuration": settings.WAGTAIL_SITE_NAME, "release": settings.SPECTACULAR_SETTINGS["VERSION"]}
        return Response({"time": timezone.localtime(), **known, "features": sorted({*gives, *takes})})


class RootView(ExchangeView):
    """The entities of the exchange, each way that this token may go."""

    def get(self, request: Request) -> Response:
        return Response({"entities": overview.entities(request.token)})


class EntityView(ExchangeView):
    """GET: what the portal tells 1C of an entity. POST: 1C gives objects of it."""

    def get(self, request: Request, entity: str) -> Response:
        topic = given(entity)
        require_scope(request, request.token.may_read(entity), entity)
        return fetching.feed(request, topic)

    def post(self, request: Request, entity: str) -> Response:
        declared = taken(entity)
        require_scope(request, request.token.may_write(entity), entity)
        return pushing.push(request, declared)


class ItemView(ExchangeView):
    """One object that the portal tells 1C of."""

    def get(self, request: Request, entity: str, pk: str) -> Response:
        topic = given(entity)
        require_scope(request, request.token.may_read(entity), entity)
        return fetching.find(topic, pk)


class SchemaView(APIView):
    """The OpenAPI document of the service; for anybody, since it holds no data."""

    authentication_classes = []
    permission_classes = []
    throttle_classes = [AddressThrottle]
    renderer_classes = [JSONRenderer]
    schema = None

    def get(self, request: Request) -> Response:
        return Response(schema.document())


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


def given(name: str) -> Topic:
    """What the portal tells 1C under this name. 404 for another one, 405 for what it only takes."""
    found = next((topic for topic in regulation.topics() if topic.feed == name), None)
    if found is None:
        taken(name)
        message = _("The portal takes “%(name)s” and does not give it.") % {"name": name}
        raise Problem(message, code="entity", status=405, headers={"Allow": "POST"})
    return found
