"""The parts of a Word package and what they point to inside it. Nothing outside is ever followed."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cached_property

from lxml.etree import _Element as Element

from extractors.errors import Unreadable
from extractors.pages.office.package import Package, attribute, name_of


@dataclass(frozen=True)
class Part:
    """A part of XML and its relationships."""

    package: Package
    name: str

    @cached_property
    def root(self) -> Element:
        return self.package.xml(self.name)

    @cached_property
    def _relations(self) -> list[tuple[str, str, str]]:
        """Id, last word of the kind, name of the part; those to outside are left out."""
        folder, file = posixpath.split(self.name)
        name = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
        if name not in self.package:
            return []
        return [(attribute(each, "Id") or "", (attribute(each, "Type") or "").rpartition("/")[2],
                 posixpath.normpath(posixpath.join("/" + folder, attribute(each, "Target") or "")).lstrip("/"))
                for each in self.package.xml(name)
                if name_of(each) == "Relationship" and attribute(each, "TargetMode") != "External"]

    def target(self, identity: str | None) -> str | None:
        """The name of the part that a relationship of this id points to, where there is one."""
        return next((name for each, _, name in self._relations if each == identity and name in self.package), None)

    def related(self, kind: str) -> Part | None:
        return next((Part(self.package, name) for _, each, name in self._relations if each == kind and name in self.package), None)


def main_part(package: Package) -> Part:
    """The part that holds the letter. Raises `Unreadable` where there is none."""
    main = Part(package, "").related("officeDocument")
    if main is None:
        raise Unreadable
    return main
