"""docs/regulation.md is what the code says."""

from io import StringIO

from django.conf import settings
from django.core.management import call_command

from integration import regulation

PAGE = settings.BASE_DIR / "docs" / "regulation.md"


def test_the_page_is_up_to_date():
    printed = StringIO()
    call_command("onec", "regulation", stdout=printed)
    assert PAGE.read_text("utf-8") == printed.getvalue(), "run: manage.py onec regulation > docs/regulation.md"


def test_every_entity_and_topic_has_its_line():
    text = PAGE.read_text("utf-8")
    for one in [*regulation.entities(), *regulation.topics()]:
        assert f"| `{one.name}` " in text


def test_two_way_entities_have_a_topic():
    names = {topic.name for topic in regulation.topics()}
    for entity in regulation.entities():
        assert (entity.direction is regulation.Direction.BOTH) == bool(entity.topic)
        assert not entity.topic or entity.topic in names
