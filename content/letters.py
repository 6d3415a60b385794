"""Letters of the way to publication: to the editor-in-chief, and back to the author. Each in its reader's language."""

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.admin import mail
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected

from cms.accounts import mails
from cms.accounts.letters import Letter
from cms.accounts.models import User


def submitted(user: User, *, title: str, by: str, link: str) -> Letter:
    return Letter(
        subject=_("For approval: “%(title)s”") % {"title": title},
        paragraphs=(_("%(who)s asks you to approve the page “%(title)s”.") % {"who": by, "title": title},),
        action=_("Read and decide"),
        link=link,
    )


def approved(user: User, *, title: str, by: str, link: str) -> Letter:
    return Letter(
        subject=_("Approved: “%(title)s”") % {"title": title},
        paragraphs=(_("%(who)s has approved your page “%(title)s”.") % {"who": by, "title": title},),
        action=_("Open the page"),
        link=link,
    )


def rejected(user: User, *, title: str, by: str, link: str, comment: str) -> Letter:
    said = (_("The comment: %(comment)s") % {"comment": comment},) if comment else ()
    sent_back = _("%(who)s has sent your page “%(title)s” back to you.") % {"who": by, "title": title}
    return Letter(
        subject=_("Sent back: “%(title)s”") % {"title": title},
        paragraphs=(sent_back, *said),
        action=_("Go on writing"),
        link=link,
    )


LETTERS = {letter.__name__: letter for letter in (submitted, approved, rejected)}


class ByLetter:
    """Wagtail knows whom to tell and who wants to be told; the portal's worker writes, in the reader's language."""

    def send_notifications(self, template_set, context, recipients, **kwargs) -> bool:
        from content.tasks import mail_editor

        if "page" not in context:
            return super().send_notifications(template_set, context, recipients, **kwargs)
        page, who = context["page"], kwargs.get("user")
        facts = {
            "title": page.get_admin_display_title(),
            "by": str(getattr(who, "name", "") or who or settings.BRAND.name),
            "link": f"{settings.PORTAL_URL}/admin/pages/{page.pk}/edit/",
            **({"comment": context["comment"]} if "comment" in context else {}),
        }
        for recipient in recipients:
            mails.later(mail_editor, recipient.pk, self.notification, facts)
        return True


class ToTheChief(ByLetter, mail.GroupApprovalTaskStateSubmissionEmailNotifier):
    pass


class Approved(ByLetter, mail.WorkflowStateApprovalEmailNotifier):
    pass


class SentBack(ByLetter, mail.WorkflowStateRejectionEmailNotifier):
    pass


_NOTIFIERS = (
    (task_submitted, TaskState, "group_approval_task_submitted_email_notification", ToTheChief()),
    (workflow_approved, WorkflowState, "workflow_state_approved_email_notification", Approved()),
    (workflow_rejected, WorkflowState, "workflow_state_rejected_email_notification", SentBack()),
)


def connect() -> None:
    """In place of Wagtail's: under its own names, and before it, so that its connecting changes nothing."""
    for signal, sender, name, notifier in _NOTIFIERS:
        signal.disconnect(sender=sender, dispatch_uid=name)
        signal.connect(notifier, sender=sender, dispatch_uid=name)
