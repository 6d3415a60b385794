"""An application's way: received, decided by a manager of its region, proposed to 1C, its head invited."""

from functools import partial
from uuid import UUID

from django.contrib.auth import get_user_model
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from cms import audit, broker
from cms.access.checks import allows, require
from cms.access.grants import GRANT_GIVEN, ROLES_CHANGED, said
from cms.access.models import Grant, Role
from cms.access.roles import BUYER_HEAD, DISTRIBUTOR_HEAD
from cms.accounts import mails
from cms.accounts.invitations import AddressTaken, invitation_make
from integration import outbox
from modules.partners.applications.form import may_mail
from modules.partners.models import (
    Application,
    ApplicationHistory,
    ApplicationStatus,
    ClientKind,
    CountryRegion,
    Partner,
    StaffInvitation,
)
from modules.partners.models.applications import APPROVED, ASKED, IN_ONEC, INVITED, NEXT, NOT_TAKEN, REJECTED

TOPIC = "counterparties"
DECIDE = "partners.decide_application"
HEADS = {ClientKind.BUYER: BUYER_HEAD, ClientKind.DISTRIBUTOR: DISTRIBUTOR_HEAD}

DECIDED = audit.action("partners.application_decided", gettext_lazy("Application of a new client decided"))


class Decided(Exception):
    """The application is not where such a decision leads on from: somebody was faster."""


@transaction.atomic
def application_submit(*, form: str, consent_version: str, **fields) -> Application:
    """Keep an application once for each form; the applicant gets a letter."""
    mapped = CountryRegion.objects.filter(country=fields["country"]).first()
    found, created = Application.objects.get_or_create(
        form=form,
        defaults={
            **fields,
            "consent_version": consent_version,
            "consent_at": timezone.now(),
            "region": mapped and mapped.region,
        },
    )
    if created:
        ApplicationHistory.objects.create(application=found, became=found.status)
        if may_mail(found.email):
            _mail_after_commit(found, "received")
    return found


@transaction.atomic
def application_ask(*, by, application: Application, question: str) -> None:
    """Ask the applicant for more; they answer to the manager's mailbox. Refused, Decided."""
    _decide(by, application, ASKED, question)
    _mail_after_commit(application, "more_asked", question, f"{by.name}, {by.email}")


@transaction.atomic
def application_reject(*, by, application: Application, reason: str) -> None:
    _decide(by, application, REJECTED, reason)
    _mail_after_commit(application, "rejected", reason)


@transaction.atomic
def application_approve(*, by, application: Application, kind: ClientKind) -> None:
    """Propose the company to 1C. When 1C has it and it was loaded, its head is invited. Refused, Decided."""
    _decide(by, application, APPROVED, "", kind=kind, version=application.version + 1)
    outbox.enqueue(TOPIC, application.pk, application.version)
    _mail_after_commit(application, "approved")


@transaction.atomic
def application_answered(*, application_id: UUID, result: dict) -> None:
    """Take 1C's answer: `result` as channel B gives it for one item; `ref` is the partner's."""
    application = Application.objects.select_for_update(of=("self",)).get(pk=application_id)
    if result["status"] == "rejected":
        note = (result.get("error") or {}).get("message") or ""
        _move(application, NOT_TAKEN, None, note)
        return
    if result.get("ref"):
        Application.objects.filter(pk=application.pk).update(onec_ref=result["ref"])
        application_arrive(application_id=application.pk)
        transaction.on_commit(_load_soon)


def applications_arrive() -> None:
    """After a load: applications whose company has come back from 1C go on."""
    came = Partner.objects.filter(counterparties__isnull=False).values("ref")
    for key in Application.objects.filter(status=APPROVED, onec_ref__in=came).values_list("pk", flat=True):
        application_arrive(application_id=key)


@transaction.atomic
def application_arrive(*, application_id: UUID) -> None:
    """Once the company is loaded: bind it and invite its head, unless it was a client before.

    Approval alone gives this right, whoever approved: the role is always a head's and the place is always the company
    of the application. A company with people of its own, or unseen by the approver, is left to an administrator.
    """
    application = Application.objects.select_for_update(of=("self",)).get(pk=application_id)
    partner = Partner.objects.filter(ref=application.onec_ref).first() if application.onec_ref else None
    if application.status != APPROVED or partner is None or not partner.counterparties.exists():
        return
    invitation, note = None, _not_to_be_invited(application, partner)
    if not note:
        try:
            with transaction.atomic():
                invitation = _invite_head(application, partner)
        except AddressTaken:
            note = _("Somebody has an account with this address already.")
    _move(application, INVITED if invitation else IN_ONEC, None, note, partner=partner, invitation=invitation)


def proposal(application_id: UUID) -> dict | None:
    """The company as channel B takes it. None when there is no such application."""
    return proposals([application_id]).get(application_id)


def proposals(application_ids: list[UUID]) -> dict[UUID, dict]:
    """Several in one query; those that are no more are left out."""
    found = Application.objects.select_related("region").filter(pk__in=application_ids)
    return {application.pk: _proposal(application) for application in found}


def _proposal(application: Application) -> dict:
    return {
        "name": application.company,
        "tax_id": application.tax_id,
        "country": application.country,
        "region": str(application.region.ref) if application.region and application.region.ref else None,
        "contact": application.contact,
        "email": application.email,
        "phone": application.phone,
    }


def _decide(by, application: Application, to: ApplicationStatus, note: str, **fields) -> None:
    require(by, DECIDE, application)
    was = application.status
    _move(application, to, by, note, decided_by=by, **fields)
    audit.record(DECIDED, target=application, before={"status": was}, after={"status": to, "note": note}, actor=by)


def _move(application: Application, to: ApplicationStatus, user, note: str, **fields) -> None:
    """Compare and set: Decided when it is elsewhere by now."""
    was = ApplicationStatus(application.status)
    if to not in NEXT[was]:
        raise Decided
    if Application.objects.filter(pk=application.pk, status=was).update(status=to, **fields) != 1:
        raise Decided
    ApplicationHistory.objects.create(application=application, was=was, became=to, user=user, note=note)
    application.refresh_from_db()


def _not_to_be_invited(application: Application, partner: Partner) -> str:
    """Why nobody is invited by itself, in words; "" when nothing is in the way."""
    by = application.decided_by
    if Grant.objects.filter(partner=partner.pk).exists():
        return _("1C knows this company already and it has people in the portal.")
    if by is None or not by.is_active or not allows(by, "partners.view_partner", partner):
        return _("1C keeps this company where whoever approved it does not see it.")
    return ""


def _invite_head(application: Application, partner: Partner) -> StaffInvitation:
    person = {name: getattr(application, name) for name in ("email", "first_name", "last_name", "language")}
    user = invitation_make(by=None, organisation=partner.name, **person)
    role = Role.objects.select_related("group").get(code=HEADS[ClientKind(application.kind)])
    user.groups.add(role.group)
    by = application.decided_by
    grant = Grant.objects.create(user=get_user_model().objects.get(pk=user.pk), partner=partner.pk, granted_by=by)
    audit.record(ROLES_CHANGED, target=user, before={"roles": []}, after={"roles": [role.code]}, actor=by)
    audit.record(GRANT_GIVEN, target=user, after=said(grant), actor=by)
    return StaffInvitation.objects.create(invitation=user.invitation, partner=partner)


def _mail_after_commit(application: Application, letter: str, note: str = "", manager: str = "") -> None:
    from modules.partners.tasks import mail_applicant

    transaction.on_commit(partial(mails.later, mail_applicant, str(application.pk), letter, note, manager))


def _load_soon() -> None:
    """The regular load would find the new company within minutes; the head need not wait for it."""
    from integration.tasks import CHANGES, load_now

    for entity in ("clients", "counterparties"):
        broker.call(load_now, entity, queue=CHANGES, expires=60)
