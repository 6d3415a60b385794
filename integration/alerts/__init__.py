"""Alerts: what is wrong with the exchange and needs a person, told on the admin's first page and by mail."""
