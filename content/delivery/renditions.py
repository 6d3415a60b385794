"""The files made of an image: which there are to be, which are there, and making those that are not.

WebP (JPEG for link previews) is made when first asked for. AVIF is a third smaller and takes ten times as long to
make, so a worker makes it (`make_avif`) and readers get WebP until it has.
"""

import logging
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import SimpleNamespace
from typing import NamedTuple

from django.core.cache import cache as shared
from wagtail.images.models import Filter, Image, Rendition

from cms import broker
from cms.prepared import PreparedFor
from content.delivery.store import start_generation_after_commit

logger = logging.getLogger(__name__)

BULK = "bulk"  # the queue of what nobody waits for
AVIF_ASKED_SECONDS = 600  # by then it is made, or the worker was away and is asked again
FOCAL_POINT = ("focal_point_width", "focal_point_height", "focal_point_x", "focal_point_y")


@dataclass(frozen=True, eq=False)
class Shape:
    """How an image is cut. `specs`: Wagtail's filter by the width it is made for; `shown`: the width of `src`.

    `avif`: the same again as AVIF, where that is worth a worker's time.
    """

    specs: Mapping[int, str]
    avif: Mapping[int, str]
    shown: int


class Sized(NamedTuple):
    """One rendition: its file's name in the storage, and its size."""

    file: str
    width: int
    height: int


def _shape(cut: Mapping[int, str], shown: int) -> Shape:
    return Shape(
        {width: f"{how}|format-webp|webpquality-80" for width, how in cut.items()},
        {width: f"{how}|format-avif|avifquality-60" for width, how in cut.items()},
        shown,
    )


WHOLE = _shape({width: f"width-{width}" for width in (480, 960, 1600)}, shown=960)
CARD = _shape({480: "fill-480x270", 960: "fill-960x540"}, shown=480)  # 16 to 9, around the focal point
SHARE = Shape({1200: "fill-1200x630|format-jpeg|jpegquality-82"}, {}, shown=1200)  # as link previews want it

Wanted = Mapping[Shape, set[int]]  # shape → keys of images
Found = dict[tuple[int, str], Sized]  # (image, filter) → its rendition


def found_or_made(wanted: dict[Shape, set[int]]) -> Found:
    """The renditions of `wanted`: one query, more only for an image nobody has asked for yet."""
    images = sorted(set().union(*wanted.values()))
    if not images:
        return {}
    found = _stored(tuple(shape for shape, keys in wanted.items() if keys), images)
    for image, specs in _lacking(wanted, found, "specs").items():
        found.update(_made(image, specs))
    _ask_for_avif(_lacking(wanted, found, "avif").keys() & {image for image, _spec in found})
    return found


def make_avif(image_ids: Iterable[int]) -> None:
    """AVIF in every shape that readers have asked for; the documents that show it are made anew."""
    for image in Image.objects.filter(pk__in=list(image_ids)):
        made = set(image.renditions.values_list("filter_spec", flat=True))
        shapes = [shape for shape in (WHOLE, CARD) if made.issuperset(shape.specs.values())]
        if specs := [spec for shape in shapes for spec in shape.avif.values()]:
            _made(image.pk, specs)
    start_generation_after_commit()


def _lacking(wanted: Wanted, found: Found, formats: str) -> dict[int, list[str]]:
    """Image → the filters of its shapes that have no file."""
    lacking = defaultdict(list)
    for shape, images in wanted.items():
        for spec in getattr(shape, formats).values():
            for image in images:
                if (image, spec) not in found:
                    lacking[image].append(spec)
    return lacking


def _stored(shapes: tuple[Shape, ...], image_ids: list[int]) -> Found:
    """What has been made before, for the focal points that images have now."""
    rows = _query(shapes).run(image_ids)
    return {
        (image, spec): Sized(*sized)
        for image, spec, key, *sized, width, height, x, y in rows
        if key == focal_key(spec, (width, height, x, y))
    }


@cache
def _query(shapes: tuple[Shape, ...]) -> PreparedFor:
    specs = [spec for shape in shapes for formats in (shape.specs, shape.avif) for spec in formats.values()]
    columns = ["image_id", "filter_spec", "focal_point_key", "file", "width", "height"]
    columns += [f"image__{name}" for name in FOCAL_POINT]
    return PreparedFor(
        lambda keys: Rendition.objects.filter(image_id__in=keys, filter_spec__in=specs).values_list(*columns)
    )


@lru_cache(maxsize=10_000)
def focal_key(spec: str, focal_point: tuple[int | None, ...]) -> str:
    """What Wagtail keeps a rendition under: nothing for those that show the whole image."""
    return Filter(spec=spec).get_cache_key(SimpleNamespace(**dict(zip(FOCAL_POINT, focal_point, strict=True))))


def _made(image_id: int, specs: list[str]) -> Found:
    """Nothing of an image whose file is broken, gone or hostile: whatever a decoder says of it, the page goes on."""
    image = Image.objects.filter(pk=image_id).first()
    try:
        renditions = image.get_renditions(*specs) if image else {}
    except Exception:
        logger.warning("The file of image %s cannot be read.", image_id, exc_info=True)
        return {}
    return {(image_id, spec): Sized(each.file.name, each.width, each.height) for spec, each in renditions.items()}


def _ask_for_avif(image_ids: Iterable[int]) -> None:
    from content.tasks import make_avif as task

    keys = {f"content:avif:{image}": image for image in sorted(image_ids)}
    known = shared.get_many(keys) if keys else {}
    asked = [image for key, image in keys.items() if key not in known and shared.add(key, True, AVIF_ASKED_SECONDS)]
    if asked:
        broker.call(task, asked, queue=BULK, expires=AVIF_ASKED_SECONDS)
