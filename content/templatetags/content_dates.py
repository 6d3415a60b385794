"""Dates of the documents, which are JSON values, for Django's own `date` filter."""

from datetime import date

from django import template

register = template.Library()


@register.filter
def as_date(value: str) -> date:
    """A date from its ISO form, "2026-03-01"."""
    return date.fromisoformat(value)
