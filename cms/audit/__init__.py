"""The audit log: who did what to the access of whom, when and from where. Rows are added, never changed.

    from cms import audit

    ROLE_CHANGED = audit.action("access.role_changed", _("Role changed"))
    ...
    audit.record(ROLE_CHANGED, target=role, before={...}, after={...})

`record()` belongs into the transaction of the change itself: there is no change without its entry and no entry
without its change.
"""

from cms.audit.actions import Action, action
from cms.audit.context import People, acting
from cms.audit.recording import record

__all__ = ["Action", "People", "acting", "action", "record"]
