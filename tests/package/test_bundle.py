"""What the bundle is made of on each platform, also on those where no test runs."""

from __future__ import annotations

import ast
import plistlib
import re
import struct
from functools import cache
from pathlib import Path

import bundle
import icons
import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QGuiApplication, QImage

from desktop import __version__
from desktop.app import DESKTOP_ID

PLATFORMS = ("linux", "win32", "darwin")


@pytest.mark.parametrize(
    ("platform", "programs", "icon"),
    [
        ("linux", [("repbook", True)], ""),
        ("win32", [("Repbook", False), ("repbook-command", True)], ".ico"),
        ("darwin", [("repbook", False)], ".icns"),
    ],
)
def test_each_platform_has_its_programs(
    platform: str, programs: list[tuple[str, bool]], icon: str
) -> None:
    plan = bundle.plan(platform)
    assert [(one.name, one.has_console) for one in plan.programs] == programs
    assert len({one.name.lower() for one in plan.programs}) == len(programs), "names of files"
    assert plan.icon == icon
    assert plan.has_version_resource == (platform == "win32")
    assert plan.is_app == (platform == "darwin")
    assert bool(plan.stripped) == (platform == "linux")


@pytest.mark.parametrize("platform", PLATFORMS)
def test_what_the_program_uses_stays(platform: str) -> None:
    plan = bundle.plan(platform)
    needed = {line for line in _imported() if not line.startswith("desktop")}
    assert not [one for one in needed if one in plan.excludes]
    for target in (
        "resources/exercises.json",
        "resources/help/logging.md",
        "PySide6/Qt/plugins/platforms/libqxcb.so",
        "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so",
        "PySide6/Qt/plugins/printsupport/libcupsprintersupport.so",
        "PySide6/Qt/lib/libQt6Svg.so.6",
        "PySide6\\plugins\\platforms\\qwindows.dll",
        "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
        "libpython3.11.so.1.0",
        "libxcb-cursor.so.0",
    ):
        assert plan.needs(target), target


@pytest.mark.parametrize("platform", PLATFORMS)
def test_what_nobody_needs_stays_out(platform: str) -> None:
    plan = bundle.plan(platform)
    for target in (
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/plugins/sqldrivers/libqsqlite.so",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6\\translations\\qtbase_de.qm",
        "PySide6/opengl32sw.dll",
        "PySide6/Qt/lib/libQt6Quick.so.6",
    ):
        assert not plan.needs(target), target


def test_only_linux_leaves_libraries_to_the_system() -> None:
    for name in ("libgtk-3.so.0", "libglib-2.0.so.0", "libstdc++.so.6", "libX11.so.6"):
        assert not bundle.plan("linux").needs(name)
        assert bundle.plan("linux").needs(f"numpy.libs/{name}"), "a package's own copy"
        assert bundle.plan("darwin").needs(name)


def test_the_app_of_macos_says_what_it_is_and_opens() -> None:
    version = bundle.project()["version"]
    told = plistlib.loads(plistlib.dumps(bundle.info_plist(version)))
    assert told["CFBundleShortVersionString"] == version
    assert told["NSHighResolutionCapable"] is True
    [kind] = told["CFBundleDocumentTypes"]
    [declared] = told["UTExportedTypeDeclarations"]
    assert kind["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
    assert declared["UTTypeTagSpecification"] == {
        "public.filename-extension": ["repbook"],
        "public.mime-type": ["application/vnd.repbook+json"],
    }


@pytest.mark.parametrize(
    ("version", "numbers"),
    [("1.2.3", (1, 2, 3, 0)), ("2.0", (2, 0, 0, 0)), ("1.0.0rc1", (1, 0, 0, 0))],
)
def test_windows_is_told_the_version(version: str, numbers: tuple[int, ...]) -> None:
    text = bundle.version_resource(version, "Repbook")
    ast.parse(text, mode="eval")
    assert f"filevers={numbers}" in text
    assert f"StringStruct('ProductVersion', '{version}')" in text
    assert "StringStruct('OriginalFilename', 'Repbook.exe')" in text


def test_one_name_for_the_desktop() -> None:
    folder = bundle.ROOT / "resources" / "linux"
    entry = (folder / f"{bundle.APP_ID}.desktop").read_text(encoding="utf-8")
    words = (folder / f"{bundle.APP_ID}.metainfo.xml").read_text(encoding="utf-8")
    kinds = (folder / f"{bundle.APP_ID}.mime.xml").read_text(encoding="utf-8")
    assert DESKTOP_ID == bundle.APP_ID
    assert f"\nIcon={bundle.APP_ID}\n" in entry
    assert f"\nMimeType={bundle.MIME_TYPE};\n" in entry
    assert f"<id>{bundle.APP_ID}</id>" in words
    assert f"{bundle.APP_ID}.desktop</launchable>" in words
    assert f"<mediatype>{bundle.MIME_TYPE}</mediatype>" in words
    assert f'type="{bundle.MIME_TYPE}"' in kinds
    assert f'pattern="*.{bundle.ENDING}"' in kinds


def test_the_version_of_the_packages_stands_in_one_place() -> None:
    version = bundle.project()["version"]
    assert version == __version__
    shipped = (bundle.ROOT / "resources" / "linux").iterdir()
    for file in [*shipped, *Path(bundle.__file__).parent.glob("*.py"), bundle.ROOT / "build.spec"]:
        text = re.sub(r'version="1\.[01]"|Version=1\.1', "", file.read_text(encoding="utf-8"))
        assert version not in text, file.name


def test_the_icon_of_windows_holds_every_size(qapp: QGuiApplication) -> None:
    data = icons.ico()
    kind, count = struct.unpack_from("<HH", data, 2)
    assert (kind, count) == (1, len(icons.ICO_SIZES))
    for place, size in enumerate(icons.ICO_SIZES):
        side, *_, length, start = struct.unpack_from("<BBBBHHII", data, 6 + 16 * place)
        assert side == size % 256
        picture = QImage.fromData(QByteArray(data[start : start + length]))
        assert (picture.width(), picture.height()) == (size, size)


def test_the_icon_of_macos_holds_every_size(qapp: QGuiApplication) -> None:
    data = icons.icns()
    assert struct.unpack(">4sI", data[:8]) == (b"icns", len(data))
    place, found = 8, {}
    while place < len(data):
        kind, length = struct.unpack_from(">4sI", data, place)
        picture = QImage.fromData(QByteArray(data[place + 8 : place + length]))
        found[kind.decode()] = picture.width()
        place += length
    assert found == icons.ICNS_TYPES


@pytest.mark.parametrize("size", [16, 512])
def test_the_icon_has_its_four_strokes_and_the_fifth(qapp: QGuiApplication, size: int) -> None:
    picture = QImage.fromData(QByteArray(icons.png(size)))
    assert picture.pixelColor(0, 0).alpha() == 0, "round corners"
    row = [picture.pixelColor(x, int(size * 0.3)) for x in range(size)]
    bright = [color.alpha() == 255 and color.red() > 190 and color.blue() > 190 for color in row]
    starts = sum(now and not before for before, now in zip([False, *bright], bright, strict=False))
    assert starts == 4
    gold = QColor("#ffc233").hue()
    everything = [picture.pixelColor(x, y) for x in range(size) for y in range(size)]
    assert any(abs(one.hue() - gold) < 12 and one.saturation() > 120 for one in everything)


@cache
def _imported() -> set[str]:
    found: set[str] = set()
    for file in (bundle.ROOT / "desktop").rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                found |= {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
            elif isinstance(node, ast.Import):
                found |= {one.name for one in node.names}
    return found
