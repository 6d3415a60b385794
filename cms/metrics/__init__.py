"""Figures for Prometheus at `/metrics`, for whoever has METRICS_TOKEN; without that setting there is no such address.

An app declares its figures in `metrics.py`: `collect()` gives families of prometheus_client, read from the database and
from Redis, so that any web process answers for all of them. Requests are counted in each web process and added up in
Redis every few seconds.
"""
