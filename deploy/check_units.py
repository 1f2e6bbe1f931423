"""Would systemd take the units, and do they leave little open? Its own tool says so, offline."""

import subprocess
import sys
import tempfile
from pathlib import Path

UNITS = Path(__file__).parent / "systemd"
PROGRAM = "/opt/majakka/bin/majakka"
HERE = "/bin/true"
"""Stands for the program, which is not installed where this is checked."""
MOST_EXPOSED = 20
"""Tenths of the 10 points that `systemd-analyze security` gives a unit without any fence."""


def analyze(*arguments: str | Path) -> None:
    """Run `systemd-analyze`; stop here, with what it said, unless it is content and silent."""
    command = ("systemd-analyze", *arguments)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}:\n{done.stderr}{done.stdout}")


def main() -> None:
    """Verify all units at once, since they name each other; then each service's exposure."""
    with tempfile.TemporaryDirectory(prefix="majakka-units-") as temporary:
        units = []
        for unit in sorted(UNITS.glob("majakka*.*")):
            units.append(Path(temporary, unit.name))
            units[-1].write_text(unit.read_text(encoding="utf-8").replace(PROGRAM, HERE))
        analyze("verify", "--recursive-errors=no", "--man=no", *units)
        services = [unit for unit in units if unit.suffix == ".service"]
        for service in services:
            analyze("security", "--offline=yes", f"--threshold={MOST_EXPOSED}", service)
        print(f"systemd takes {len(units)} units; none is exposed above {MOST_EXPOSED / 10}")


if __name__ == "__main__":
    main()
