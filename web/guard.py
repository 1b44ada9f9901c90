"""What stands between the portal and a hostile page or person: forged forms, too many tries, what a browser may load, what is kept.

Cookies are SameSite=Lax rather than Strict: a link in a letter to a client must open the page; nothing changes by a GET, and every form
carries a token besides.
"""

from __future__ import annotations

import time
import uuid

import structlog
from flask import Flask, Response, g, request
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address
from flask_wtf.csrf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from casefile.settings import Settings

csrf = CSRFProtect()
limiter = Limiter(get_remote_address, storage_uri="memory://")

POLICY = "; ".join((
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'", "form-action 'self'",
    "base-uri 'none'", "frame-ancestors 'none'"))
_HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # the check of forms over HTTPS reads it; other sites get nothing
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


def configuration(settings: Settings) -> dict[str, object]:
    """Flask's settings that matter to safety."""
    hosts = [host.strip() for host in settings.trusted_hosts.split(",") if host.strip()]
    return {
        "SECRET_KEY": settings.secret_key,
        "SESSION_COOKIE_NAME": "__Host-attesta" if settings.https else "attesta",
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_SECURE": settings.https,
        "MAX_CONTENT_LENGTH": settings.upload_bytes,
        "MAX_FORM_PARTS": 100,
        "MAX_FORM_MEMORY_SIZE": 200_000,
        "TRUSTED_HOSTS": hosts or None,
        "WTF_CSRF_TIME_LIMIT": None,  # as long as the session: a page left open over lunch still works
        "RATELIMIT_HEADERS_ENABLED": False,
    }


def install(app: Flask, settings: Settings) -> None:
    """Put the guards in place. Called after `accounts.install`: whoever is not signed in has no form read."""
    if settings.proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=settings.proxies, x_proto=settings.proxies, x_host=settings.proxies)
    csrf.init_app(app)
    limiter.init_app(app)
    app.after_request(_headers)
    if settings.https:
        app.after_request(_https_only)


def _headers(response: Response) -> Response:
    for name, value in _HEADERS.items():
        response.headers.setdefault(name, value)
    if request.endpoint != "static":
        response.headers.setdefault("Cache-Control", "private, no-store")
    return response


def _https_only(response: Response) -> Response:
    response.headers["Strict-Transport-Security"] = "max-age=31536000"
    return response


def log_requests(app: Flask) -> None:
    """One line a request: which endpoint, how it ended, how long it took. No path and no address: paths are for people."""
    @app.before_request
    def begin() -> None:
        g.began = time.monotonic()
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request=uuid.uuid4().hex[:12])

    @app.after_request
    def end(response: Response) -> Response:
        seconds = round(time.monotonic() - g.get("began", time.monotonic()), 3)
        if request.endpoint not in ("static", "errors.health"):
            structlog.get_logger().info("request", endpoint=request.endpoint, method=request.method, status=response.status_code,
                                        seconds=seconds)
        return response
