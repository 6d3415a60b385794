"""Views that exist for the tests of the API's base alone, with the addresses they are mounted at."""

from time import sleep

from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.urls import path
from rest_framework import serializers
from rest_framework.response import Response

from cms import urls as portal
from cms.access.checks import require
from cms.api import conditional
from cms.api.idempotency import idempotent
from cms.api.pagination import page_of
from cms.api.problems import Conflict
from cms.api.views import PUBLIC, SIGNED_IN, PortalView, permitted


class LineSerializer(serializers.Serializer):
    quantity = serializers.DecimalField(max_digits=8, decimal_places=2)


class OrderSerializer(serializers.Serializer):
    name = serializers.CharField()
    lines = LineSerializer(many=True)


class Echo(PortalView):
    permission = SIGNED_IN

    def post(self, request):
        order = OrderSerializer(data=request.data)
        order.is_valid(raise_exception=True)
        return Response(order.validated_data)


class ByMethod(PortalView):
    permission = {"GET": "ordering.view_order", "POST": "ordering.place_order"}

    def get(self, request):
        return Response({"ok": True})

    def post(self, request):
        Group.objects.create(name="made")
        return Response({"ok": True}, 201)


class Refusing(PortalView):
    permission = PUBLIC

    def get(self, request, kind):
        if kind == "refused":
            require(request.user, "ordering.place_order")
        if kind == "conflict":
            raise Conflict(current={"version": 3})
        if kind == "django":
            raise ValidationError({"name": ["No."]})
        raise RuntimeError("a bug")


class Numbers(PortalView):
    permission = PUBLIC

    def get(self, request):
        rows, page = page_of(request, range(1, 121), page_size=25)
        return Response({**page, "results": rows})


class Versioned(PortalView):
    """An object with a version: `worked` counts how often the answer was really made."""

    permission = SIGNED_IN
    version = 1
    worked = 0

    def etag_source(self, request, *args, **kwargs):
        return f"versioned:{self.version}"

    def get(self, request):
        type(self).worked += 1
        return Response({"version": self.version})

    def put(self, request):
        etag = conditional.etag_of(request, self.etag_source(request))
        conditional.require_match(request, etag, lambda: {"version": self.version}, required=True)
        type(self).version += 1
        return Response({"version": self.version})


class Maker(PortalView):
    permission = SIGNED_IN
    pause = 0.0

    @idempotent
    def post(self, request):
        Group.objects.create(name=request.data["name"])
        sleep(self.pause)
        if request.data.get("refuse") == "raise":
            raise Conflict()
        if request.data.get("refuse") == "return":
            return Response({}, 409)
        return Response({"name": request.data["name"], "made": Group.objects.count()}, 201)


@permitted("catalog.view_product")
def plain(request):
    return HttpResponse("plain")


urlpatterns = [
    path("api/v1/test/echo/", Echo.as_view()),
    path("api/v1/test/by-method/", ByMethod.as_view()),
    path("api/v1/test/refusing/<kind>/", Refusing.as_view()),
    path("api/v1/test/numbers/", Numbers.as_view()),
    path("api/v1/test/versioned/", Versioned.as_view()),
    path("api/v1/test/maker/", Maker.as_view()),
    path("api/v1/test/plain/", plain),
    *portal.urlpatterns,
]
handler400, handler403 = portal.handler400, portal.handler403
handler404, handler500 = portal.handler404, portal.handler500
