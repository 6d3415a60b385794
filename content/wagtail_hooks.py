"""What the content package changes in Wagtail and its admin."""

from wagtail import hooks
from wagtail.actions.registry import ActionRegistry
from wagtail.models import Page

from content.translation.publishing import PublishComplete


@hooks.register("register_actions")
def register_publishing(registry: ActionRegistry) -> None:
    registry.register(Page, PublishComplete)
