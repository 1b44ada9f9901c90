"""An office file's zip and XML, opened with suspicion: sizes by the directory before anything is unpacked, no entities, no network."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from extractors.errors import Encrypted, TooLarge, Unreadable
from extractors.intake.limits import Limits

_ENCRYPTED = 0x1
_SMALL = 4 * 1024 * 1024
"""A part below this may be as dense as it likes."""


class Package:
    """The parts of an office file by name. Raises `Unreadable`, `TooLarge`, `Encrypted`."""

    def __init__(self, content: bytes, limits: Limits) -> None:
        self._limits = limits
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise Unreadable from error
        entries = self._zip.infolist()
        self._sizes = {entry.filename: entry.file_size for entry in entries}
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise Encrypted
        if len(self._sizes) < len(entries):
            raise Unreadable  # two parts of one name: which one is shown depends on the reader
        if (len(entries) > limits.zip_entries or sum(self._sizes.values()) > limits.zip_bytes
                or any(_is_bomb(entry, limits) for entry in entries)):
            raise TooLarge

    def __contains__(self, name: str) -> bool:
        return name in self._sizes

    def read(self, name: str) -> bytes:
        """A part's bytes. Raises `Unreadable` where it is missing or damaged."""
        try:
            return self._zip.read(name)
        except Exception as error:
            raise Unreadable from error

    def xml(self, name: str) -> Element:
        """A part's root element. A document type is refused: neither format has one, and all that it could bring is harm."""
        if self._sizes.get(name, 0) > self._limits.xml_bytes:
            raise TooLarge
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False,
                                 remove_comments=True, remove_pis=True)
        try:
            root: Element = etree.fromstring(self.read(name), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise Unreadable from error
        if root.getroottree().docinfo.internalDTD is not None:
            raise Unreadable
        return root


def _is_bomb(entry: zipfile.ZipInfo, limits: Limits) -> bool:
    return entry.file_size > limits.zip_entry_bytes or (
        entry.file_size > _SMALL and entry.file_size > limits.zip_ratio * max(1, entry.compress_size))


def name_of(element: Element) -> str:
    """An element's name without its namespace: the strict and the usual namespaces of a format are read alike."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: Element | None, name: str) -> str | None:
    """An attribute by its name without namespace."""
    if element is None:
        return None
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


def child(element: Element | None, *path: str) -> Element | None:
    """The first element down a path of names."""
    for name in path:
        element = next((each for each in element if name_of(each) == name), None) if element is not None else None
    return element


def descendants(element: Element, *names: str) -> Iterator[Element]:
    """All elements below (and itself) of these names, in document order."""
    return (each for each in element.iter() if name_of(each) in names)
