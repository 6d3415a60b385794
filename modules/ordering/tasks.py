"""Work on orders that no request waits for."""

from celery import shared_task
from django.db import DatabaseError

from modules.ordering import watchers


@shared_task(autoretry_for=(DatabaseError,), retry_backoff=True, max_retries=5)
def tell_watchers(order_id: str) -> None:
    """Have everyone who may see the order hear of it in their open browser."""
    watchers.tell(order_id)
