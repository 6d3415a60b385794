"""Who is behind a session cookie; Django's own answer, asked in a thread."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

from django.contrib.auth import get_user
from django.contrib.sessions.backends.db import SessionStore
from django.db import close_old_connections

from cms.accounts import second_factor
from cms.acting.services import client_of

THREADS = 4
_threads = ThreadPoolExecutor(THREADS, thread_name_prefix="sessions")


async def user_of(session_key: str) -> int | None:
    """Key of the active user signed in by this session, or of the client in whose cabinet they are; None: nobody."""
    return await asyncio.get_running_loop().run_in_executor(_threads, _user_of, session_key)


def _user_of(session_key: str) -> int | None:
    """Asks the database itself: a session that only the cache still knows is over. So is one without its factor."""
    close_old_connections()
    try:
        session = SessionStore(session_key)
        user = get_user(SimpleNamespace(session=session))
        if not user.is_authenticated or second_factor.gap(user, session):
            return None
        return (client_of(user, session) or user).pk
    finally:
        close_old_connections()
