"""Checks the deployment files as far as that needs no Docker: YAML, shared names, good manners of the image."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

import yaml
from yamllint import linter
from yamllint.config import YamlLintConfig

ROOT = Path(__file__).resolve().parent.parent
DEPLOY = ROOT / "deploy"
STYLE = YamlLintConfig("{extends: default, rules: {line-length: {max: 120}, document-start: disable}}")
PROCESSES = {"web", "events", "worker", "loader", "scheduler"}
ENV_LINE = re.compile(r"^([A-Z_]+)=", re.MULTILINE)


def compose() -> dict:
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))


def yaml_problems() -> Iterator[str]:
    text = (DEPLOY / "compose.yaml").read_text(encoding="utf-8")
    yield from (f"compose.yaml: {problem}" for problem in linter.run(text, STYLE))


def compose_problems() -> Iterator[str]:
    """Every process runs, every service that is named exists, every image is pinned to a version."""
    services = compose()["services"]
    run = {service["command"][-1] for service in services.values() if "process" in service.get("command", [])}
    if run != PROCESSES:
        yield f"compose.yaml: processes {sorted(run)} instead of {sorted(PROCESSES)}"
    for name, service in services.items():
        for wanted in service.get("depends_on", {}):
            if wanted not in services:
                yield f"compose.yaml: {name} depends on {wanted}, which is no service"
        image = service["image"]
        if "build" not in service and (":" not in image or image.endswith(":latest")):
            yield f"compose.yaml: {name}: name a version of {image}"


def caddy_problems() -> Iterator[str]:
    text = (DEPLOY / "Caddyfile").read_text(encoding="utf-8")
    if text.count("{") != text.count("}"):
        yield "Caddyfile: a brace is not closed"
    for service in re.findall(r"reverse_proxy (\w+):\d+", text):
        if service not in compose()["services"]:
            yield f"Caddyfile: {service} is no service of compose.yaml"


def dockerfile_problems() -> Iterator[str]:
    lines = (DEPLOY / "Dockerfile").read_text(encoding="utf-8").splitlines()
    for words in (line.split() for line in lines if line):
        if words[0] == "FROM" and (":" not in words[1] or words[1].endswith(":latest")):
            yield f"Dockerfile: name a version of {words[1]}"
        if words[0] == "COPY" and not words[1].startswith("--"):
            yield from (f"Dockerfile: {name} does not exist" for name in words[1:-1] if not (ROOT / name).exists())
    if not any(line.startswith("USER ") for line in lines):
        yield "Dockerfile: the processes must not run as root"


def variable_problems() -> Iterator[str]:
    """Every variable of the example is described."""
    described = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    for name in ENV_LINE.findall((DEPLOY / "kabinet.env.example").read_text(encoding="utf-8")):
        if f"`{name}`" not in described:
            yield f"kabinet.env.example: {name} is not described in docs/operations.md"


def main() -> int:
    checks = (yaml_problems, compose_problems, caddy_problems, dockerfile_problems, variable_problems)
    problems = [problem for check in checks for problem in check()]
    print("\n".join(f"deploy/{problem}" for problem in problems) or "deploy: clean")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
