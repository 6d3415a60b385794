"""Writing XML whose texts come from people."""

import re
from io import StringIO
from xml.sax.saxutils import XMLGenerator

_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what no XML document may hold


def plain(text: str) -> str:
    """`text` without the characters that XML cannot say."""
    return _NO_XML.sub("", text)


class Writer:
    """Elements of a document, one after the other; texts and attributes are escaped."""

    def __init__(self) -> None:
        self._out = StringIO()
        self._xml = XMLGenerator(self._out, encoding="utf-8")
        self._xml.startDocument()

    def open(self, name: str, **attributes: str) -> None:
        self._xml.startElement(name, attributes)

    def close(self, name: str) -> None:
        self._xml.endElement(name)

    def element(self, name: str, text: str = "", **attributes: str) -> None:
        self.open(name, **{key: plain(value) for key, value in attributes.items()})
        self._xml.characters(plain(text))
        self.close(name)

    def bytes(self) -> bytes:
        return self._out.getvalue().encode()
