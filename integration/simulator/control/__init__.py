"""The control API: not part of 1C. Faults on demand, a request log, edits behind the portal's back."""
