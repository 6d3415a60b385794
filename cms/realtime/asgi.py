"""The event streams: a small ASGI process of its own, beside Django.

GET /events (or /api/v1/events behind the proxy) with the session cookie → text/event-stream. `Last-Event-ID`, as a
header or as ?last_event_id=, resumes without a gap. GET /healthz tells whether the process serves.
"""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.dev")
django.setup()

from cms.realtime.server import Server  # noqa: E402  (needs Django's settings)

application = app = Server()
