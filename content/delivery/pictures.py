"""Images as browsers want them: several widths, WebP for all and AVIF for those who can, cut where a place is fixed.

`{"src", "alt", "width", "height", "srcset", "sources": [{"type", "srcset"}]}`; `src` and `srcset` are WebP.
"""

from collections.abc import Callable, Iterable
from functools import lru_cache, partial

from django.core.files.storage import FileSystemStorage, default_storage

from content.delivery.renditions import CARD, SHARE, WHOLE, Shape, Sized, found_or_made


class Pictures:
    """The images of one document, loaded at once by one query.

    `image_ids`: shown whole; `cards`: cut to 16:9 around the focal point; `shares`: for previews of links elsewhere.
    """

    def __init__(
        self,
        image_ids: Iterable[int | None] = (),
        *,
        cards: Iterable[int | None] = (),
        shares: Iterable[int | None] = (),
    ) -> None:
        wanted = {WHOLE: image_ids, CARD: cards, SHARE: shares}
        self._found = found_or_made({shape: {pk for pk in keys if pk} for shape, keys in wanted.items()})
        self._shown: dict[tuple[int, Shape], dict | None] = {}

    def get(self, image_id: int | None, alt: str = "") -> dict | None:
        """The whole image for the API; None when there is none or its file is broken."""
        return self._as(WHOLE, image_id, alt)

    def card(self, image_id: int | None, alt: str = "") -> dict | None:
        """The same, cut for a card of a list."""
        return self._as(CARD, image_id, alt)

    def share(self, image_id: int | None, alt: str = "") -> dict | None:
        """`{"src", "alt", "width", "height"}`: JPEG, which every messenger can show."""
        sized = self._found.get((image_id or 0, SHARE.specs[SHARE.shown]))
        return sized and {"src": _url_of()(sized.file), "alt": alt, "width": sized.width, "height": sized.height}

    def _as(self, shape: Shape, image_id: int | None, alt: str) -> dict | None:
        if image_id is None:
            return None
        if (image_id, shape) not in self._shown:
            self._shown[image_id, shape] = self._of(shape, image_id)
        shown = self._shown[image_id, shape]
        return shown and {**shown, "alt": alt}

    def _of(self, shape: Shape, image_id: int) -> dict | None:
        """All of an image but what is told of it where it stands. `alt` keeps its place."""
        files = [self._found.get((image_id, spec)) for spec in shape.specs.values()]
        if None in files:
            return None
        shown = self._found[image_id, shape.specs[shape.shown]]
        return {
            "src": _url_of()(shown.file),
            "alt": "",
            "width": shown.width,
            "height": shown.height,
            "srcset": _srcset(files),
            "sources": self._sources(shape, image_id),
        }

    def _sources(self, shape: Shape, image_id: int) -> list[dict[str, str]]:
        """Nothing until a worker has made all of them."""
        files = [self._found.get((image_id, spec)) for spec in shape.avif.values()]
        return [] if None in files else [{"type": "image/avif", "srcset": _srcset(files)}]


def _srcset(files: Iterable[Sized]) -> str:
    url_of = _url_of()
    by_width = {each.width: url_of(each.file) for each in files}
    return ", ".join(f"{url} {width}w" for width, url in sorted(by_width.items()))


def _url_of() -> Callable[[str], str]:
    """From a file to its address; remembered where it is always the same, asked for anew where the storage signs it."""
    if isinstance(default_storage, FileSystemStorage):
        return partial(_plain_url, base_url=default_storage.base_url)
    return default_storage.url


@lru_cache(maxsize=10_000)
def _plain_url(file: str, base_url: str) -> str:
    return default_storage.url(file)
