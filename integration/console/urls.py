"""The console's addresses in the Wagtail admin."""

from django.urls import path

from integration.console import (
    activity,
    alerts,
    caches,
    deliveries,
    entities,
    loads,
    overview,
    parked,
    progress,
    pushed,
    reconciliation,
)

CONSOLE = [
    path("exchange/", overview.OverviewPage.as_view(), name="exchange_console"),
    path("exchange/probe/", overview.probe, name="exchange_probe"),
    path("exchange/alerts/", alerts.AlertsPage.as_view(), name="exchange_alerts"),
    path("exchange/alerts/letters/", alerts.letters, name="exchange_alert_letters"),
    path("exchange/messages/<uuid:pk>/drop/", deliveries.DropView.as_view(), name="exchange_drop"),
    path("exchange/activity/", activity.ActivityPage.as_view(), name="exchange_activity"),
    path("exchange/caches/", caches.CachesPage.as_view(), name="exchange_caches"),
    path("exchange/caches/<slug:name>/forget/", caches.forget, name="exchange_cache_forget"),
    path("exchange/entities/<slug:entity>/", entities.EntityView.as_view(), name="exchange_entity"),
    path("exchange/entities/<slug:entity>/progress/", progress.ProgressView.as_view(), name="exchange_progress"),
    path("exchange/loads/<int:pk>/cancel/", progress.cancel, name="exchange_load_cancel"),
    path("exchange/load/<slug:entity>/", entities.load, name="exchange_load"),
    path("exchange/reconciliation/", reconciliation.ReconciliationPage.as_view(), name="exchange_reconciliation"),
    path(
        "exchange/reconciliation/<int:pk>/", reconciliation.ReportPage.as_view(), name="exchange_reconciliation_report"
    ),
    path("exchange/reconciliation/<int:pk>/repair/", reconciliation.repair, name="exchange_repair"),
    path("exchange/reconciliation/<slug:compared>/<slug:name>/", reconciliation.compare, name="exchange_compare"),
    path("exchange/loads/", loads.LoadsView.as_view(), name="exchange_loads"),
    path("exchange/loads/results/", loads.LoadsView.as_view(results_only=True), name="exchange_loads_results"),
    path("exchange/messages/", deliveries.QueueView.as_view(), name="exchange_queue"),
    path("exchange/messages/results/", deliveries.QueueView.as_view(results_only=True), name="exchange_queue_results"),
    path("exchange/messages/replay/", deliveries.ReplayParkedView.as_view(), name="exchange_replay_parked"),
    path("exchange/messages/<uuid:pk>/", deliveries.MessageView.as_view(), name="exchange_message"),
    path("exchange/messages/<uuid:pk>/replay/", deliveries.replay, name="exchange_replay"),
    path("exchange/pushed/", pushed.PushedView.as_view(), name="exchange_pushed"),
    path("exchange/pushed/results/", pushed.PushedView.as_view(results_only=True), name="exchange_pushed_results"),
    path("exchange/pushed/<int:pk>/", pushed.PushedItemView.as_view(), name="exchange_pushed_item"),
    path("exchange/parked/", parked.ParkedView.as_view(), name="exchange_parked"),
    path("exchange/parked/results/", parked.ParkedView.as_view(results_only=True), name="exchange_parked_results"),
    path("exchange/parked/retry/", parked.RetryRowsView.as_view(), name="exchange_parked_retry"),
    path("exchange/parked/<int:pk>/", parked.ParkedRowView.as_view(), name="exchange_parked_row"),
    path("exchange/parked/<int:pk>/retry/", parked.retry_row, name="exchange_parked_row_retry"),
]
