from rest_framework import serializers

from content.api.serializers import PageSerializer
from content.delivery.kinds import Kind
from tests.dummy_module.models import NotePage


class NotePageSerializer(PageSerializer):
    motto = serializers.CharField(allow_blank=True)


class NoteKind(Kind):
    model = NotePage
    serializer = NotePageSerializer
    columns = ("motto",)

    def part(self, page, loaded, around):
        return {"motto": page.own["motto"]}
