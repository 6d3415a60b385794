"""What the portal tells 1C. The database row is the truth; Celery only makes it quick.

`enqueue` inside the business transaction, `status_of` for showing, `wake` for a person who does not want to wait,
`drop` for an administrator who decides that 1C shall not hear of it. The rest of this package delivers.
"""

from integration.outbox.delivery import deliver_now
from integration.outbox.dropping import drop
from integration.outbox.queue import enqueue, wake
from integration.outbox.status import ExchangeStatus, status_of

__all__ = ["ExchangeStatus", "deliver_now", "drop", "enqueue", "status_of", "wake"]
