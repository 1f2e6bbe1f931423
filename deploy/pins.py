"""Write the hashed requirements anew from pyproject.toml, with the `uv` on your path.

Versions stay as they are unless pyproject.toml forbids them; `--upgrade` takes the newest.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
HASHED = (
    *("uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"),
    *("--generate-hashes", "--no-emit-index-url", "--no-annotate", "--no-header"),
)


def pin(target: str, *arguments: str, source: str = "pyproject.toml", given: str = "") -> None:
    """Write deploy/`target` from `source`, or from the requirements `given` where that is "-"."""
    command = (*HASHED, source, "--output-file", f"deploy/{target}", *arguments)
    subprocess.run(command, cwd=ROOT, input=given, text=True, stdout=subprocess.DEVNULL, check=True)


def main() -> None:
    """Pin what runs; then, at the same versions, what developers need and what the build needs."""
    upgrade = [argument for argument in sys.argv[1:] if argument == "--upgrade"]
    pin("requirements.txt", *upgrade)
    pin("requirements-dev.txt", "--extra=dev", "--constraint=deploy/requirements.txt", *upgrade)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    builders = "\n".join(project["build-system"]["requires"])
    same = "--constraint=deploy/requirements-dev.txt"
    pin("requirements-build.txt", same, source="-", given=builders)


if __name__ == "__main__":
    main()
