"""Images as browsers want them: `{"src", "alt", "width", "height", "srcset"}`, several widths, WebP."""

import logging
from collections import defaultdict
from collections.abc import Iterable

from wagtail.images.models import Image, Rendition, SourceImageIOError

logger = logging.getLogger(__name__)

WIDTHS = (480, 960, 1600)
SHOWN = 960  # the width of `src`, for those who do not read `srcset`
SPECS = {width: f"width-{width}|format-webp|webpquality-80" for width in WIDTHS}


class Pictures:
    """The images of one document, loaded at once: one query, more only for an image nobody has asked for yet."""

    def __init__(self, image_ids: Iterable[int | None]) -> None:
        wanted = {pk for pk in image_ids if pk}
        self._renditions = _stored(wanted) if wanted else {}
        missing = {pk for pk in wanted if len(self._renditions.get(pk, ())) < len(SPECS)}
        if missing:
            self._renditions.update(_made(missing))

    def get(self, image_id: int | None, alt: str = "") -> dict | None:
        """The image for the API; None when there is none or its file is broken."""
        renditions = self._renditions.get(image_id)
        if not renditions:
            return None
        shown = renditions[SPECS[SHOWN]]
        by_width = {rendition.width: rendition.url for rendition in renditions.values()}
        return {
            "src": shown.url,
            "alt": alt,
            "width": shown.width,
            "height": shown.height,
            "srcset": ", ".join(f"{url} {width}w" for width, url in sorted(by_width.items())),
        }


def _stored(image_ids: set[int]) -> dict[int, dict[str, Rendition]]:
    """Image → filter spec → rendition, for what has been made before."""
    found: dict[int, dict[str, Rendition]] = defaultdict(dict)
    rows = Rendition.objects.filter(image_id__in=image_ids, filter_spec__in=SPECS.values(), focal_point_key="")
    for rendition in rows:
        found[rendition.image_id][rendition.filter_spec] = rendition
    return dict(found)


def _made(image_ids: set[int]) -> dict[int, dict[str, Rendition]]:
    """The same for images that have not been asked for before. A broken file leaves its image out."""
    made = {}
    for image in Image.objects.filter(pk__in=image_ids):
        try:
            made[image.pk] = image.get_renditions(*SPECS.values())
        except (SourceImageIOError, OSError):
            logger.warning("The file of image %s cannot be read.", image.pk)
            made[image.pk] = {}
    return made
