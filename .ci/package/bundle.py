"""What the folder that runs without Python is made of, on each platform.

Plain values without PyInstaller, so that a test can look at those of the
platforms that it does not run on.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
APP_ID = "org.repbook.Repbook"
MIME_TYPE = "application/vnd.repbook+json"
ENDING = "repbook"

# Alembic imports every dialect of SQLAlchemy, and pyqtgraph Qt's OpenGL and test
# modules: these have to stay.
_EXCLUDES = (
    "IPython",
    "PIL",
    "PyQt5",
    "PyQt6",
    "PySide2",
    # nothing goes over a network, and hashes come without OpenSSL
    "_hashlib",
    "_ssl",
    "curses",
    "h5py",
    "lib2to3",
    "matplotlib",
    "numpy.f2py",
    "numpy.testing",
    "pip",
    "pyqtgraph.canvas",
    "pyqtgraph.console",
    "pyqtgraph.examples",
    "pyqtgraph.flowchart",
    "pyqtgraph.jupyter",
    "pyqtgraph.opengl",
    "pytest",
    "readline",
    "scipy",
    "setuptools",
    "sqlalchemy.testing",
    "ssl",
    "tkinter",
    *(
        f"PySide6.{module}"
        for module in (
            "QtConcurrent",
            "QtDesigner",
            "QtHelp",
            "QtQml",
            "QtQuick",
            "QtQuickControls2",
            "QtQuickTest",
            "QtQuickWidgets",
            "QtSql",
            "QtUiTools",
            "QtXml",
        )
    ),
)

_HIDDEN_IMPORTS = (
    # the revisions of the database are data, so nothing says what they import
    "alembic.op",
    "logging.config",
    "sqlalchemy.dialects.sqlite",
    # reached through cffi alone
    "_argon2_cffi_bindings._ffi",
    "_cffi_backend",
)

# libqgtk3 drags the whole of GTK in. The rest serves input methods, databases,
# sockets and screens that Repbook does not use, and languages that it does not speak.
_UNUSED = (
    "plugins/egldeviceintegrations",
    "plugins/generic",
    "plugins/networkinformation",
    "plugins/platforminputcontexts/libqtvirtualkeyboard",
    "plugins/platforms/libqeglfs",
    "plugins/platforms/libqlinuxfb",
    "plugins/platforms/libqminimal",
    "plugins/platforms/libqvkkhrdisplay",
    "plugins/platforms/libqvnc",
    "plugins/platformthemes/libqgtk3",
    "plugins/qmltooling",
    "plugins/sqldrivers",
    "plugins/tls",
    "PySide6/Qt/qml/",
    "PySide6/Qt/translations/",
    "PySide6/translations/",
)
# Libraries that only those ask for.
_UNUSED_LIBRARIES = (
    "libQt6Egl",
    "libQt6Pdf",
    "libQt6Qml",
    "libQt6Quick",
    "libQt6Sql",
    "libQt6VirtualKeyboard",
    "opengl32sw",
    # those of OpenSSL, which only the excluded modules ask for
    "libcrypto",
    "libssl",
)
# What every Linux desktop has, in a version that fits its drivers, its fonts and its
# printers: a copy of another release's does harm. The package says that it needs them.
_LINUX_SYSTEM = (
    *"libEGL libGL libICE libSM libX libgbm libdrm libwayland libepoxy".split(),
    *"libxcb.so libxcb-dri libxcb-glx libxcb-randr libxcb-render.so libxcb-shape".split(),
    *"libxcb-shm libxcb-sync libxcb-xfixes libxcb-xkb libxcb-present".split(),
    *"libgcc_s libstdc++ libz.so libgio-2 libglib-2 libgmodule-2 libgobject-2 libgthread-2".split(),
    *"libblkid libcap libdbus-1 libgcrypt libgpg-error liblz4 libmount libpcre2".split(),
    *"libselinux libsystemd libzstd libbsd libmd libatk libatspi libcairo libgdk libgtk".split(),
    *"libdatrie libfribidi libpango libpixman libthai libjpeg librsvg libtiff libdeflate".split(),
    *"libbrotli libexpat libfontconfig libfreetype libgraphite2 libharfbuzz libpng16".split(),
    *"libcom_err libgssapi libk5crypto libkeyutils libkrb5".split(),
    *"libavahi libcups libgmp libgnutls libhogweed libidn2 libnettle libp11-kit".split(),
    *"libtasn1 libunistring".split(),
)
# What holds names that only a debugger reads. Qt's libraries have none left, and those
# beside numpy were rewritten by their packager in a way that stripping breaks.
_STRIPPED = (
    "libpython*",
    "python3*/lib-dynload/*.so",
    "sqlalchemy/**/*.so",
    "cryptography/**/*.so",
)


@dataclass(frozen=True)
class Program:
    """An executable of the folder. has_console: speaks to the terminal it is called from."""

    name: str
    has_console: bool


@dataclass(frozen=True)
class Plan:
    """The folder for one platform.

    icon: the kind of icon file that its executables carry, empty for none.
    unused: parts of paths, unused_libraries: beginnings of names, that stay out;
    from_system: beginnings of names of libraries that the system has itself.
    stripped: patterns of files that can lose their symbols.
    """

    programs: tuple[Program, ...]
    icon: str
    hidden_imports: tuple[str, ...]
    excludes: tuple[str, ...] = _EXCLUDES
    unused: tuple[str, ...] = _UNUSED
    unused_libraries: tuple[str, ...] = _UNUSED_LIBRARIES
    from_system: tuple[str, ...] = ()
    stripped: tuple[str, ...] = ()
    has_version_resource: bool = False
    is_app: bool = False

    def needs(self, target: str) -> bool:
        """Say whether a file of the bundle is one that Repbook can use."""
        path = target.replace("\\", "/")
        library = path.rsplit("/", 1)[-1]
        # the system's libraries lie beside each other, those of packages in folders
        is_system = library == path and library.startswith(self.from_system)
        unused = any(part in f"/{path}" for part in self.unused)
        return not (is_system or unused or library.startswith(self.unused_libraries))


def plan(platform: str) -> Plan:
    """What is to be made for a value of sys.platform."""
    if platform == "win32":
        # a program of Windows has a console or none: the one for commands is another
        programs = (Program("Repbook", False), Program("repbook-command", True))
        return Plan(
            programs,
            ".ico",
            (*_HIDDEN_IMPORTS, "win32ctypes.core"),
            has_version_resource=True,
        )
    if platform == "darwin":
        return Plan(
            (Program("repbook", False),),
            ".icns",
            _HIDDEN_IMPORTS,
            is_app=True,
        )
    return Plan(
        (Program("repbook", True),),
        "",
        _HIDDEN_IMPORTS,
        from_system=_LINUX_SYSTEM,
        stripped=_STRIPPED,
    )


def project() -> dict[str, Any]:
    """What pyproject.toml says of the project: its version stands there alone."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    found: dict[str, Any] = tomllib.loads(text)["project"]
    return found


def info_plist(version: str) -> dict[str, object]:
    """What macOS reads of the application: version, files it opens, sharp screens."""
    return {
        "CFBundleName": "Repbook",
        "CFBundleDisplayName": "Repbook",
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "LSApplicationCategoryType": "public.app-category.healthcare-fitness",
        "LSMinimumSystemVersion": "13.0",
        "NSHighResolutionCapable": True,
        "NSRequiresAquaSystemAppearance": False,
        "CFBundleDocumentTypes": [
            {
                "CFBundleTypeName": "Repbook file",
                "CFBundleTypeRole": "Editor",
                "CFBundleTypeIconFile": "repbook.icns",
                "LSHandlerRank": "Owner",
                "LSItemContentTypes": [f"{APP_ID}.log"],
            }
        ],
        "UTExportedTypeDeclarations": [
            {
                "UTTypeIdentifier": f"{APP_ID}.log",
                "UTTypeDescription": "Repbook file",
                "UTTypeConformsTo": ["public.json"],
                "UTTypeTagSpecification": {
                    "public.filename-extension": [ENDING],
                    "public.mime-type": [MIME_TYPE],
                },
            }
        ],
    }


def version_resource(version: str, program: str) -> str:
    """What Windows shows as the details of an executable, as PyInstaller reads it."""
    numbers = [int(part) for part in version.split(".")[:4] if part.isdigit()]
    four = tuple(numbers + [0] * (4 - len(numbers)))
    names = {
        "FileDescription": "Repbook",
        "FileVersion": version,
        "InternalName": program,
        "LegalCopyright": "MIT licence",
        "OriginalFilename": f"{program}.exe",
        "ProductName": "Repbook",
        "ProductVersion": version,
    }
    strings = ", ".join(f"StringStruct({name!r}, {value!r})" for name, value in names.items())
    return (
        f"VSVersionInfo(ffi=FixedFileInfo(filevers={four}, prodvers={four}, mask=0x3F,"
        " flags=0, OS=0x40004, fileType=1, subtype=0, date=(0, 0)), kids=["
        f"StringFileInfo([StringTable('040904B0', [{strings}])]),"
        " VarFileInfo([VarStruct('Translation', [0x409, 1200])])])\n"
    )
