"""Claims that already lie in the database, as if registered before the test began."""

from modules.claims.models import Claim
from tests.factories.counter import number


def claim(author, contract=None, *, partner=None, **fields) -> Claim:
    """A claim of the contract's client, or of the partner."""
    filled = {"kind": "quality", "subject": f"Claim {number()}", "text": "The seal was broken.", **fields}
    of = {"contract": contract, "counterparty": contract.counterparty} if contract else {}
    return Claim.objects.create(author=author, partner=partner or contract.partner, **of, **filled)
