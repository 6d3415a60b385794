"""Known vulnerabilities of the pinned packages: pip-audit for Python, npm audit for what the browser gets.

Fails on a vulnerability. Where the advisory service does not answer (offline, or behind a mirror of packages alone),
nothing was learned: it says so, and fails with AUDIT=required, which a release wants.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SERIOUS = ("high", "critical")


class NotAnswered(Exception):
    """The advisory service could not be asked."""


def python_findings() -> list[str]:
    """A line per vulnerable package of requirements.txt."""
    options = ["--progress-spinner", "off", "--disable-pip", "--no-deps", "--format", "json"]
    answer = output_of([sys.executable, "-m", "pip_audit", *options, "-r", "requirements.txt"])
    packages = answer.get("dependencies", [])
    asked = [package for package in packages if "skip_reason" not in package]
    if not asked:
        raise NotAnswered("pip-audit learned nothing about any package")
    return [f"{package['name']} {package['version']}: {found['id']}" for package in asked for found in package["vulns"]]


def front_end_findings() -> list[str]:
    """A line per package of the front end's runtime with a serious vulnerability."""
    answer = output_of(["sh", "scripts/npm.sh", "audit", "--omit=dev", "--json"])
    if "vulnerabilities" not in answer:
        raise NotAnswered(answer.get("message", "npm audit gave no answer"))
    found = answer["vulnerabilities"].values()
    return [f"{entry['name']}: {entry['severity']}" for entry in found if entry["severity"] in SERIOUS]


def output_of(command: list[str]) -> dict:
    """The JSON that a command prints; empty when it prints none. Both auditors exit with 1 on a finding."""
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    try:
        return json.loads(done.stdout)
    except json.JSONDecodeError:
        return {"message": done.stderr.strip()[-300:]}


def audit(title: str, findings) -> bool:
    """Prints what one auditor found; False when that is a reason to fail."""
    try:
        lines = findings()
    except NotAnswered as reason:
        print(f"audit: {title}: NOT AUDITED, the advisory service did not answer ({reason})")
        return os.environ.get("AUDIT") != "required"
    for line in lines:
        print(f"audit: {title}: {line}")
    print(f"audit: {title}: {len(lines)} vulnerabilities")
    return not lines


if __name__ == "__main__":
    results = [audit("Python", python_findings), audit("front end", front_end_findings)]
    sys.exit(0 if all(results) else 1)
