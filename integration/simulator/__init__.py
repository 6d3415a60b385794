"""A stand-in for a 1C:ERP base: channels A (OData) and B (the portal service), with a control API for tests.

Runs as its own process on its own SQLite file and imports nothing of Django or of the portal: what it knows
about 1C is written here once more, on purpose, so that a mistake of the portal cannot hide on both sides.
"""
