"""The platform: access, accounts, API glue, events. Knows no module by import."""

from cms.celery import app as celery_app

__all__ = ["celery_app"]
