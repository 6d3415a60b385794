"""How pages with the application form are delivered: as pages of text; the browser asks for the form itself."""

from content.delivery.kinds import Kind
from modules.partners.models import ApplicationPage


class ApplicationKind(Kind):
    model = ApplicationPage
    template = "partners/application_form.html"
