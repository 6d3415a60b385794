"""`onec check`: does a base serve what the portal asks of it? Entity by entity; exit status 1 when something fails."""

from argparse import ArgumentParser
from collections.abc import Iterable
from dataclasses import replace

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from integration import conf, conformance, regulation
from integration.conformance import Base, Finding, Level

HELP = "Check a 1C base against the regulation, entity by entity. Nothing is written."
LINE = "{:<5} {:<18} {}"


def add_arguments(parser: ArgumentParser) -> None:
    parser.add_argument("entity", nargs="*", help="entities or topics of the regulation; all by default")
    parser.add_argument("--url", help="the publication, without /odata or /hs (default: ONEC_URL)")
    parser.add_argument("--user", help="default: ONEC_USER")
    parser.add_argument("--password", help="default: ONEC_PASSWORD; better set that than show it here")


def run(command: BaseCommand, options: dict) -> None:
    known = {"url": options["url"], "user": options["user"], "password": options["password"]}
    connection = replace(conf.connection(), **{name: value for name, value in known.items() if value is not None})
    base = Base(replace(connection, url=connection.url.strip().rstrip("/")))
    if fault := conf.fault_of(base.connection.url):
        raise CommandError(f"The address of 1C, --url or ONEC_URL: {fault}")
    command.stdout.write(f"1C at {base.connection.url} as {base.connection.user}, profile {conf.profile_file()}\n\n")
    with override("en"):
        levels = [_told(command, finding) for finding in _findings(base, options["entity"])]
    counts = ", ".join(f"{levels.count(level)} {level.value}" for level in Level)
    command.stdout.write(f"\n{counts}")
    if Level.FAIL in levels:
        raise CommandError("The portal cannot work with this base yet; each line marked FAIL says what to do.")


def _findings(base: Base, names: list[str]) -> Iterable[Finding]:
    entities, topics = _chosen(names)
    reached = list(conformance.check_base(base))
    yield from reached
    if all(finding.level is Level.FAIL for finding in reached):
        return  # nobody there: the rest would say the same forty times
    for entity in entities:
        yield from conformance.check_entity(base, entity)
    for topic in topics:
        yield from conformance.check_topic(base, topic)


def _chosen(names: list[str]) -> tuple[list[regulation.Entity], list[regulation.Topic]]:
    topics = {topic.name: topic for topic in regulation.topics()}
    if not names:
        return regulation.entities(), list(topics.values())
    try:
        entities = regulation.in_order(name for name in names if name not in topics or regulation.is_entity(name))
    except regulation.UnknownEntity as error:
        raise CommandError(str(error)) from error
    return entities, [topics[name] for name in names if name in topics]


def _told(command: BaseCommand, finding: Finding) -> Level:
    style = {Level.FAIL: command.style.ERROR, Level.NOTE: command.style.WARNING}.get(finding.level, str)
    command.stdout.write(style(LINE.format(finding.level.value, finding.subject, finding.text)))
    return finding.level
