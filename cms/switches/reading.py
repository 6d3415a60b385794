"""What is off for whom. Access asks: a module that is off for somebody has no permission at any level for them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from cms import modules
from cms.switches.models import SwitchedOff


@dataclass(frozen=True)
class Off:
    """`everywhere`: modules off for all. `partners`: module → partners it is off for. Both with what needs them."""

    everywhere: frozenset[str] = frozenset()
    partners: Mapping[str, frozenset[int]] = field(default_factory=dict)

    def for_grants(self, places: Iterable[int | None]) -> frozenset[str]:
        """Modules off for a client's person whose grants lie with these partners (None: with no single one).

        Whoever has a grant elsewhere too keeps the module, as staff do: it is off for the people of a partner.
        """
        theirs = set(places)
        if not theirs:
            return self.everywhere
        return self.everywhere | {module for module, partners in self.partners.items() if theirs <= partners}


def off() -> Off:
    """One query."""
    everywhere: set[str] = set()
    partners: dict[str, set[int]] = {}
    for module, partner in SwitchedOff.objects.values_list("module", "partner"):
        for label in (module, *needing(module)):
            if partner is None:
                everywhere.add(label)
            else:
                partners.setdefault(label, set()).add(partner)
    return Off(frozenset(everywhere), {module: frozenset(keys) for module, keys in partners.items()})


def needing(label: str) -> list[str]:
    """Labels of the installed modules that cannot do without this one, directly or not."""
    found = {label}
    while more := {m.label for m in modules.portal_modules() if found & set(m.requires)} - found:
        found |= more
    return sorted(found - {label})
