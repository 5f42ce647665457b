"""The commands without a window, in this process and as a shell starts them."""

import getpass
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from desktop import __version__, commands
from desktop.bootstrap import build
from desktop.domain.weight import Unit
from desktop.storage.database import FILE_NAME
from tests.samples import samples_dir
from tests.support import fill_folder

pytestmark = pytest.mark.usefixtures("quick_passwords")
_STRONG_COLUMNS = (
    "Date;Workout Name;Exercise Name;Set Order;Weight;Weight Unit;Reps;RPE;Distance;"
    "Distance Unit;Seconds;Notes;Workout Notes;Workout Duration\n"
)
STRONG = f"""{_STRONG_COLUMNS}\
2026-03-02 18:00:00;"Legs";"Squat (Barbell)";1;100;kg;5;;;;0;"";"";1h
2026-03-02 18:00:00;"Legs";"Squat (Barbell)";2;110.5;kg;3;;;;0;"";"";1h
2026-03-04 18:00:00;"Push";"Press of My Own";1;40;kg;8;;;;0;"";"";45m
"""
_OLD_COLUMNS = (
    "Date,Workout Name,Exercise Name,Set Order,Weight,Reps,Distance,Seconds,Notes,Workout Notes\n"
)
NO_UNIT = f"""{_OLD_COLUMNS}\
2026-03-02 18:00:00,"Legs","Squat (Barbell)",1,100,5,0,0,"",""
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return fill_folder(tmp_path / "data")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "strong.csv"
    path.write_text(STRONG)
    return path


def run(data: Path, *arguments: object) -> int:
    parsed = commands.build_parser().parse_args(["--data", str(data), *map(str, arguments)])
    return commands.run(parsed)


def start(data: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "desktop", *map(str, arguments), "--data", str(data)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def add_sam(data: Path, password: str | None = None) -> None:
    services = build(data)
    user = services.accounts.add("Lifter", "lifter@localhost", "UTC", Unit.KG)
    services.accounts.set_password(user.id, password)
    services.close()


def stats(data: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    capsys.readouterr()
    assert run(data, "stats", "--json") == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_an_empty_folder_gets_the_default_profile_first(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "new"
    assert stats(data, capsys) == {
        "workouts": 0,
        "sets": 0,
        "reps": 0,
        "volume_kg": 0,
        "exercises": 0,
        "first_day": None,
        "last_day": None,
    }
    services = build(data)
    assert len(services.accounts.users()) == 1
    services.close()


def test_an_import_says_what_it_did(
    data: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data, "import", file) == 0
    said = capsys.readouterr()
    assert "2 workouts added, 0 updated, 0 known, 0 rows left out" in said.out
    assert "1 exercise created: Press of My Own" in said.out
    assert said.err == ""
    assert stats(data, capsys) == {
        "workouts": 2,
        "sets": 3,
        "reps": 16,
        "volume_kg": 1151.5,
        "exercises": 2,
        "first_day": "2026-03-02",
        "last_day": "2026-03-04",
    }
    assert run(data, "import", file) == 0
    assert "0 workouts added, 0 updated, 2 known" in capsys.readouterr().out
    assert stats(data, capsys)["sets"] == 3


def test_a_dry_run_changes_nothing(
    data: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(data, "import", "--dry-run", file) == 0
    said = capsys.readouterr().out
    assert "2 workouts would be added" in said
    assert "1 exercise would be created: Press of My Own" in said
    assert stats(data, capsys)["workouts"] == 0


@pytest.mark.parametrize(("unit", "volume"), [(None, 500.0), ("kg", 500.0), ("lb", 226.795)])
def test_a_file_without_a_unit_is_read_in_the_profiles_and_that_is_said(
    tmp_path: Path,
    data: Path,
    capsys: pytest.CaptureFixture[str],
    unit: str | None,
    volume: float,
) -> None:
    add_sam(data)
    path = tmp_path / "no-unit.csv"
    path.write_text(NO_UNIT)
    assert run(data, "import", path, *(["--unit", unit] if unit else [])) == 0
    assert ("no unit of weight" in capsys.readouterr().out) == (unit is None)
    assert stats(data, capsys)["volume_kg"] == volume


def test_whose_unit_was_taken_is_said(
    tmp_path: Path, data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_sam(data)
    path = tmp_path / "no-unit.csv"
    path.write_text(_OLD_COLUMNS)
    run(data, "import", path)
    assert "unit of weight" not in capsys.readouterr().out
    path.write_text(NO_UNIT)
    run(data, "import", path, "--dry-run")
    assert "kg was taken, the profile's; see --unit" in capsys.readouterr().out
    run(data, "import", path, "--unit", "lb")
    run(data, "import", path)
    assert "lb was taken, as in the last import; see --unit" in capsys.readouterr().out


def test_a_bad_row_is_told_with_its_line_and_a_bad_file_fails(
    tmp_path: Path, data: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file.write_text(STRONG.replace("110.5;kg;3", "heavy;kg;3"))
    other = tmp_path / "letter.txt"
    other.write_text("Dear Sir or Madam,\n")
    assert run(data, "import", other, file, tmp_path / "missing.csv") == 1
    said = capsys.readouterr()
    assert "1 row left out" in said.out
    assert f"{file}:3: " in said.err
    assert f"repbook: {other}: " in said.err
    assert "missing.csv" in said.err
    assert len(said.err.splitlines()) == 3
    assert stats(data, capsys)["workouts"] == 2


def test_exports_follow_the_files_name_and_the_dates(
    tmp_path: Path, data: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(data, "import", file)
    capsys.readouterr()
    out = tmp_path / "out.json"
    assert run(data, "export", out) == 0
    assert "2 workouts written" in capsys.readouterr().out
    json.loads(out.read_text())
    table = tmp_path / "out.CSV"
    assert run(data, "export", table, "--from", "2026-03-03", "--to", "2026-03-04") == 0
    lines = table.read_text("utf-8-sig").splitlines()
    assert len(lines) == 2
    assert "Press of My Own" in lines[1]
    other = tmp_path / "out.txt"
    assert run(data, "export", other, "--format", "json") == 0
    assert other.read_bytes() == out.read_bytes()


def test_an_export_to_standard_output_is_nothing_but_the_file(data: Path, file: Path) -> None:
    run(data, "import", file)
    table = start(data, "export", "-")
    assert (table.returncode, table.stderr) == (0, "")
    assert table.stdout.startswith("date,")
    assert len(table.stdout.splitlines()) == 4
    whole = start(data, "export", "-", "--format", "json")
    json.loads(whole.stdout)


def test_what_a_json_export_holds_can_be_brought_in_elsewhere(
    tmp_path: Path, data: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(data, "import", file)
    out = tmp_path / "all.repbook"
    run(data, "export", out)
    assert run(tmp_path / "other", "import", out) == 0
    assert stats(tmp_path / "other", capsys) == stats(data, capsys)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["export", "out.doc"], "no format"),
        (["export", "out.csv", "--from", "2026-02-01", "--to", "2026-01-01"], "after"),
        (["export", "out.csv", "--from", "yesterday"], "no date"),
        (["import"], "FILE"),
        (["import", "file.csv", "--unit", "st"], "'st' is no unit: choose kg or lb"),
        (["export", "out", "--format", "xls"], "'xls' is no format: choose csv or json"),
        (["lift"], "lift"),
    ],
)
def test_usage_faults_end_with_2(data: Path, arguments: list[str], words: str) -> None:
    done = start(data, *arguments)
    assert done.returncode == 2
    assert words in done.stderr
    assert "Traceback" not in done.stderr


def test_records_of_one_exercise_by_any_of_its_names(
    data: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_sam(data)
    run(data, "import", file)
    capsys.readouterr()
    assert run(data, "records", "--exercise", "barbell squat") == 0
    said = capsys.readouterr().out
    assert "Squat (Barbell)" in said
    assert "110.5" in said
    assert "3RM" in said
    assert run(data, "records", "--exercise", "barbell squat", "--json") == 0
    [found] = json.loads(capsys.readouterr().out)
    bests = {best["record"]: best for best in found["bests"]}
    assert bests["heaviest"]["value"] == 110.5
    assert bests["heaviest"]["day"] == "2026-03-02"
    assert found["rep_maxes"][0]["weight_kg"] == 110.5
    assert run(data, "records", "--exercise", "swimming lessons") == 1
    assert "swimming lessons" in capsys.readouterr().err
    assert run(data, "records", "--exercise", "") == 1
    assert "No exercise is called ''." in capsys.readouterr().err


def test_records_of_all(data: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(data, "records") == 0
    assert "No records yet" in capsys.readouterr().out
    run(data, "import", file)
    capsys.readouterr()
    assert run(data, "records", "--json") == 0
    names = [found["exercise"] for found in json.loads(capsys.readouterr().out)]
    assert names == ["Press of My Own", "Squat (Barbell)"]


def test_stats_for_a_reader(data: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(data, "import", file)
    assert run(data, "stats") == 0
    assert "Workouts   2" in capsys.readouterr().out


def test_check(data: Path, file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(data, "import", file)
    capsys.readouterr()
    assert run(data, "check") == 0
    assert "whole" in capsys.readouterr().out


def test_a_damaged_file_is_found(data: Path, file: Path) -> None:
    run(data, "import", file)
    path = data / FILE_NAME
    content = bytearray(path.read_bytes())
    for page in range(60, len(content) // 4096, 2):
        content[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    path.write_bytes(content)
    done = start(data, "check")
    assert done.returncode == 1
    assert done.stdout or done.stderr
    assert "Traceback" not in done.stderr


def test_a_file_that_is_no_database_is_left_alone(data: Path) -> None:
    (data / FILE_NAME).write_bytes(b"a letter to a friend, not a database\n" * 40)
    done = start(data, "stats")
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("repbook: ")


def test_a_folder_that_cannot_be_made_is_told_in_plain_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    data.write_text("in the way")
    assert run(data, "stats") == 1
    said = capsys.readouterr().err
    assert f"{data} is a file." in said
    assert "Errno" not in said


def test_the_folder_may_stand_before_or_after_the_command(tmp_path: Path) -> None:
    parse = commands.build_parser().parse_args
    assert parse(["--data", "one", "stats"]).data == "one"
    assert parse(["stats", "--data", "two"]).data == "two"
    assert parse(["--data", "one", "stats", "--data", "two"]).data == "two"
    assert parse(["stats"]).data is None
    assert parse([]).command is None


def test_the_profile_is_the_last_opened_or_the_one_named(
    data: Path, file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    services = build(data)
    services.accounts.add("Lifter", "lifter@localhost", "UTC", Unit.KG)
    ann = services.accounts.add("Ann", "ann@localhost", "UTC", Unit.KG)
    services.accounts.opened(ann.id)
    services.close()
    assert run(data, "import", file) == 0
    capsys.readouterr()
    workouts = []
    for profile in ([], ["--profile", "ANN@localhost"], ["--profile", "lifter@localhost"]):
        assert run(data, "stats", "--json", *profile) == 0
        workouts.append(json.loads(capsys.readouterr().out)["workouts"])
    assert workouts == [2, 2, 0]
    assert run(data, "stats", "--profile", "eve@localhost") == 1
    assert "eve@localhost" in capsys.readouterr().err


class Terminal(io.StringIO):
    """Standard input that somebody sits at."""

    def isatty(self) -> bool:
        return True


def test_a_password_is_asked_for_in_a_terminal(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    add_sam(data, "correct horse")
    answers = iter(["wrong", "correct horse", "no", "no", "no"])
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(getpass, "getpass", lambda prompt: next(answers))
    assert run(data, "stats", "--json") == 0
    assert "not the password" in capsys.readouterr().err
    assert run(data, "stats", "--json") == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "stays locked" in said.err


def test_a_password_cannot_be_asked_for_in_a_script(data: Path) -> None:
    add_sam(data, "correct horse")
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "--data", str(data), "stats"],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert len(done.stderr.splitlines()) == 1
    assert "password" in done.stderr


def test_commands_load_no_window(data: Path) -> None:
    program = (
        "import sys; from desktop.__main__ import main; main(sys.argv[1:]);"
        "sys.exit(str({'PySide6', 'numpy', 'pyqtgraph', 'alembic.command'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "--data", str(data), "records"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr.strip() == "set()"


def test_a_fault_of_our_own_is_one_line_and_a_report_in_the_log(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(call: object) -> int:
        raise ZeroDivisionError("a slip")

    monkeypatch.setitem(commands._COMMANDS, "stats", fail)
    assert run(data, "stats") == 1
    [line] = capsys.readouterr().err.splitlines()
    assert "a slip" in line
    assert "Traceback" in (data / "repbook.log").read_text()


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="needs pipes that break")
def test_a_reader_that_leaves_early_is_no_fault(data: Path) -> None:
    source = samples_dir() / "strong" / "a1-kg-km-2015.csv"
    run(data, "import", source)
    line = f'"{sys.executable}" -m desktop --data "{data}" export - | head -n 1'
    done = subprocess.run(
        ["bash", "-c", f"{line}; exit ${{PIPESTATUS[0]}}"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a disk that is always full")
def test_output_that_cannot_be_written_or_is_not_wanted(data: Path) -> None:
    def shell(line: str) -> subprocess.CompletedProcess[str]:
        command = f'"{sys.executable}" -m desktop --data "{data}" {line}'
        return subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)

    for line in ("stats > /dev/full", "export - > /dev/full"):
        full = shell(line)
        words = "repbook: the output could not be written: No space left on device\n"
        assert (full.returncode, full.stderr) == (1, words)
    closed = shell("stats >&-")
    assert (closed.returncode, closed.stderr) == (0, "")
    mute = shell("records --exercise nothing 2>&-")
    assert (mute.returncode, mute.stdout) == (1, "")


def test_the_version_is_told(tmp_path: Path) -> None:
    data = tmp_path / "data"
    done = start(data, "--version")
    assert (done.returncode, done.stdout) == (0, f"Repbook {__version__}\n")
    assert not data.exists()


@pytest.mark.skipif(os.name != "posix", reason="needs Ctrl+C of a POSIX terminal")
def test_control_c_ends_quietly(data: Path, tmp_path: Path) -> None:
    pipe = tmp_path / "slow.csv"
    os.mkfifo(pipe)
    # a shell has what it starts in the background ignore Ctrl+C, and so would our child
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = subprocess.Popen(
        [sys.executable, "-m", "desktop", "--data", str(data), "import", str(pipe)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    signal.signal(signal.SIGINT, before)
    with pipe.open("w"):  # opens when the command reads
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, err) == (130, "", "")
