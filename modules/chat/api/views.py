"""Open, list and read conversations; write into them."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.generics import ListAPIView
from rest_framework.response import Response

from cms.access.checks import visible
from cms.access.choosers import contains
from cms.api.idempotency import idempotent
from cms.api.pagination import TablePagination, page_of, window_of
from cms.api.problems import Invalid
from cms.api.views import PortalView
from modules.chat import remembered, selectors, services, subjects
from modules.chat.api.serializers import (
    ChatOpenInput,
    ChatPartnersSerializer,
    ChatSerializer,
    MessageInput,
    MessageSerializer,
    UnreadSerializer,
)
from modules.chat.models import Chat, Message
from modules.partners.models import Partner

MOST_PARTNERS = 50
SEARCH = OpenApiParameter("search", str)


class ChatList(PortalView, ListAPIView):
    permission = {"GET": "chat.view_chat", "POST": "chat.write_message"}
    serializer_class = ChatSerializer
    pagination_class = TablePagination
    queryset = Chat.objects.none()

    @extend_schema(operation_id="chatList", parameters=[SEARCH, OpenApiParameter("order", UUID)])
    def get(self, request):
        """Conversations the caller takes part in, the latest first; `search` looks in clients' names and
        orders' numbers, `order` is the key of an order."""
        chats = selectors.chats_for(request.user)
        if order := request.GET.get("order"):
            chats = chats.filter(order=uuid_of(order))
        if search := request.GET.get("search", "").strip():
            chats = selectors.searched(chats, search)
        page = self.paginate_queryset(chats)
        return self.get_paginated_response(ChatSerializer(page, many=True).data)

    @extend_schema(operation_id="chatOpen", request=ChatOpenInput, responses=ChatSerializer)
    def post(self, request):
        """The conversation with a client, or about an order, made if there is none; asked again, it is the same."""
        asked = ChatOpenInput(data=request.data)
        asked.is_valid(raise_exception=True)
        chat = services.chat_open(user=request.user, **subject_of(request.user, **asked.validated_data))
        return Response(ChatSerializer(selectors.chats_for(request.user).get(pk=chat.pk)).data)


class ChatPartners(PortalView):
    permission = "chat.write_message"

    @extend_schema(operation_id="chatPartners", parameters=[SEARCH], responses=ChatPartnersSerializer)
    def get(self, request):
        """Clients with whom, or for whom, the caller may speak."""
        partners = visible(Partner.objects.filter(deleted=False), request.user, "partners.view_partner")
        if search := request.GET.get("search", "").strip():
            partners = partners.filter(contains("name", search))
        return Response(ChatPartnersSerializer({"partners": partners.order_by("name", "pk")[:MOST_PARTNERS]}).data)


class MessageList(PortalView, ListAPIView):
    permission = {"GET": "chat.view_chat", "POST": "chat.write_message"}
    serializer_class = MessageSerializer
    pagination_class = TablePagination
    queryset = Message.objects.none()

    @extend_schema(operation_id="chatMessagesList")
    def get(self, request, pk):
        """What was said in a conversation, the latest first."""
        chat = chat_of(request.user, pk)
        if window_of(request).stop <= remembered.MOST:
            newest = remembered.newest(chat)
            page, envelope = page_of(request, newest.messages, count=newest.count)
        else:
            page, envelope = page_of(request, selectors.messages_of(chat))
        return Response({**envelope, "results": shown(request.user, page)})

    @extend_schema(operation_id="chatMessagesWrite", request=MessageInput, responses={201: MessageSerializer})
    @idempotent
    def post(self, request, pk):
        """Write into a conversation; 1C gets it too."""
        chat = chat_of(request.user, pk)
        asked = MessageInput(data=request.data)
        asked.is_valid(raise_exception=True)
        message = services.message_write(author=request.user, chat=chat, **asked.validated_data)
        return Response(shown(request.user, [message])[0], status=201)


class ChatRead(PortalView):
    permission = "chat.view_chat"

    @extend_schema(operation_id="chatRead", request=None, responses={204: None})
    def post(self, request, pk):
        """The caller has read the conversation up to now."""
        services.chat_read(user=request.user, chat=chat_of(request.user, pk))
        return HttpResponse(status=204)


class Unread(PortalView):
    permission = "chat.view_chat"

    @extend_schema(operation_id="chatUnread", responses=UnreadSerializer)
    def get(self, request):
        """How many messages of others the caller has not read."""
        return Response({"unread": selectors.unread_count(request.user)})


def chat_of(user, pk) -> Chat:
    """The conversation, or 404 when the user may not see it."""
    return get_object_or_404(selectors.seen_by(user), pk=pk)


def uuid_of(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise Invalid(errors={"order": [_("The key of an order is expected.")]}) from None


def subject_of(user, partner: int | None = None, order: UUID | None = None) -> dict:
    """Whom and what a conversation is about, among what the user sees. Raises Invalid."""
    if order:
        found = subjects.found(user, order)
        if found is None:
            raise Invalid(errors={"order": [_("There is no such order.")]})
        return {"partner": found.partner, "order": order}
    named = visible(Partner.objects.filter(pk=partner), user, "partners.view_partner").first()
    if named is None:
        raise Invalid(errors={"partner": [_("There is no such client.")]})
    return {"partner": named}


def shown(user, messages: list[Message]) -> list[dict]:
    context = {"user": user, "exchange": selectors.exchange_of(messages)}
    return MessageSerializer(messages, many=True, context=context).data
