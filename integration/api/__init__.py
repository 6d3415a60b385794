"""The portal's own exchange service, /api/exchange/v1/: channel B the other way round, for 1C to push and fetch.

Its contract is docs/onec-contract.md and the schema it serves. A token lets in, nothing else: no session, no cookie.
"""
