"""How far a permission reaches."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Level(models.IntegerChoices):
    """Each level contains those below it. All but ALL stay within the user's grants."""

    NONE = 0, _("none")
    OWN = 1, _("own")  # within my grants, and I wrote it
    TEAM = 2, _("team")  # within my grants, and I or someone I supervise wrote it
    GRANTED = 3, _("granted")  # within one of my grants
    ALL = 4, _("all")  # everything, whatever the grants
