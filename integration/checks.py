"""System checks: the regulation and the profile fit each other, and what does not is named."""

from pathlib import Path

from django.conf import settings
from django.core.checks import Error, register
from django.core.exceptions import FieldDoesNotExist

from integration import conf, profile, profile_form, regulation

SHIPPED = conf.PROFILES / "erp_2_5.toml"


@register()
def regulation_is_sound(app_configs, **kwargs) -> list[Error]:
    """Fields exist in the models, references lead to declared entities, the profile names every field."""
    try:
        sources = profile.load(conf.profile_file())
    except profile.BadProfile as error:
        return [Error(str(error), id="integration.E001")]
    try:
        faults = [error for entity in regulation.entities() for error in _faults(entity, sources)]
        return [*_strangers(sources), *faults]
    except regulation.UnknownEntity as error:
        return [Error(str(error), id="integration.E002")]


@register()
def address_is_sound(app_configs, **kwargs) -> list[Error]:
    """ONEC_URL is an address of a publication (or empty), and the file with its authority is there."""
    faults = []
    if conf.can_be_called() and (fault := conf.fault_of(settings.ONEC_URL.rstrip("/"))):
        faults.append(Error(f"ONEC_URL: {fault}", id="integration.E011"))
    if settings.ONEC_CA_FILE and not Path(settings.ONEC_CA_FILE).is_file():
        faults.append(Error(f"ONEC_CA_FILE: there is no file {settings.ONEC_CA_FILE}.", id="integration.E012"))
    return faults


def _strangers(sources: dict[str, profile.Source]) -> list[Error]:
    """Sections of no entity, the shipped ones of modules that are left out excepted."""
    known = {entity.name for entity in regulation.entities()}
    return [
        Error(
            f"{conf.profile_file()}, [{name}]: the regulation has no such entity{profile_form.like(name, known)}.",
            id="integration.E009",
        )
        for name in sources.keys() - known - profile.load(SHIPPED).keys()
    ]


def _faults(entity: regulation.Entity, sources: dict[str, profile.Source]) -> list[Error]:
    where = f"{conf.profile_file()}, [{entity.name}]"
    source = sources.get(entity.name)
    if source is None:
        return [
            Error(
                f"{where}: the section is missing.", hint="Copy it from profiles/erp_2_5.toml.", id="integration.E003"
            )
        ]
    missing = [
        Error(f"{where}: fields.{name} is missing.", id="integration.E004")
        for name in entity.fields
        if name not in source.fields
    ]
    unknown = [
        Error(
            f"{where}: fields.{name}: the entity has no such field.",
            hint=f"It has: {', '.join(entity.fields)}.",
            id="integration.E005",
        )
        for name in source.fields
        if name not in entity.fields
    ]
    wrong = [*_wrong_counts(entity, source, where), *_wrong_lines(source, where), *_of_no_use(entity, source, where)]
    return [*missing, *unknown, *wrong, *_not_in_model(entity)]


def _wrong_counts(entity: regulation.Entity, source: profile.Source, where: str) -> list[Error]:
    return [
        Error(
            f"{where}: fields.{name} needs {_how_many(declared.takes)} of 1C, has {len(source.fields[name])}.",
            id="integration.E006",
        )
        for name, declared in entity.fields.items()
        if name in source.fields and len(source.fields[name]) not in declared.takes
    ]


def _wrong_lines(source: profile.Source, where: str) -> list[Error]:
    """Names that speak of a table part and are not understood."""
    faults = []
    for name, words in source.fields.items():
        for word in words:
            try:
                profile.line_of(word)
            except profile.BadProfile as error:
                faults.append(Error(f"{where}: fields.{name}: {error}", id="integration.E008"))
    return faults


def _of_no_use(entity: regulation.Entity, source: profile.Source, where: str) -> list[Error]:
    """Settings that its channel does not go by: whoever writes them expects something of them."""
    if entity.channel is regulation.Channel.CATALOGUE:
        idle = {"overlap": bool(source.overlap)}
    else:
        idle = {"filter": bool(source.filter), "order": not source.order}
    return [
        Error(f"{where}: {name} has no effect on an entity of channel {entity.channel.value}.", id="integration.E010")
        for name, given in idle.items()
        if given
    ]


def _how_many(takes: range) -> str:
    return f"{takes.start} name(s)" if len(takes) == 1 else f"at least {takes.start} names"


def _not_in_model(entity: regulation.Entity) -> list[Error]:
    faults = []
    for name in (*entity.fields, *entity.key):
        try:
            entity.model._meta.get_field(name)
        except FieldDoesNotExist:
            faults.append(
                Error(
                    f"Exchange entity {entity.name}: {entity.model.__name__} has no field {name}.",
                    id="integration.E007",
                )
            )
    return faults
