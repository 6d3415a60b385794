"""Images as browsers want them: `{"src", "alt", "width", "height", "srcset"}`, several widths, WebP."""

import logging
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from typing import NamedTuple

from django.core.files.storage import FileSystemStorage, default_storage
from wagtail.images.models import Image, Rendition, SourceImageIOError

from cms.prepared import PreparedFor

logger = logging.getLogger(__name__)

WIDTHS = (480, 960, 1600)
SHOWN = 960  # the width of `src`, for those who do not read `srcset`
SPECS = {width: f"width-{width}|format-webp|webpquality-80" for width in WIDTHS}


class Sized(NamedTuple):
    """One rendition: its file's name in the storage, and its size."""

    file: str
    width: int
    height: int


class Pictures:
    """The images of one document, loaded at once: one query, more only for an image nobody has asked for yet."""

    def __init__(self, image_ids: Iterable[int | None]) -> None:
        wanted = {pk for pk in image_ids if pk}
        self._sized = _stored(wanted) if wanted else {}
        missing = {pk for pk in wanted if len(self._sized.get(pk, ())) < len(SPECS)}
        if missing:
            self._sized.update(_made(missing))
        self._shown: dict[int | None, dict] = {}

    def get(self, image_id: int | None, alt: str = "") -> dict | None:
        """The image for the API; None when there is none or its file is broken."""
        sized = self._sized.get(image_id)
        if not sized:
            return None
        if image_id not in self._shown:
            self._shown[image_id] = _shown(sized)
        return {**self._shown[image_id], "alt": alt}


def _shown(sized: dict[str, Sized]) -> dict:
    """All of an image but what is told of it where it stands. `alt` keeps its place."""
    shown = sized[SPECS[SHOWN]]
    url_of = _url_of()
    by_width = {each.width: url_of(each.file) for each in sized.values()}
    return {
        "src": url_of(shown.file),
        "alt": "",
        "width": shown.width,
        "height": shown.height,
        "srcset": ", ".join(f"{url} {width}w" for width, url in sorted(by_width.items())),
    }


def _url_of() -> Callable[[str], str]:
    """From a file to its address; remembered where it is always the same, asked for anew where the storage signs it."""
    if isinstance(default_storage, FileSystemStorage):
        return partial(_plain_url, base_url=default_storage.base_url)
    return default_storage.url


@lru_cache(maxsize=10_000)
def _plain_url(file: str, base_url: str) -> str:
    return default_storage.url(file)


_STORED = PreparedFor(
    lambda keys: Rendition.objects.filter(
        image_id__in=keys, filter_spec__in=list(SPECS.values()), focal_point_key=""
    ).values_list("image_id", "filter_spec", "file", "width", "height")
)


def _stored(image_ids: set[int]) -> dict[int, dict[str, Sized]]:
    """Image → filter spec → rendition, for what has been made before."""
    found: dict[int, dict[str, Sized]] = defaultdict(dict)
    for image_id, spec, *sized in _STORED.run(sorted(image_ids)):
        found[image_id][spec] = Sized(*sized)
    return dict(found)


def _made(image_ids: set[int]) -> dict[int, dict[str, Sized]]:
    """The same for images that have not been asked for before. A broken file leaves its image out."""
    made = {}
    for image in Image.objects.filter(pk__in=image_ids):
        try:
            renditions = image.get_renditions(*SPECS.values())
        except (SourceImageIOError, OSError):
            logger.warning("The file of image %s cannot be read.", image.pk)
            renditions = {}
        made[image.pk] = {spec: Sized(each.file.name, each.width, each.height) for spec, each in renditions.items()}
    return made
