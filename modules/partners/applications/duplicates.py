"""Who an applicant may already be. Shown to whoever decides, never to the applicant."""

from dataclasses import dataclass

from django.contrib.auth import get_user_model

from cms.access.checks import visible
from modules.partners.models import Application, Counterparty


@dataclass(frozen=True)
class Duplicates:
    """What the reader may see by name; `elsewhere`: how many more there are outside their own."""

    counterparties: list[Counterparty]
    applications: list[Application]
    elsewhere: int
    has_account: bool

    def __bool__(self) -> bool:
        return bool(self.counterparties or self.applications or self.elsewhere or self.has_account)


def duplicates_of(application: Application, reader) -> Duplicates:
    """By tax id among legal entities and applications, by e-mail among applications and accounts."""
    entities = Counterparty.objects.filter(tax_id=application.tax_id, deleted=False)
    if application.partner_id:
        entities = entities.exclude(partner=application.partner_id)  # what has become of it is no double
    by_tax_id = Application.objects.filter(tax_id=application.tax_id)
    others = (by_tax_id | Application.objects.filter(email__iexact=application.email)).exclude(pk=application.pk)
    seen_entities = visible(entities.select_related("partner"), reader, "partners.view_counterparty")
    seen_others = visible(others, reader, "partners.view_application")
    seen = list(seen_entities[:20]), list(seen_others[:20])
    hidden = entities.count() - seen_entities.count() + others.count() - seen_others.count()
    invited = application.invitation.invitation.user_id if application.invitation else None
    accounts = get_user_model().objects.filter(email__iexact=application.email).exclude(pk=invited)
    return Duplicates(*seen, hidden, accounts.exists())
