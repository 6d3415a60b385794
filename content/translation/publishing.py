"""Wagtail's publishing for those who call the action itself and not `page.publish()`: the v3 API."""

from wagtail.actions.publish_page_revision import PublishPageRevisionAction

from content.translation.completeness import current_revision


class PublishComplete(PublishPageRevisionAction):
    """Publishes no translation with strings still in the language of its source."""

    def check(self, skip_permission_checks: bool = False) -> None:
        super().check(skip_permission_checks)
        current = current_revision(self.object, self.revision, self.user)
        if current != self.revision:
            self.revision, self.object = current, current.as_object()
