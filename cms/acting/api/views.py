"""Find a client, open their cabinet, close it again."""

from django.contrib.auth import get_user_model
from django.db.models import Q, QuerySet
from django.shortcuts import get_object_or_404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.generics import ListAPIView
from rest_framework.response import Response

from cms.access import axes
from cms.access.models import Grant, Role
from cms.acting import services
from cms.acting.api.serializers import ActingInput, ClientSerializer
from cms.api.pagination import TablePagination
from cms.api.views import SIGNED_IN, PortalView


class ActingView(PortalView):
    permission = {"POST": services.OPEN_CABINET, "DELETE": SIGNED_IN}

    @extend_schema(operation_id="actingBegin", request=ActingInput, responses={204: None})
    def post(self, request):
        """Open a client's cabinet: until it is closed or the hour is over, requests of this session are theirs."""
        asked = ActingInput(data=request.data)
        asked.is_valid(raise_exception=True)
        client = get_object_or_404(services.clients(), pk=asked.validated_data["user"])
        services.acting_begin(user=request.user, client=client, session=request.session)
        return Response(status=204)

    @extend_schema(operation_id="actingEnd", responses={204: None})
    def delete(self, request):
        """Close the client's cabinet; harmless where none is open."""
        person = getattr(request.user, "acted_by", None)
        if person is not None:
            services.acting_end(user=person, client=request.user, session=request.session)
        return Response(status=204)


class ClientList(PortalView, ListAPIView):
    permission = services.OPEN_CABINET
    serializer_class = ClientSerializer
    pagination_class = TablePagination
    queryset = get_user_model().objects.none()

    @extend_schema(
        operation_id="actingClientsList",
        parameters=[OpenApiParameter("search", OpenApiTypes.STR, description="a name")],
    )
    def get(self, request):
        """People whose cabinets may be opened, by name; `search` in names, addresses and what they have access to."""
        page = self.paginate_queryset(
            _found(request.GET.get("search", "")).order_by("first_name", "last_name", "email")
        )
        return self.get_paginated_response(_told(page))


def _found(text: str) -> QuerySet:
    people = services.clients()
    for word in text.split()[:8]:
        named = Q(first_name__icontains=word) | Q(last_name__icontains=word) | Q(email__icontains=word)
        people = people.filter(named | Q(pk__in=_holders_of(word)))
    return people


def _holders_of(word: str) -> QuerySet:
    """People with a grant to something of this name: clients are known by their company."""
    reached = Q(pk__in=[])
    for axis in axes.declared():
        if any(field.name == "name" for field in axis.model._meta.concrete_fields):
            keys = axis.model._default_manager.filter(name__icontains=word).values("pk")
            reached |= Q(**{f"{axis.name}__in": keys})
    return Grant.objects.in_force().filter(reached).values("user")


def _told(people: list) -> list[dict]:
    """Rows of ClientSerializer; the roles and grants of all of them in two queries, names in one for each axis."""
    keys = [person.pk for person in people]
    roles, grants = {}, {}
    for role in Role.objects.filter(group__user__in=keys).select_related("group").prefetch_related("group__user_set"):
        for user in role.group.user_set.all():
            roles.setdefault(user.pk, []).append(role.title)
    for grant in Grant.objects.in_force().filter(user__in=keys).order_by("pk"):
        grants.setdefault(grant.user_id, []).append(grant.limits)
    names = axes.names_of(limits for rows in grants.values() for limits in rows)
    return [
        {
            "id": person.pk,
            "name": person.name,
            "email": person.email,
            "roles": roles.get(person.pk, []),
            "access": [", ".join(axes.told(limits, names).values()) for limits in grants.get(person.pk, [])],
            "last_login": person.last_login,
        }
        for person in people
    ]
