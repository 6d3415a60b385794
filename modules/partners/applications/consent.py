"""What an applicant agrees to. A changed text is a new version; the one agreed to is kept with the application."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VERSION = "2026-01"
TEXT: str | Promise = _(
    "I agree that the manufacturer stores and uses the data I give here to examine this application and to answer it. "
    "I can have it corrected or deleted at any time."
)
