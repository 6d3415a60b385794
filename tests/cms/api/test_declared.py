"""The portal does not start with an API view that leaves open who may call it."""

import pytest
from rest_framework.response import Response
from rest_framework.views import APIView

from cms.api.checks import api_views, errors_of, every_view_declares_its_permission
from cms.api.views import PUBLIC, PortalView, permitted


class Silent(PortalView):
    def get(self, request):
        return Response()


class Misspelt(Silent):
    permission = "ordering.veiw_order"


class Half(Silent):
    permission = {"GET": PUBLIC}

    def post(self, request):
        return Response()


class Foreign(APIView):
    permission = PUBLIC


def plain(request):
    return None


@pytest.mark.parametrize(
    ("view", "code"),
    [
        (Silent.as_view(), "api.E001"),
        (Half.as_view(), "api.E001"),
        (plain, "api.E001"),
        (Misspelt.as_view(), "api.E002"),
        (permitted("no.such")(plain), "api.E002"),
        (Foreign.as_view(), "api.E003"),
    ],
)
def test_what_is_not_declared_is_an_error(view, code):
    assert [error.id for error in errors_of("api/v1/x/", view)] == [code]


def test_what_is_declared_is_none():
    assert not list(errors_of("api/v1/x/", permitted(PUBLIC)(plain)))


def test_every_view_of_the_portal_is_walked():
    routes = {route for route, _view in api_views()}
    assert {"api/v1/session/", "api/v1/test/echo/"} <= routes
    assert not every_view_declares_its_permission(None)
