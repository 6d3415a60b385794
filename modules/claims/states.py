"""The state machine of a claim: one table."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class ClaimKind(models.TextChoices):
    """What the claim is about; the values are those of the exchange."""

    QUANTITY = "quantity", _("Quantity")
    QUALITY = "quality", _("Quality")
    ASSORTMENT = "assortment", _("Wrong goods")
    DELIVERY = "delivery", _("Delivery")
    DOCUMENTS = "documents", _("Documents")


class ClaimStatus(models.TextChoices):
    """Where a claim is. All but NOT_TAKEN is what 1C says."""

    REGISTERED = "registered", _("Registered")
    PROCESSING = "processing", _("Being looked into")
    SATISFIED = "satisfied", _("Satisfied")
    NOT_SATISFIED = "not_satisfied", _("Not satisfied")
    NOT_TAKEN = "not_taken", _("Not accepted by 1C")


S = ClaimStatus
IN_ONEC = {S.REGISTERED, S.PROCESSING, S.SATISFIED, S.NOT_SATISFIED}

# 1C takes decisions back too, so among its own states every move is open. What 1C did not take is corrected by its
# author and goes there again; only a claim that 1C has never had can be refused.
NEXT: dict[ClaimStatus, set[ClaimStatus]] = {
    S.REGISTERED: {S.PROCESSING, S.SATISFIED, S.NOT_SATISFIED, S.NOT_TAKEN},
    S.PROCESSING: IN_ONEC - {S.PROCESSING},
    S.SATISFIED: IN_ONEC - {S.SATISFIED},
    S.NOT_SATISFIED: IN_ONEC - {S.NOT_SATISFIED},
    S.NOT_TAKEN: set(IN_ONEC),
}

OPEN_TO_CHANGE = {S.REGISTERED, S.NOT_TAKEN}
