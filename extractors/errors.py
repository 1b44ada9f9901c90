"""What can go wrong while reading, as one tree:

    ReadingError                the file gives no evidence; `code` is the contract's issue code
      Unreadable                damaged, empty, or no document at all
      Encrypted                 asks for a password
      TooLarge                  more bytes or pixels than the limits allow
      TooManyPages
      UnsupportedType           a kind of file that is not read
      ReaderLost                the confined reader died or ran out of time; worth another try
    TooMuchAtOnce               no failure: the file is to be read in parts

Who can act: the person who sent the file for all of them but `ReaderLost`, where the machine tries again first.
"""

from __future__ import annotations

from extractors.evidence import Issue


class ReadingError(Exception):
    """A file that could not be read. Carries a code, never text of the document."""

    code = "unreadable"
    worth_another_try = False

    @property
    def issue(self) -> Issue:
        return Issue(self.code)


class Unreadable(ReadingError):
    code = "unreadable"


class Encrypted(ReadingError):
    code = "encrypted"


class TooLarge(ReadingError):
    code = "too_large"


class TooManyPages(ReadingError):
    code = "too_many_pages"


class UnsupportedType(ReadingError):
    code = "unsupported_type"


class ReaderLost(ReadingError):
    code = "unreadable"
    worth_another_try = True


BY_CODE: dict[str, type[ReadingError]] = {
    each.code: each for each in (Unreadable, Encrypted, TooLarge, TooManyPages, UnsupportedType)
}


class TooMuchAtOnce(Exception):
    """More pages are to be read optically than were wished for in one go. `pages`: their numbers; `of`: how many there are in all."""

    def __init__(self, pages: tuple[int, ...], of: int) -> None:
        super().__init__(f"{len(pages)} pages of {of}")
        self.pages, self.of = pages, of
