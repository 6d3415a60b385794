from django.urls import path
from rest_framework.response import Response

from cms.access.checks import visible
from cms.api.views import PortalView
from tests.dummy_module.models import Note


class NoteList(PortalView):
    permission = "dummy_module.view_note"

    def get(self, request):
        notes = visible(Note.objects.all(), request.user, "dummy_module.view_note")
        return Response([note.text for note in notes])


urlpatterns = [path("notes/", NoteList.as_view())]
