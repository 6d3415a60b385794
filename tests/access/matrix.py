"""THE table: who reaches what. Written by hand; every reading of access is compared with it.

Rows are (permission, object of the world), columns people; "+" reaches, "." does not.
"""

PEOPLE = ["guest", "owner", "colleague", "head", "stranger", "service_limited", "service_full", "admin"]

TABLE = {
    # permission, object                                    gu  ow  co  he  st  sl  sf  ad
    ("partners.view_region", "region_kz"):                  ". + + + . + + +",
    ("partners.view_region", "region_kg"):                  ". . . . + . + +",
    ("partners.view_partner", "partner_a"):                 ". + + + . + + +",
    ("partners.view_partner", "partner_b"):                 ". . . . + . + +",
    ("partners.view_counterparty", "counterparty_a"):       ". + + + . + + +",
    ("partners.view_counterparty", "counterparty_b"):       ". . . . + . + +",
    ("partners.view_contract", "contract_a1"):              ". + . + . + + +",
    ("partners.view_contract", "contract_a2"):              ". + + + . + + +",
    ("partners.view_contract", "contract_b"):               ". . . . + . + +",
    ("partners.view_agreement", "agreement_a1"):            ". + . + . + + +",
    ("partners.view_agreement", "agreement_a2"):            ". + + + . + + +",
    ("partners.view_agreement", "agreement_b"):             ". . . . + . + +",
    ("partners.manage_staff", "partner_a"):                 ". . . + . . . .",
    ("partners.manage_staff", "partner_b"):                 ". . . . + . . .",
    ("partners.view_staff_invitation", "invitation_a"):     ". . . . . + + +",
    ("partners.view_staff_invitation", "invitation_b"):     ". . . . . . + +",
    ("partners.view_application", "application_kz"):        ". . . . . + + +",
    ("partners.view_application", "application_kg"):        ". . . . . . + +",
    ("partners.decide_application", "application_kz"):      ". . . . . + + +",
    ("partners.decide_application", "application_kg"):      ". . . . . . + +",
    ("partners.view_consignee", "consignee_a"):             ". + + + . + + +",
    ("partners.view_consignee", "consignee_b"):             ". . . . + . + +",
    ("partners.propose_consignee", "consignee_a"):          ". + + + . . . .",
    ("partners.propose_consignee", "consignee_b"):          ". . . . + . . .",
    ("partners.view_address", "address_a"):                 ". + + + . + + +",
    ("partners.view_address", "address_b"):                 ". . . . + . + +",
    ("partners.propose_address", "address_a"):              ". + + + . . . .",
    ("partners.propose_address", "address_b"):              ". . . . + . . .",
    ("partners.view_contact", "contact_a"):                 ". + + + . + + +",
    ("partners.view_contact", "contact_b"):                 ". . . . + . + +",
    ("partners.propose_contact", "contact_a"):              ". . . + . . . .",
    ("partners.propose_contact", "contact_b"):              ". . . . + . . .",
    ("partners.view_limit", "limit_a1"):                    ". + . + . + + +",
    ("partners.view_limit", "limit_b"):                     ". . . . + . + +",
    ("partners.view_account_manager", "manager_a"):         ". + + + . + + +",
    ("partners.view_account_manager", "manager_b"):         ". . . . + . + +",
    ("catalog.view_product", "shared"):                     ". + + + + + + +",
    ("catalog.view_product", "only_a"):                     ". + . + . + + +",
    ("catalog.view_product", "only_b"):                     ". . . . + . + +",
    ("catalog.view_product", "unsold"):                     ". . . . . . + +",
    ("ordering.view_order", "owners_order"):                ". + . + . + + +",
    ("ordering.view_order", "colleagues_order"):            ". . + + . + + +",
    ("ordering.view_order", "strangers_order"):             ". . . . + . + +",
    ("ordering.place_order", "owners_order"):               ". + . + . . . .",
    ("ordering.place_order", "colleagues_order"):           ". . + + . . . .",
    ("ordering.place_order", "strangers_order"):            ". . . . + . . .",
    ("ordering.resend_order", "owners_order"):              ". + . + . + + +",
    ("ordering.resend_order", "colleagues_order"):          ". . + + . + + +",
    ("ordering.resend_order", "strangers_order"):           ". . . . + . + +",
    ("claims.view_claim", "owners_claim"):                  ". + . + . + + +",
    ("claims.view_claim", "colleagues_claim"):              ". . + + . + + +",
    ("claims.view_claim", "strangers_claim"):               ". . . . + . + +",
    ("claims.register_claim", "owners_claim"):              ". + . + . . . .",
    ("claims.register_claim", "colleagues_claim"):          ". . + + . . . .",
    ("claims.register_claim", "strangers_claim"):           ". . . . + . . .",
    ("claims.resend_claim", "owners_claim"):                ". + . + . + + +",
    ("claims.resend_claim", "colleagues_claim"):            ". . + + . + + +",
    ("claims.resend_claim", "strangers_claim"):             ". . . . + . + +",
    ("chat.view_chat", "chat_a"):                           ". + + + . + + +",
    ("chat.view_chat", "chat_b"):                           ". . . . + . + +",
    ("chat.write_message", "chat_a"):                       ". + + + . + + .",
    ("chat.write_message", "chat_b"):                       ". . . . + . + .",
    ("analytics.view_plan", "plan_a"):                      ". . . + . + + +",
    ("analytics.view_plan", "plan_b"):                      ". . . . + . + +",
    ("analytics.draft_plan", "plan_a"):                     ". . . + . + + .",
    ("analytics.draft_plan", "plan_b"):                     ". . . . + . + .",
    ("notifications.view_notification", "notification_a"):  ". + . + . . . .",
    ("notifications.view_notification", "notification_b"):  ". . . . + . . .",
}  # fmt: skip

GLOBAL = {
    "access.manage_roles":       ". . . . . . . +",
    "access.manage_grants":      ". . . . . . + +",
    "access.assign_roles":       ". . . . . . . +",
    "acting.open_cabinet":       ". . . . . . + +",
    "switches.manage":           ". . . . . . . +",
    "audit.view_entry":          ". . . . . . . +",
    "partners.map_countries":     ". . . . . . + +",
    "integration.view_exchange": ". . . . . . + +",
    "integration.run_exchange":  ". . . . . . . +",
    "integration.manage_tokens": ". . . . . . . +",
}  # fmt: skip


def cells():
    """(permission, object's name or None, person, expected)."""
    for (name, obj), row in TABLE.items():
        for person, sign in zip(PEOPLE, row.split(), strict=True):
            yield name, obj, person, sign == "+"
    for name, row in GLOBAL.items():
        for person, sign in zip(PEOPLE, row.split(), strict=True):
            yield name, None, person, sign == "+"
