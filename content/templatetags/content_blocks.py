"""Blocks in templates: what the admin shows before an editor chooses one, and where a video can be watched."""

from typing import Any

from django import template
from wagtail.blocks import Block

from content.samples import SAMPLES

register = template.Library()

PAGES = {
    "youtube": "https://www.youtube.com/watch?v={id}",
    "vimeo": "https://vimeo.com/{id}",
    "rutube": "https://rutube.ru/video/{id}/",
}


@register.simple_tag
def sample_of(block: Block) -> dict[str, Any]:
    """A block as the API would deliver it, with words that show what it is for."""
    return {"type": block.name, "id": "sample", "value": SAMPLES[block.name]()}


@register.filter
def video_page(video: dict[str, str]) -> str:
    """Address of the video's page at its provider."""
    return PAGES[video["provider"]].format(id=video["id"])
