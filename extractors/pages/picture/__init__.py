"""Pictures as arrays: photos and scans in any of the admitted formats, turned as their EXIF says, one array a page.

An array is height x width x 3, 8 bits, in BGR order, as OpenCV and the OCR engine want it.
"""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import cv2
import numpy as np
import pi_heif
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageOps

from extractors.errors import ReadingError, TooLarge, TooManyPages, Unreadable
from extractors.intake.limits import Limits

Picture = NDArray[np.uint8]

FORMATS = ("JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF", "HEIF")
LONGEST_SIDE = 2000
"""Pixels of a sheet's longer side as it is read."""
_WEBP_HEIGHT = 1600
_WEBP_QUALITY = 80
_LEAST_SIDE = 16
_MOST_SLENDER = 100

pi_heif.register_heif_opener()
Image.MAX_IMAGE_PIXELS = None  # the limit is checked here, from the header, before any pixel is decoded


def picture(content: bytes, number: int, limits: Limits) -> Picture:
    """A frame of a picture file, counted from 1. Raises `Unreadable`, `TooLarge`."""
    with _opened(content) as image:
        if number > 1:
            image.seek(number - 1)
        return _array(image, limits)


def count_frames(content: bytes, limits: Limits) -> int:
    """The pages of a picture file: only a TIFF has several. Raises `Unreadable`, `TooManyPages`."""
    with _opened(content) as image:
        if image.format != "TIFF":
            return 1
        frames = 1
        with suppress(EOFError):
            while frames <= limits.pages:  # no further: a file can hold millions
                image.seek(frames)
                frames += 1
    if frames > limits.pages:
        raise TooManyPages
    return frames


@contextmanager
def _opened(content: bytes) -> Iterator[Image.Image]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(content), formats=FORMATS) as image:
                yield image
    except ReadingError:
        raise
    except MemoryError as error:
        raise TooLarge from error
    except Exception as error:  # on broken files Pillow and its decoders fail in any way, `TypeError` included
        raise Unreadable from error


def refuse_slivers(width: float, height: float) -> None:
    """Pixels of a shape that no writing has, and that readers stumble over. Raises `Unreadable`."""
    shorter, longer = sorted((width, height))
    if shorter < _LEAST_SIDE or longer > _MOST_SLENDER * shorter:
        raise Unreadable


def _array(frame: Image.Image, limits: Limits) -> Picture:
    if frame.width * frame.height > limits.picture_pixels:
        raise TooLarge
    refuse_slivers(frame.width, frame.height)
    ImageOps.exif_transpose(frame, in_place=True)
    upright = frame
    if frame.format == "JPEG" and upright.mode == "CMYK" and "adobe" not in frame.info:
        upright = ImageChops.invert(upright)  # Pillow takes all for Adobe's, whose inks are written the wrong way round
    if upright.mode.startswith(("I", "F")):
        upright = _eight_bits(upright)
    if upright.mode in ("RGBA", "RGBa", "LA", "PA", "P") or "transparency" in upright.info:
        paper = Image.new("RGBA", upright.size, "white")
        paper.alpha_composite(upright.convert("RGBA"))
        upright = paper
    coloured = upright if upright.mode == "RGB" else upright.convert("RGB")
    return np.asarray(cv2.cvtColor(np.asarray(coloured), cv2.COLOR_RGB2BGR), dtype=np.uint8)


def _eight_bits(frame: Image.Image) -> Image.Image:
    """16-bit and float greys stretched over 8 bits."""
    values = np.asarray(frame, dtype=np.float32)
    low, high = float(values.min()), float(values.max())
    return Image.fromarray(((values - low) * (255.0 / max(high - low, 1.0))).astype(np.uint8))


def webp(picture: Picture) -> bytes:
    """The picture for the viewer: WebP, about 1600 pixels high."""
    height, width = picture.shape[:2]
    scale = min(1.0, _WEBP_HEIGHT / height)
    small = picture if scale == 1.0 else cv2.resize(
        picture, (max(1, round(width * scale)), _WEBP_HEIGHT), interpolation=cv2.INTER_AREA)
    encoded = cv2.imencode(".webp", small, [cv2.IMWRITE_WEBP_QUALITY, _WEBP_QUALITY])[1]
    return bytes(encoded.tobytes())
