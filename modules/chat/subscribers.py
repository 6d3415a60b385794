"""What happens after commit: whoever takes part in a conversation hears of its news in their open browser."""

from uuid import UUID

from cms.access.audience import audience
from cms.events import on
from cms.realtime import publish
from modules.chat import subjects
from modules.chat.events import MessageDelivered, MessageWritten
from modules.chat.models import Message


@on(MessageWritten)
def tell_of_a_message(fact: MessageWritten) -> None:
    tell(fact.message_id)


@on(MessageDelivered)
def tell_of_its_arrival(fact: MessageDelivered) -> None:
    tell(fact.message_id)


def tell(message_id: UUID) -> None:
    """A `message` event; the page asks for the rest, so it may be told twice."""
    message = Message.objects.select_related("chat").get(pk=message_id)
    told = {"id": str(message.pk), "chat": str(message.chat_id)}
    people, among = audience("chat.view_chat", message.chat), subjects.people_of(message.chat.order)
    publish.send(people if among is None else people & among, "message", told)
