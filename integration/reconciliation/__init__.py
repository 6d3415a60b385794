"""The nightly comparison of what the portal holds with what 1C holds, field by field, and its repair.

`compare_rows` and `compare_deliveries` write a report; `latest` gives the newest of each; `repair` mends what one
found.
"""

from integration.reconciliation.deliveries import compare_deliveries
from integration.reconciliation.reports import due, latest, repair
from integration.reconciliation.rows import compare_rows

__all__ = ["compare_deliveries", "compare_rows", "due", "latest", "repair"]
