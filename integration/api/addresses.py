"""Addresses below /api/exchange/v1/, with or without a slash at their end. (`urls.py` would stand below /api/v1/.)"""

from django.urls import re_path

from integration.api import views
from integration.api.errors import no_such_address

KEY = r"(?P<{}>[0-9a-fA-F]{{8}}-(?:[0-9a-fA-F]{{4}}-){{3}}[0-9a-fA-F]{{12}})"

urlpatterns = [
    re_path(r"^$", views.RootView.as_view()),
    re_path(r"^schema/?$", views.SchemaView.as_view(), name="exchange-schema"),
    re_path(r"^ping/?$", views.PingView.as_view()),
    re_path(rf"^jobs/{KEY.format('pk')}/?$", views.JobView.as_view(), name="exchange-job"),
    re_path(r"^(?P<entity>[a-z_]{1,40})/?$", views.EntityView.as_view(), name="exchange-entity"),
    re_path(rf"^(?P<entity>[a-z_]{{1,40}})/{KEY.format('pk')}/?$", views.ItemView.as_view()),
    re_path(r"", no_such_address),
]
