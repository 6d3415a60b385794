"""From the author to the editor-in-chief: the workflow as shipped, set once, then the administrator's to change."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.utils import translation
from django.utils.translation import gettext
from wagtail.models import GroupApprovalTask, Page, Task, Workflow, WorkflowPage, WorkflowTask

from content.editors import EDITOR_IN_CHIEF
from content.models import OpenedRole

SHIPPED = "workflow"
WAGTAILS_OWN = "Moderators approval"  # made by Wagtail's migrations, for a group that nobody is in


def ship_workflow() -> None:
    """Every page that its author may not publish goes by the editor-in-chief, unless somebody chose another way."""
    chiefs = Group.objects.filter(role__code=EDITOR_IN_CHIEF).first()
    if chiefs is None or not OpenedRole.objects.get_or_create(code=SHIPPED)[1]:
        return
    root = Page.get_first_root_node()
    if WorkflowPage.objects.filter(page=root).exclude(workflow__name=WAGTAILS_OWN).exists():
        return
    for unused in Workflow.objects.filter(name=WAGTAILS_OWN, active=True):
        unused.deactivate()
    WorkflowPage.objects.create(page=root, workflow=_by_the_chief(chiefs))


def drop_wagtails_own() -> None:
    """Wagtail's own workflow, in English in every language, once it is switched off and was never used."""
    unused = Workflow.objects.filter(name=WAGTAILS_OWN, active=False)
    unused.filter(workflow_states=None, workflow_pages=None).delete()
    Task.objects.filter(name=WAGTAILS_OWN, workflow_tasks=None, task_states=None).delete()


def _by_the_chief(chiefs: Group) -> Workflow:
    with translation.override(settings.LANGUAGE_CODE):
        workflow = Workflow.objects.create(name=gettext("Author → editor-in-chief"))
        task = GroupApprovalTask.objects.create(name=gettext("Approval by the editor-in-chief"))
    task.groups.set([chiefs])
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    return workflow
