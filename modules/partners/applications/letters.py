"""What an applicant reads, in the language they applied in."""

from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from cms.accounts.letters import Letter
from modules.partners.models import Application


@dataclass(frozen=True)
class Applicant:
    """Somebody without an account, as `cms.accounts.mails.send` addresses people."""

    email: str
    name: str
    language: str


def applicant(application: Application) -> Applicant:
    return Applicant(application.email, application.contact, application.language)


def received(reader: Applicant, *, company: str, note: str, manager: str) -> Letter:
    return Letter(
        subject=_("We have received your application"),
        paragraphs=(
            _("Thank you for your interest. The application of %(company)s is with us.") % {"company": company},
            _("A manager of your region looks at it and writes to you at this address."),
        ),
        closing=_("If you have not applied, somebody mistyped an address: there is nothing you need to do."),
    )


def more_asked(reader: Applicant, *, company: str, note: str, manager: str) -> Letter:
    return Letter(
        subject=_("A question about your application"),
        paragraphs=(
            _("Before we decide about the application of %(company)s, we would like to know:") % {"company": company},
            note,
            _("Please write to the manager: %(manager)s.") % {"manager": manager},
        ),
    )


def approved(reader: Applicant, *, company: str, note: str, manager: str) -> Letter:
    return Letter(
        subject=_("Your application is approved"),
        paragraphs=(
            _("The application of %(company)s is approved.") % {"company": company},
            _("As soon as our books know your company, you get a letter with the link to your cabinet."),
        ),
    )


def rejected(reader: Applicant, *, company: str, note: str, manager: str) -> Letter:
    return Letter(
        subject=_("About your application"),
        paragraphs=(
            _("We cannot take %(company)s as a client now.") % {"company": company},
            note,
        ),
        action=_("Our site"),
        link=f"{settings.PORTAL_URL}/{reader.language}/",
    )


LETTERS: dict[str, Callable[..., Letter]] = {
    maker.__name__: maker for maker in (received, more_asked, approved, rejected)
}
