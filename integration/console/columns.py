"""Cells of the console's listings."""

from collections.abc import Callable

from wagtail.admin.ui.tables import Column, StatusTagColumn

from integration.models import Delivery, InboxItem, LoadRun, LoadStatus, OutboxMessage, Taken


class TextColumn(Column):
    """A long text, cut; the whole of it in the page it belongs to."""

    cell_template_name = "integration/cells/text.html"


class MomentColumn(Column):
    """A moment as date and time, and how long ago."""

    cell_template_name = "integration/cells/moment.html"


class RowNumberColumn(Column):
    """A number, grouped by thousands, to the right."""

    cell_template_name = "integration/cells/number.html"

    def __init__(self, name: str, **kwargs) -> None:
        super().__init__(name, classname="exchange-number", **kwargs)


class ToneColumn(StatusTagColumn):
    """A status tag whose tone is what `tone(row)` says: good, bad, busy or "" ."""

    cell_template_name = "integration/cells/tone.html"

    def __init__(self, name: str, tone: Callable[[object], str], **kwargs) -> None:
        super().__init__(name, **kwargs)
        self.tone = tone

    def get_cell_context_data(self, instance, parent_context) -> dict:
        return super().get_cell_context_data(instance, parent_context) | {"tone": self.tone(instance)}


TONES = {
    Delivery.DELIVERED: "good",
    Delivery.IN_FLIGHT: "busy",
    Delivery.REJECTED: "bad",
    Delivery.PARKED: "bad",
}


def tone_of_delivery(message: OutboxMessage) -> str:
    return TONES.get(message.status, "")


LOAD_TONES = {
    LoadStatus.DONE: "good",
    LoadStatus.FAILED: "bad",
    LoadStatus.RUNNING: "busy",
    LoadStatus.QUEUED: "busy",
    LoadStatus.CANCELLED: "warn",
}


def tone_of_load(run: LoadRun) -> str:
    return LOAD_TONES.get(run.status, "")


PUSH_TONES = {
    Taken.PENDING: "busy",
    Taken.APPLIED: "good",
    Taken.UNCHANGED: "good",
    Taken.WAITING: "warn",
    Taken.REJECTED: "bad",
    Taken.FOREIGN: "bad",
}


def tone_of_push(item: InboxItem) -> str:
    return PUSH_TONES.get(item.status, "")
