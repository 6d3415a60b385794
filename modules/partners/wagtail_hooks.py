"""Clients and their terms in the Wagtail admin, read-only: their truth is in 1C. And whom they have invited."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSetGroup

from cms.access.admin import ScopedViewSet
from modules.partners.admin_applications import ApplicationViewSet, CountryRegionViewSet
from modules.partners.models import Agreement, Contract, Counterparty, Partner, StaffInvitation


class PartnerViewSet(ScopedViewSet):
    model = Partner
    view_permission = "partners.view_partner"
    icon = "group"
    list_display = ["name", "code", "region", "synced_at"]
    search_fields = ["name", "code"]
    inspect_view_fields = ["name", "full_name", "code", "region", "ref", "synced_at", "deleted"]


class CounterpartyViewSet(ScopedViewSet):
    model = Counterparty
    view_permission = "partners.view_counterparty"
    icon = "doc-full"
    list_display = ["name", "tax_id", "partner", "synced_at"]
    search_fields = ["name", "tax_id"]
    inspect_view_fields = ["name", "full_name", "tax_id", "branch", "partner", "ref", "synced_at", "deleted"]


class ContractViewSet(ScopedViewSet):
    model = Contract
    view_permission = "partners.view_contract"
    icon = "doc-full-inverse"
    list_display = ["name", "number", "partner", "currency", "status", "valid_until"]
    list_filter = ["status"]
    search_fields = ["name", "number"]
    inspect_view_fields = [
        "name", "number", "date", "partner", "counterparty", "currency", "status", "valid_from", "valid_until",
        "ref", "synced_at", "deleted",
    ]  # fmt: skip


class AgreementViewSet(ScopedViewSet):
    model = Agreement
    view_permission = "partners.view_agreement"
    icon = "tasks"
    list_display = ["name", "number", "partner", "price_kind", "segment", "status", "valid_until"]
    list_filter = ["status"]
    search_fields = ["name", "number"]
    inspect_view_fields = [
        "name", "number", "date", "partner", "counterparty", "contract", "price_kind", "segment", "currency",
        "with_vat", "status", "valid_from", "valid_until", "ref", "synced_at", "deleted",
    ]  # fmt: skip


class StaffInvitationViewSet(ScopedViewSet):
    """Invitations of clients' heads: who was asked, by whom, and whether they came. The heads themselves act."""

    model = StaffInvitation
    view_permission = "partners.view_staff_invitation"
    icon = "mail"
    list_display = [
        "__str__",
        Column("email", label=_("e-mail"), accessor="invitation.user.email"),
        "partner",
        Column("invited_by", label=_("invited by"), accessor="invitation.invited_by"),
        Column("sent_at", label=_("sent"), accessor="invitation.sent_at"),
        Column("accepted_at", label=_("accepted"), accessor="invitation.accepted_at"),
    ]
    search_fields = ["invitation__user__email", "invitation__user__last_name", "partner__name"]
    list_select_related = ["partner", "invitation__user", "invitation__invited_by"]
    inspect_view_fields = ["invitation", "partner"]


class PartnersGroup(ModelViewSetGroup):
    menu_label = _("Partners")
    menu_icon = "group"
    menu_order = 300
    items = (
        PartnerViewSet,
        CounterpartyViewSet,
        ContractViewSet,
        AgreementViewSet,
        ApplicationViewSet,
        StaffInvitationViewSet,
        CountryRegionViewSet,
    )


@hooks.register("register_admin_viewset")
def partners_screens():
    return PartnersGroup()
