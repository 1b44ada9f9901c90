"""The portal: shows people what was read and judged, and takes their word for it. French first, English complete.

Where to look: `portal` puts the application together; `accounts` who comes in; `client` and `desk` the two sides; `review` the evidence
on its page; `professions` the finder of occupations; `files` images and originals; `guard` headers, forgery and limits; `language`
catalogue and locale; `shown` what pages say.
"""

from __future__ import annotations

from web.portal import create_app

__all__ = ["create_app"]
