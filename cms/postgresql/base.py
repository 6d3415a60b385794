"""Django's PostgreSQL, but a kept connection is looked at before its first use, instead of asked "SELECT 1".

A server that went away has said so: its farewell waits on the socket. Looking costs no round trip.

Nothing is compiled for a query either: for the many small subqueries of a board or a list of grants the compiler takes
seconds, where they take milliseconds.
"""

import select

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    def init_connection_state(self) -> None:
        super().init_connection_state()
        with self.connection.cursor() as cursor:
            cursor.execute("SET jit = off")
        if not self.get_autocommit():
            self.connection.commit()

    def is_usable(self) -> bool:
        """After an error the server is asked; else an idle connection with nothing to read is a good one."""
        if self.errors_occurred:
            return super().is_usable()
        return (
            self.connection is not None and not self.connection.closed and not _has_something_to_read(self.connection)
        )


def _has_something_to_read(connection) -> bool:
    """The end of the connection, or a server's notice: either way worth a new one."""
    waiting = select.poll()
    waiting.register(connection.fileno(), select.POLLIN | select.POLLHUP | select.POLLERR)
    return bool(waiting.poll(0))
