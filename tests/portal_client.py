"""A plain HTTP client of the portal, for tests that need no browser: forms as a person without JavaScript sends them."""

from __future__ import annotations

import http.cookiejar
import re
import urllib.parse
import urllib.request
import uuid
from pathlib import Path

from tests.running_house import PASSWORD

_TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


class PortalClient:
    def __init__(self, port: int) -> None:
        self._base = f"http://127.0.0.1:{port}"
        self._opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def get(self, path: str) -> str:
        with self._opener.open(self._base + path, timeout=20) as answer:
            self._here = answer.url
            return str(answer.read().decode())

    def sign_in(self, email: str) -> str:
        page = self.get("/")
        form = urllib.parse.urlencode({"email": email, "password": PASSWORD, "csrf_token": _token(page)})
        with self._opener.open(self._here, form.encode(), timeout=20) as answer:
            self._here = answer.url
            return str(answer.read().decode())

    def upload(self, file: Path) -> str:
        page = self.get(urllib.parse.urlsplit(self._here).path)
        action = re.search(r'<form[^>]*action="([^"]*)"[^>]*multipart/form-data|<form[^>]*multipart/form-data[^>]*action="([^"]*)"', page)
        field = re.search(r'<input[^>]*type="file"[^>]*name="([^"]+)"|<input[^>]*name="([^"]+)"[^>]*type="file"', page)
        assert action and field, "no upload form on the page"
        boundary = uuid.uuid4().hex
        body = _multipart(boundary, {"csrf_token": _token(page)}, next(filter(None, field.groups())), file)
        request = urllib.request.Request(self._base + next(filter(None, action.groups())), body,
                                         {"Content-Type": f"multipart/form-data; boundary={boundary}"})
        with self._opener.open(request, timeout=20) as answer:
            return str(answer.read().decode())


def _token(page: str) -> str:
    found = _TOKEN.search(page)
    assert found, "no form with a token on the page"
    return found[1]


def _multipart(boundary: str, values: dict[str, str], field: str, file: Path) -> bytes:
    parts = [f'--{boundary}\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n{value}\r\n'.encode() for name, value in values.items()]
    parts.append(f'--{boundary}\r\nContent-Disposition: form-data; name="{field}"; filename="{file.name}"\r\n'
                 "Content-Type: application/octet-stream\r\n\r\n".encode() + file.read_bytes() + b"\r\n")
    return b"".join(parts) + f"--{boundary}--\r\n".encode()
