"""Conversations may be about orders, among those who see them; read only where messages are installed."""

from modules.chat.subjects import about
from modules.ordering.models import Order

about(Order, "ordering.view_order")
