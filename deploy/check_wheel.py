"""Does the wheel work elsewhere? Build it, look inside, install it away from here, start it."""

import os
import sqlite3
import subprocess
import sys
import tempfile
import venv
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

from deploy.build_locales import shipped
from deploy.dev import PINNED

ROOT = Path(__file__).parent.parent
WHERE = "from bot.files import folder; print(*map(folder, ('locales', 'migrations')), sep='\\n')"


def run(*command: str | Path, folder: Path) -> str:
    """Run `command` in `folder`, knowing nothing of this checkout; return what it printed."""
    known = ("MAJAKKA_", "PYTHON", "VIRTUAL_ENV", "COV")
    environment = {key: value for key, value in os.environ.items() if not key.startswith(known)}
    done = subprocess.run(
        command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True, check=False
    )
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: exit status {done.returncode}\n{done.stdout}")
    return done.stdout


def build(folder: Path, source: Path = ROOT) -> Path:
    """Build the wheel of the checkout at `source` into `folder` and return its path."""
    run(
        *(sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation"),
        *("--wheel-dir", folder, source),
        folder=folder,
    )
    return next(folder.glob("majakka-*.whl"))


def look_inside(wheel: Path) -> None:
    """Stop unless all of the program is in `wheel`, its languages compiled, and nothing else."""
    inside = set(ZipFile(wheel).namelist())
    sources = ROOT.glob("locales/*/LC_MESSAGES/bot.po")
    compiled = {f"bot/_data/{po.relative_to(ROOT).with_suffix('.mo').as_posix()}" for po in sources}
    package = {path for path in (ROOT / "bot").rglob("*") if path.is_file()}
    code = {path.relative_to(ROOT).as_posix() for path in package if path.suffix != ".pyc"}
    wanted = compiled | code | {place for _, place in shipped(ROOT)}
    if not compiled or wanted - inside:
        sys.exit(f"the wheel lacks: {sorted(wanted - inside) or 'any language'}")
    foreign = {name for name in inside if not name.startswith(("bot/", "majakka-"))}
    if foreign:
        sys.exit(f"the wheel holds what is not the program's: {sorted(foreign)}")


def install(wheel: Path, home: Path) -> Path:
    """Install `wheel` and its pins into a new environment at `home`; return its bin folder."""
    venv.create(home, with_pip=True)
    pip = (home / "bin/pip", "install", "--quiet", "--disable-pip-version-check")
    pinned = ROOT / "deploy/requirements.txt"
    run(*pip, *PINNED, "-r", pinned, folder=home)
    run(*pip, "--no-deps", wheel, folder=home)
    run(home / "bin/pip", "check", folder=home)
    return home / "bin"


def start(commands: Path, folder: Path) -> None:
    """Stop unless the installed commands work in the empty `folder`, with only their own files."""
    for path in run(commands / "python", "-c", WHERE, folder=folder).splitlines():
        if not Path(path).is_relative_to(commands.parent):
            sys.exit(f"the installed program reads {path}")
    majakka = commands / "majakka"
    run(majakka, "--help", folder=folder)
    run(majakka, "init", "--yes", folder=folder)
    run(majakka, "migrate", folder=folder)
    with closing(sqlite3.connect(folder / "data/majakka.db")) as database:
        database.execute("SELECT version_num FROM alembic_version").fetchone()[0]


def main() -> None:
    """Build, look, install, start; the first thing that does not hold ends it with a sentence."""
    with tempfile.TemporaryDirectory(prefix="majakka-wheel-") as temporary:
        folders = {name: Path(temporary, name) for name in ("built", "home", "empty")}
        for folder in folders.values():
            folder.mkdir()
        wheel = build(folders["built"])
        look_inside(wheel)
        start(install(wheel, folders["home"]), folders["empty"])
        print(f"{wheel.name} works in an empty folder")


if __name__ == "__main__":
    main()
