"""Notices of the desktop, over a real bus with a desktop of our own on it."""

import shutil
import subprocess
import sys

import pytest

from desktop.ui.notices import send

DESKTOP = """
import subprocess, sys, threading
from jeepney import DBusAddress, new_method_return, new_method_call, MessageType
from jeepney.io.blocking import open_dbus_connection
from jeepney.bus_messages import message_bus
from desktop.ui.notices import send

seen = []
ready = threading.Event()

def serve():
    with open_dbus_connection(bus="SESSION") as bus:
        bus.send_and_get_reply(message_bus.RequestName("org.freedesktop.Notifications"))
        ready.set()
        while len(seen) < 2:
            message = bus.receive(timeout=20)
            if message.header.message_type is MessageType.method_call:
                seen.append(message.body)
                bus.send(new_method_return(message, "u", (40 + len(seen),)))

desktop = threading.Thread(target=serve)
desktop.start()
ready.wait(20)
first = send("Rest is over", "Next: 100 \u00d7 5")
print(first, send("Again", "", first))
desktop.join()
print([body[:2] + body[3:5] for body in seen])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="D-Bus is the way of Linux desktops")
def test_the_desktop_gets_the_words() -> None:
    if shutil.which("dbus-run-session") is None:
        pytest.skip("there is no dbus-run-session here (package dbus-daemon)")
    done = subprocess.run(
        ["dbus-run-session", "--", sys.executable, "-c", DESKTOP],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stdout.splitlines() == [
        "41 42",
        "[('Repbook', 0, 'Rest is over', 'Next: 100 \u00d7 5'), ('Repbook', 41, 'Again', '')]",
    ], done.stderr


def test_without_a_desktop_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/bus")
    assert send("Rest is over", "") == 0
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    assert send("Rest is over", "") == 0
