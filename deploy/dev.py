#!/usr/bin/env python3
"""Everything a developer runs, from nothing but Python 3.11 with venv.

What it needs goes into .venv in the checkout, exactly as pinned; the second start is quick.
"""

import argparse
import hashlib
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
REQUIREMENTS = {
    "run": ("deploy/requirements.txt", "deploy/requirements-build.txt"),
    "dev": ("deploy/requirements-dev.txt",),  # holds the others too
}
# --no-deps: the files are complete, and Debian's pip, left to look for what an extra needs,
# takes the newest version there is, which the hashes then refuse
PINNED = ("--require-hashes", "--only-binary=:all:", "--no-deps")
BUILT_FROM = ("pyproject.toml", "deploy/build_locales.py", "locales/*/LC_MESSAGES/*.po")


@dataclass(frozen=True)
class Step:
    """One thing that is checked: a command in .venv, and the programs it needs from the system."""

    name: str
    command: str
    needs: tuple[str, ...] = ()

    @property
    def missing(self) -> list[str]:
        """What the step needs and this machine has not."""
        return [program for program in self.needs if shutil.which(program) is None]


STEPS = (
    Step("format", "ruff format --check --quiet --diff ."),
    Step("lint", "ruff check --quiet ."),
    Step("imports", "lint-imports --no-logo"),
    Step("catalogues", "python -m deploy.catalogues"),
    Step("spelling", "python -m deploy.spelling", needs=("hunspell", "voikkospell")),
    Step("types", "mypy"),
    Step("wheel", "python -m deploy.check_wheel"),
    Step("units", "python -m deploy.check_units", needs=("systemd-analyze",)),
    Step("browser", "pytest -m browser -n 2 --dist worksteal", needs=("chromium",)),
    # Four on two cores: many tests wait for a killed program to start or for a clock
    Step("tests", "pytest -m 'not browser' -n 4 --dist worksteal"),
)
# Not a step: to watch every line takes as long again, and more
COVERAGE = Step("coverage", f"{STEPS[-1].command} --cov --cov-report=term")


@dataclass
class Outcome:
    """How a round of steps went: which passed, failed, or did not run."""

    passed: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    not_reached: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        """One line for each way a step can end."""
        lines = {name.replace("_", " "): names for name, names in vars(self).items() if names}
        return "\n".join(f"{title + ':':13}{', '.join(names)}" for title, names in lines.items())

    def good(self, *, complete: bool) -> bool:
        """Whether nothing failed and, if it was to be complete, nothing was left out."""
        return not self.failed and not (complete and self.left_out)


def digest(patterns: Iterable[str]) -> str:
    """Return one hash over where the checkout is and its files that match, names and content."""
    content = hashlib.sha256(os.fsencode(ROOT))
    for file in sorted(file for pattern in patterns for file in ROOT.glob(pattern)):
        content.update(f"{file.relative_to(ROOT)}\n".encode() + file.read_bytes())
    return content.hexdigest()


def run(*command: str | Path) -> int:
    """Run `command` in the checkout, with .venv's programs first; return its exit status."""
    path = f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    environment = os.environ | {"PATH": path}
    # where nothing compiled may be kept, each test process and each program compiles all anew
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def must(*command: str | Path) -> None:
    """Run `command`; stop here if it fails."""
    if status := run(*command):
        sys.exit(f"dev.py: {shlex.join(map(str, command))} ended with {status}")


def pip_install(*arguments: str) -> None:
    """Install into .venv."""
    must(
        VENV / "bin/python",
        *("-m", "pip", "install", "--quiet", "--disable-pip-version-check"),
        *arguments,
    )


def prepare(profile: str) -> None:
    """Make .venv hold what `profile` ("run" or "dev") needs, and the project."""
    install_requirements(profile)
    stamp = VENV / "majakka-project"
    wanted = digest(BUILT_FROM)
    if not stamp.exists() or stamp.read_text() != wanted:
        pip_install("--no-build-isolation", "--no-deps", "--editable", ".")
        stamp.write_text(wanted)


def install_requirements(profile: str) -> None:
    """Make .venv where there is none or the pins have changed, and install what `profile` needs."""
    stamp = VENV / "majakka-requirements"
    pins = digest(sorted({file for files in REQUIREMENTS.values() for file in files}))
    installed = stamp.read_text() if stamp.exists() else ""
    if installed in {f"{profile} {pins}", f"dev {pins}"}:
        return
    print("Setting up .venv: a minute or two, once.", flush=True)
    if not installed.endswith(pins) or not (VENV / "bin/python").exists():
        fresh = ["--clear"] if stamp.exists() else []
        if run(sys.executable, "-m", "venv", *fresh, VENV):
            sys.exit("dev.py: Python cannot make .venv; on Debian: apt install python3-venv")
    for file in REQUIREMENTS[profile]:
        pip_install(*PINNED, "-r", file)
    stamp.write_text(f"{profile} {pins}")


def check(steps: Sequence[Step], *, keep_going: bool) -> Outcome:
    """Run `steps` in order, each under its name; the first failure ends it unless `keep_going`."""
    outcome = Outcome()
    for step in steps:
        if missing := step.missing:
            outcome.left_out.append(f"{step.name} (needs {', '.join(missing)})")
        elif outcome.failed and not keep_going:
            outcome.not_reached.append(step.name)
        else:
            print(f"\n--- {step.name}: {step.command}", flush=True)
            began = time.monotonic()
            status = run(*shlex.split(step.command))
            ended = f"{step.name} {time.monotonic() - began:.1f} s"
            (outcome.failed if status else outcome.passed).append(ended)
            print(f"--- {ended}: {'FAILED' if status else 'good'}", flush=True)
    return outcome


MADE = {
    "figures": ("deploy.figures", "draw the pictures of the public figures anew"),
    "alarm": ("deploy.learning", "learn anew what sounds like danger, from its examples"),
}
"""What is made when content is built, and committed: by which module, and what for."""


def parser() -> argparse.ArgumentParser:
    """Return the description of the command line."""
    names = ", ".join(step.name for step in STEPS)
    top = argparse.ArgumentParser(prog="dev.py", description=__doc__)
    commands = top.add_subparsers(dest="command", required=True)
    commands.add_parser("sandbox", add_help=False, help="start majakka sandbox, with what follows")
    checking = commands.add_parser("check", help="check everything, quick steps first")
    checking.add_argument("names", nargs="*", metavar="STEP", help=f"only these: {names}")
    checking.add_argument("--keep-going", action="store_true", help="go on after a failure")
    checking.add_argument(
        "--all", action="store_true", help="leaving out a step is a failure, as with CI=true"
    )
    messages = commands.add_parser("catalogues", help="is every message there in each language?")
    messages.add_argument("--update", action="store_true", help="first write what the code says")
    commands.add_parser(COVERAGE.name, help="how much of the program the tests run: 95 % at least")
    for command, (_, purpose) in MADE.items():
        commands.add_parser(command, help=purpose)
    return top


def chosen(names: Sequence[str]) -> list[Step]:
    """Return the steps called `names`, in the order they run in; all where none is named."""
    unknown = sorted(set(names) - {step.name for step in STEPS})
    if unknown:
        parser().error(f"no such step: {', '.join(unknown)}")
    return [step for step in STEPS if not names or step.name in names]


def main(arguments: Sequence[str]) -> int:
    """Do what the command line asks for; return the exit status."""
    options, rest = parser().parse_known_args(arguments)
    if options.command == "sandbox":
        prepare("run")
        os.execv(VENV / "bin/majakka", ["majakka", "sandbox", *rest])  # signals reach it directly
    if rest:
        parser().error(f"unknown: {' '.join(rest)}")
    if options.command == "catalogues":
        prepare("dev")
        return run("python", "-m", "deploy.catalogues", *["--update"] * options.update)
    if options.command == COVERAGE.name:
        prepare("dev")
        return run(*shlex.split(COVERAGE.command))
    if options.command in MADE:
        prepare("dev")
        return run("python", "-m", MADE[options.command][0])
    steps = chosen(options.names)
    prepare("dev")
    outcome = check(steps, keep_going=options.keep_going)
    print(f"\n{outcome}", flush=True)
    complete = options.all or os.environ.get("CI") == "true"
    return 0 if outcome.good(complete=complete) else 1


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
