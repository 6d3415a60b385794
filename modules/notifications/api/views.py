"""List notifications, count the unread, mark them as read."""

from django.http import Http404
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.generics import ListAPIView
from rest_framework.response import Response

from cms.access.choosers import contains
from cms.api.pagination import TablePagination
from cms.api.views import PortalView
from modules.notifications import selectors, services
from modules.notifications.api.serializers import (
    NotificationSerializer,
    PreferencesSerializer,
    UnreadNotificationsSerializer,
)
from modules.notifications.models import Receipt

SEE = "notifications.view_notification"


class NotificationList(PortalView, ListAPIView):
    permission = SEE
    serializer_class = NotificationSerializer
    pagination_class = TablePagination
    queryset = Receipt.objects.none()

    @extend_schema(
        operation_id="notificationsList", parameters=[OpenApiParameter("search", str), OpenApiParameter("unread", bool)]
    )
    def get(self, request):
        """What the caller was told, newest first; `unread=true`: what they have not read."""
        received = selectors.received_by(request.user)
        if search := request.GET.get("search", "").strip():
            received = received.filter(contains("notification__search", search))
        if request.GET.get("unread", "").lower() == "true":
            received = received.filter(read_at=None)
        return self.get_paginated_response(NotificationSerializer(self.paginate_queryset(received), many=True).data)


class Unread(PortalView):
    permission = SEE

    @extend_schema(operation_id="notificationsUnread", responses=UnreadNotificationsSerializer)
    def get(self, request):
        """How many notifications the caller has not read."""
        return Response(counted(request.user))


class Read(PortalView):
    permission = SEE

    @extend_schema(operation_id="notificationsRead", request=None, responses=UnreadNotificationsSerializer)
    def post(self, request, pk):
        """Mark one as read; how many are left."""
        if not selectors.received_by(request.user).filter(notification=pk).exists():
            raise Http404
        services.notifications_read(user=request.user, keys=[pk])
        return Response(counted(request.user))


class ReadAll(PortalView):
    permission = SEE

    @extend_schema(operation_id="notificationsReadAll", request=None, responses=UnreadNotificationsSerializer)
    def post(self, request):
        """Mark all as read."""
        services.notifications_read(user=request.user)
        return Response(counted(request.user))


class Preferences(PortalView):
    permission = SEE

    @extend_schema(operation_id="notificationsPreferences", responses=PreferencesSerializer)
    def get(self, request):
        """How the caller wants to be told."""
        return Response({"by_mail": selectors.wants_letters(request.user)})

    @extend_schema(
        operation_id="notificationsPreferencesSave", request=PreferencesSerializer, responses=PreferencesSerializer
    )
    def put(self, request):
        """Choose it."""
        asked = PreferencesSerializer(data=request.data)
        asked.is_valid(raise_exception=True)
        services.letters_chosen(user=request.user, **asked.validated_data)
        return Response(asked.validated_data)


def counted(user) -> dict:
    return {"unread": selectors.received_by(user).filter(read_at=None).count()}
