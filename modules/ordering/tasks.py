"""Work on orders that no request waits for."""

from celery import shared_task
from django.db import DatabaseError

from integration import outbox
from modules.ordering import watchers
from modules.ordering.services import TOPIC


@shared_task(autoretry_for=(DatabaseError,), retry_backoff=True, max_retries=5)
def order_placed(order_id: str) -> None:
    """Everyone who may see a new order hears of it, then 1C does: in this order, or the answer would overtake it."""
    watchers.tell(order_id)
    outbox.deliver_now(TOPIC, order_id)
