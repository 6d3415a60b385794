"""What the exchange keeps: the base of rows that 1C gives, states, parked rows and the outbox."""

from integration.models.source import FromOneC

__all__ = ["FromOneC"]
