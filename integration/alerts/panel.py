"""Alerts on the first page of the Wagtail admin."""

from wagtail.admin.ui.components import Component

from integration.alerts.wording import open_alerts


class AlertsPanel(Component):
    name = "exchange_alerts"
    template_name = "integration/alerts_panel.html"
    order = 40

    def get_context_data(self, parent_context) -> dict:
        return {"alerts": open_alerts()}
