"""The portal's process: waitress, threads, and a clean end on SIGTERM or Ctrl-C."""

from __future__ import annotations

import signal
import sys
from types import FrameType

import structlog
import waitress

from casefile import logs, occupations
from casefile.settings import Settings
from web.portal import create_app


def main() -> int:
    """Serve until told to stop."""
    settings = Settings()
    logs.configure(settings)
    server = waitress.create_server(
        create_app(settings), host=settings.host, port=settings.port, threads=settings.web_threads, ident=None,
        # somewhat more than the application takes, so that it is the application that says so, in words
        max_request_body_size=4 * settings.upload_bytes, channel_timeout=120, clear_untrusted_proxy_headers=settings.proxies == 0,
        trusted_proxy=None)

    def stop(number: int, frame: FrameType | None) -> None:
        raise SystemExit(0)
    for asked in (signal.SIGTERM, signal.SIGINT):  # SIGINT too: a process started in the background inherits it ignored
        signal.signal(asked, stop)
    occupations.finder(settings)  # half a second that the first question need not wait for
    structlog.get_logger().info("portal listens", address=f"{settings.host}:{settings.port}")
    try:
        server.run()  # returns on SystemExit, after the requests under way
    finally:
        server.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
