from cms.access.levels import Level
from cms.access.permissions import permission
from cms.access.roles import BUYER_MANAGER
from cms.access.scopes import ANY, Scope
from tests.dummy_module.models import Note

NOTES = Scope(Note, own="author", region=ANY, partner=ANY, contract=ANY, product_line=ANY, carrier=ANY)

permission("dummy_module.view_note", NOTES, "See notes", default={BUYER_MANAGER: Level.OWN})
