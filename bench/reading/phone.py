"""A sheet of paper on a table, as a telephone's camera sees it."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Picture = NDArray[np.float32]
_TABLES = ((98, 76, 56), (58, 64, 72), (122, 117, 109))
_LAMP = np.array([0.98, 0.96, 0.91], np.float32)
"""Warm light."""


@dataclass(frozen=True, slots=True)
class Camera:
    """`tilt`: how far corners stray, as a share of the sheet. `curl`: how far its middle rises, as a share of its height.
    `dark`: how much light is lost from one side to the other. `blur`: of the lens, in pixels. `noise`: of the sensor."""

    pixels: tuple[int, int]
    tilt: float
    blur: float
    dark: float
    noise: float
    curl: float = 0.0


def mild(page: Picture, chance: np.random.Generator) -> Picture:
    return _photo(page, chance, Camera((3024, 4032), tilt=0.03, blur=0.8, dark=0.3, noise=4))


def hard(page: Picture, chance: np.random.Generator) -> Picture:
    return _photo(page, chance, Camera((3024, 4032), tilt=0.07, blur=1.7, dark=0.6, noise=9, curl=0.012))


def chat(page: Picture, chance: np.random.Generator) -> Picture:
    """As it arrives through a chat program: 1600 pixels."""
    return _photo(page, chance, Camera((1200, 1600), tilt=0.05, blur=0.7, dark=0.45, noise=5))


def _photo(page: Picture, chance: np.random.Generator, camera: Camera) -> Picture:
    width, height = camera.pixels if page.shape[0] >= page.shape[1] else camera.pixels[::-1]
    by = _view(page, chance, (width, height), camera.tilt)
    sheet = _curled(page, camera.curl) * _LAMP
    shrinks = width < page.shape[1] or height < page.shape[0]
    if shrinks:  # a lens averages where warping would pick single pixels
        sheet[:] = cv2.GaussianBlur(sheet, (0, 0), 0.35 * max(page.shape[1] / width, page.shape[0] / height))
    seen = cv2.warpPerspective(sheet, by, (width, height), flags=cv2.INTER_CUBIC)
    covered = cv2.warpPerspective(np.ones(page.shape[:2], np.float32), by, (width, height))[..., None]
    scene = (_table(chance, (width, height)) * (1 - covered) + seen * covered) * _light(chance, (width, height), camera.dark)
    return np.asarray(cv2.GaussianBlur(scene, (0, 0), camera.blur) + chance.normal(0, camera.noise, scene.shape), np.float32)


def _view(page: Picture, chance: np.random.Generator, size: tuple[int, int], tilt: float) -> NDArray[np.float64]:
    """The perspective: the sheet fills about 88 % of the picture, turned by up to 4 degrees, its corners straying."""
    height, width = page.shape[:2]
    scale = 0.88 * min(size[0] / width, size[1] / height)
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    angle = np.deg2rad(chance.uniform(-4, 4))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    strayed = (corners - corners.mean(axis=0) + chance.uniform(-tilt, tilt, (4, 2)) * (width, height)) * scale
    placed = np.clip(strayed @ turn.T + np.array(size) / 2, 8, np.array(size) - 8)
    return np.asarray(cv2.getPerspectiveTransform(corners, placed.astype(np.float32)))


def _curled(page: Picture, curl: float) -> Picture:
    if not curl:
        return page
    height, width = page.shape[:2]
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    bulge = (0.5 * curl * height * np.sin(np.pi * across / width)).astype(np.float32)
    return np.asarray(cv2.remap(page, across, down + bulge, cv2.INTER_LINEAR, borderValue=(235, 235, 235)), np.float32)


def _table(chance: np.random.Generator, size: tuple[int, int]) -> Picture:
    width, height = size
    grain = cv2.resize(chance.normal(0, 10, (height // 40, width // 4)).astype(np.float32), (width, height))
    return np.array(_TABLES[chance.integers(len(_TABLES))], np.float32) + grain[..., None]


def _light(chance: np.random.Generator, size: tuple[int, int], dark: float) -> Picture:
    """Falls off from one side to the other; the hand with the telephone throws a soft shadow."""
    width, height = size
    down, across = np.mgrid[0:height, 0:width].astype(np.float32)
    down, across = down / height, across / width
    towards = chance.uniform(0, 2 * np.pi)
    fall = across * np.cos(towards) + down * np.sin(towards)
    fall = (fall - fall.min()) / np.ptp(fall)
    hand = np.exp(-(((across - chance.uniform(0.2, 0.8)) / 0.28) ** 2 + ((down - chance.uniform(0.2, 0.8)) / 0.2) ** 2))
    return np.asarray((1.03 - dark * fall) * (1 - 0.22 * hand), np.float32)[..., None]
