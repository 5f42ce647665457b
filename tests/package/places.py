"""Where a package is tried out: a bare Debian in a folder of its own, else this machine."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

USER = "lifter"
_UID = 1500
_HOME = f"/home/{USER}"
# The mounts are seen by the command alone, and go with it.
_ENTER = """
mount --rbind /dev "$0/dev"
mount -t proc proc "$0/proc"
mkdir -p "$0/tmp/.X11-unix"
mount --bind /tmp/.X11-unix "$0/tmp/.X11-unix"
exec chroot "$@"
"""
_HOW_TO_FETCH = ("Acquire::http", "Acquire::Check", "Acquire::Retries")
_SEEN = ("DISPLAY", "QT_SCALE_FACTOR")


class Place:
    """A system to install in: commands as its administrator, and as someone who uses it."""

    def __init__(self, root: Path, enter: Sequence[str], words: str) -> None:
        self.root = root
        self.words = words
        self._enter = enter
        self.home = root / _HOME.lstrip("/")

    def administer(self, *command: str) -> str:
        """Do this as root; what it said. Its errors end the test."""
        done = subprocess.run(
            [*self._enter, "env", *_root_environment(), *command],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            text=True,
            check=False,
        )
        if done.returncode:
            raise SystemExit(f"{' '.join(command)} failed:\n{done.stdout[-4000:]}")
        return done.stdout

    def install(self, *packages: str) -> None:
        """Install packages with what they depend on, and nothing that they only recommend."""
        self.administer("apt-get", "install", "-y", "--no-install-recommends", *packages)

    def run(self, *command: str) -> str:
        """Do this as the one who uses it; what it said. Its errors end the test."""
        with tempfile.TemporaryFile("w+") as out, tempfile.TemporaryFile("w+") as err:
            # files, not pipes: what it starts may go on and keep them open
            done = subprocess.run(
                self._as_user(command),
                stdout=out,
                stderr=err,
                stdin=subprocess.DEVNULL,
                timeout=120,
                check=False,
            )
            out.seek(0)
            err.seek(0)
            if done.returncode:
                raise SystemExit(f"{' '.join(command)} failed:\n{out.read()}\n{err.read()}")
            return out.read()

    def add_user(self) -> None:
        """Make the one who uses it, at home in a folder that nobody else reads."""
        self.administer("useradd", "--create-home", "--uid", str(_UID), USER)
        run = self.root / "run" / "user" / str(_UID)
        run.mkdir(parents=True, exist_ok=True)
        run.chmod(0o700)
        os.chown(run, _UID, _UID)

    def give(self, file: Path) -> str:
        """Put a file into the user's home; its path there."""
        target = self.home / file.name
        shutil.copyfile(file, target)
        os.chown(target, _UID, _UID)
        return f"{_HOME}/{file.name}"

    def close(self) -> None:
        """Leave no trace: the place goes, and of the machine itself the user alone."""
        if self.root == Path("/"):
            self.administer("userdel", "--remove", USER)
        else:
            shutil.rmtree(self.root)

    def _as_user(self, command: Sequence[str]) -> list[str]:
        seen = [f"{name}={os.environ[name]}" for name in _SEEN if name in os.environ]
        environment = [
            f"HOME={_HOME}",
            f"USER={USER}",
            "LANG=C.UTF-8",
            "PATH=/usr/local/bin:/usr/bin:/bin",
            f"XDG_RUNTIME_DIR=/run/user/{_UID}",
            *seen,
        ]
        enter = list(self._enter)
        if enter:  # chroot changes the user by itself
            enter[-1:-1] = [f"--userspec={_UID}:{_UID}"]
        else:
            enter = ["setpriv", f"--reuid={_UID}", f"--regid={_UID}", "--clear-groups"]
        return [*enter, "env", "-i", "-C", _HOME, *environment, *command]


def bare_debian(folder: Path) -> Place:
    """The smallest Debian of this machine's release, from the mirror this machine uses."""
    codename, mirror = _release()
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run(
        ["debootstrap", "--variant=minbase", codename, str(folder), mirror],
        check=True,
        stdout=subprocess.DEVNULL,
    )
    dumped = subprocess.run(
        ["apt-config", "dump", "--format", '%f "%v";%n'], capture_output=True, text=True, check=True
    ).stdout
    settings = [line for line in dumped.splitlines() if line.startswith(_HOW_TO_FETCH)]
    (folder / "etc" / "apt" / "apt.conf.d" / "00machine").write_text("\n".join(settings) + "\n")
    for file in ("/etc/resolv.conf", "/etc/hosts"):
        shutil.copyfile(file, folder / file.lstrip("/"))
    Path("/tmp/.X11-unix").mkdir(exist_ok=True)
    enter = ["unshare", "--mount", "--propagation=private", "sh", "-euc", _ENTER]
    place = Place(folder, [*enter, str(folder), str(folder)], f"a bare Debian {codename}")
    place.administer("apt-get", "update", "-q")
    return place


def this_machine() -> Place:
    """The machine itself, where no other can be made."""
    return Place(Path("/"), (), "this machine itself")


def _release() -> tuple[str, str]:
    lines = Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    told = dict(line.split("=", 1) for line in lines if "=" in line)
    codename = told["VERSION_CODENAME"].strip('"')
    listed = subprocess.run(
        ["apt-get", "indextargets", "--format", "$(RELEASE) $(SITE)", "Created-By: Packages"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for line in listed.splitlines():
        release, _, site = line.partition(" ")
        if release == codename:
            return codename, site
    raise OSError(f"no package source of this machine has the release {codename}")


def _root_environment() -> list[str]:
    return [
        "DEBIAN_FRONTEND=noninteractive",
        "LC_ALL=C.UTF-8",
        "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    ]
