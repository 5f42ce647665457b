"""The program's icon in every form that a system wants, drawn from its one SVG by Qt."""

from __future__ import annotations

import os
import struct
from collections.abc import Iterable
from pathlib import Path

from bundle import ROOT

SVG = ROOT / "resources" / "icons" / "repbook.svg"
# What the hicolor theme asks for.
LINUX_SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 256)
# The types of an icns file that hold a PNG; each width in points and, sharper, twice that.
ICNS_TYPES = {
    "icp4": 16,
    "icp5": 32,
    "ic11": 32,
    "ic12": 64,
    "ic07": 128,
    "ic13": 256,
    "ic08": 256,
    "ic14": 512,
    "ic09": 512,
    "ic10": 1024,
}


def png(size: int) -> bytes:
    """The icon as a PNG of size x size pixels."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QByteArray, QRectF
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(SVG)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(data.data())


def ico(sizes: Iterable[int] = ICO_SIZES) -> bytes:
    """Windows' icon file: a table of PNGs."""
    pictures = [(size, png(size)) for size in sizes]
    head = struct.pack("<HHH", 0, 1, len(pictures))
    place = len(head) + 16 * len(pictures)
    for size, data in pictures:
        side = size % 256  # 0 says 256
        head += struct.pack("<BBBBHHII", side, side, 0, 0, 1, 32, len(data), place)
        place += len(data)
    return head + b"".join(data for _, data in pictures)


def icns() -> bytes:
    """The icon file of macOS: typed chunks, each a PNG."""
    drawn = {size: png(size) for size in set(ICNS_TYPES.values())}
    chunks = b"".join(
        kind.encode() + struct.pack(">I", len(drawn[size]) + 8) + drawn[size]
        for kind, size in ICNS_TYPES.items()
    )
    return b"icns" + struct.pack(">I", len(chunks) + 8) + chunks


def write(path: Path) -> Path:
    """Write the kind of icon file that the path's ending says."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes({".ico": ico, ".icns": icns}[path.suffix]())
    return path
