"""The user of a session, read with every request: the query is written once."""

from functools import cache

from cms.accounts.models import User
from cms.prepared import Prepared, number_slot


@cache
def _columns() -> list[str]:
    return [field.attname for field in User._meta.concrete_fields]


_BY_KEY = Prepared(lambda: User.objects.filter(pk=number_slot("pk")).values_list(*_columns()), converted=True)


def user_by_key(pk: int) -> User | None:
    """None when there is no such user (any more). One query."""
    rows = _BY_KEY.run(pk=pk)
    return User.from_db("default", _columns(), rows[0]) if rows else None
