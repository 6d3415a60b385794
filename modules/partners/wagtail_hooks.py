"""Clients and their terms in the Wagtail admin, read-only: their truth is in 1C. And whom they have invited."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.viewsets.model import ModelViewSetGroup

from cms.access.admin import ScopedViewSet
from modules.partners.admin_applications import ApplicationViewSet, CountryRegionViewSet
from modules.partners.models import (
    AccountManager,
    Agreement,
    ClientContact,
    Consignee,
    Contract,
    Counterparty,
    CreditLimit,
    DeliveryAddress,
    Partner,
    StaffInvitation,
)


class PartnerViewSet(ScopedViewSet):
    model = Partner
    view_permission = "partners.view_partner"
    icon = "group"
    list_display = ["name", "code", "region", "account_manager", "synced_at"]
    search_fields = ["name", "code"]
    inspect_view_fields = ["name", "full_name", "code", "region", "account_manager", "ref", "synced_at", "deleted"]


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


PORTAL = ["portal_version", "changed_at", "changed_by", "ref", "synced_at", "deleted"]


class ConsigneeViewSet(ScopedViewSet):
    model = Consignee
    view_permission = "partners.view_consignee"
    icon = "home"
    list_display = ["name", "tax_id", "partner", "changed_at", "synced_at"]
    search_fields = ["name", "tax_id", "partner__name"]
    list_select_related = ["partner"]
    inspect_view_fields = ["name", "tax_id", "partner", "counterparty", "contact_person", "phone", *PORTAL]


class DeliveryAddressViewSet(ScopedViewSet):
    model = DeliveryAddress
    view_permission = "partners.view_address"
    icon = "site"
    list_display = ["__str__", "consignee", "partner", "state", "changed_at", "synced_at"]
    list_filter = ["state"]
    search_fields = ["address", "city", "postcode", "consignee__name", "partner__name"]
    list_select_related = ["consignee", "partner"]
    inspect_view_fields = [
        "consignee", "partner", "country", "postcode", "city", "address", "working_hours", "comment", "state", "reason",
        *PORTAL,
    ]  # fmt: skip


class ClientContactViewSet(ScopedViewSet):
    model = ClientContact
    view_permission = "partners.view_contact"
    icon = "user"
    list_display = ["name", "position", "email", "phone", "partner", "synced_at"]
    search_fields = ["name", "email", "phone", "partner__name"]
    list_select_related = ["partner"]
    inspect_view_fields = ["name", "position", "email", "phone", "partner", *PORTAL]


class CreditLimitViewSet(ScopedViewSet):
    model = CreditLimit
    view_permission = "partners.view_limit"
    icon = "calendar-check"
    list_display = ["contract", "currency", "limit", "debt", "overdue", "available", "calculated_at"]
    search_fields = ["contract__name", "contract__number", "contract__partner__name"]
    list_select_related = ["contract", "currency"]
    inspect_view_fields = [
        "contract",
        "currency",
        "limit",
        "debt",
        "overdue",
        "available",
        "calculated_at",
        "synced_at",
    ]


class AccountManagerViewSet(ScopedViewSet):
    model = AccountManager
    view_permission = "partners.view_account_manager"
    icon = "user"
    list_display = ["name", "email", "phone", BooleanColumn("blocked", label=_("does not work any more")), "synced_at"]
    list_filter = ["blocked"]
    search_fields = ["name", "email", "phone"]
    inspect_view_fields = ["name", "email", "phone", "blocked", "ref", "synced_at", "deleted"]


class PartnersGroup(ModelViewSetGroup):
    menu_label = _("Partners")
    menu_icon = "group"
    menu_order = 300
    items = (
        PartnerViewSet,
        CounterpartyViewSet,
        ContractViewSet,
        AgreementViewSet,
        CreditLimitViewSet,
        ConsigneeViewSet,
        DeliveryAddressViewSet,
        ClientContactViewSet,
        AccountManagerViewSet,
        ApplicationViewSet,
        StaffInvitationViewSet,
        CountryRegionViewSet,
    )


@hooks.register("register_admin_viewset")
def partners_screens():
    return PartnersGroup()
