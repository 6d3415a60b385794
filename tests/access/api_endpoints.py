"""THE table of the API: every operation of the schema, and who comes in.

Columns are people; "+" is let in (an empty body is then told what is missing), "." is refused with 401, 403 or 404.
`{id}` is an order or a claim of `owner`, the conversation or a plan of partner A, a notification to its people, a
product only partner A buys, something that partner A proposed, or `colleague` among partner A's staff.
"""

PEOPLE = ["guest", "owner", "colleague", "head", "stranger", "service_limited", "service_full", "admin"]

ANYBODY = "+ + + + + + + +"
SIGNED_IN = ". + + + + + + +"
HEADS = ". . . + + . . ."
HEAD_OF_A = ". . . + . . . ."
ORDERERS = ". + + + + . . ."
SEES_A = ". + + + . + + +"
CLIENTS_OF_A = ". + + + . . . ."
NOBODY = ". . . . . . . ."

ENDPOINTS = {
    "GET /api/v1/accounts/invitations/{token}/": NOBODY,  # whoever has the link; no link leads here
    "POST /api/v1/accounts/invitations/{token}/accept/": ANYBODY,
    "POST /api/v1/acting/": ". . . . . . + +",
    "DELETE /api/v1/acting/": SIGNED_IN,
    "GET /api/v1/acting/clients/": ". . . . . . + +",
    "GET /api/v1/analytics/plans/": ". . . + + + + +",
    "POST /api/v1/analytics/plans/": ". . . + + + + .",
    "GET /api/v1/analytics/plans/options/": ". . . + + + + .",
    "GET /api/v1/analytics/plans/{id}/": ". . . + . + + +",
    "POST /api/v1/analytics/plans/{id}/resend/": ". . . + . + + .",
    "GET /api/v1/catalog/facets/": SIGNED_IN,
    "GET /api/v1/catalog/products/": SIGNED_IN,
    "GET /api/v1/catalog/products/{id}/": ". + . + . + + +",
    "GET /api/v1/chat/chats/": SIGNED_IN,
    "POST /api/v1/chat/chats/": ". + + + + + + .",
    "GET /api/v1/chat/chats/{id}/messages/": ". + + + . + + +",
    "POST /api/v1/chat/chats/{id}/messages/": ". + + + + + + .",  # told that the key is missing, whosever it is
    "POST /api/v1/chat/chats/{id}/read/": ". + + + . + + +",
    "GET /api/v1/chat/partners/": ". + + + + + + .",
    "GET /api/v1/chat/unread/": SIGNED_IN,
    "GET /api/v1/claims/": SIGNED_IN,
    "POST /api/v1/claims/": ORDERERS,
    "GET /api/v1/claims/options/": ORDERERS,
    "GET /api/v1/claims/{id}/": ". + . + . + + +",
    "PATCH /api/v1/claims/{id}/": ". + . + . . . .",
    "POST /api/v1/claims/{id}/resend/": ". + . + . + + +",
    "GET /api/v1/content/banners/": SIGNED_IN,
    "GET /api/v1/content/menu/": ANYBODY,
    "GET /api/v1/content/news/": ANYBODY,
    "GET /api/v1/content/site/": ANYBODY,
    "GET /api/v1/content/search/": ANYBODY,
    "GET /api/v1/content/page/": ANYBODY,
    "GET /api/v1/notifications/": ORDERERS,
    "GET /api/v1/notifications/unread/": ORDERERS,
    "GET /api/v1/notifications/preferences/": ORDERERS,
    "PUT /api/v1/notifications/preferences/": ORDERERS,
    "POST /api/v1/notifications/read-all/": ORDERERS,
    "POST /api/v1/notifications/{id}/read/": ". + . + . . . .",
    "GET /api/v1/ordering/orders/": SIGNED_IN,
    "POST /api/v1/ordering/orders/": ORDERERS,
    "POST /api/v1/ordering/orders/check/": ORDERERS,
    "GET /api/v1/ordering/orders/export.xlsx": SIGNED_IN,
    "GET /api/v1/ordering/orders/{id}/": ". + . + . + + +",
    "POST /api/v1/ordering/orders/{id}/resend/": ". + . + . + + +",
    "GET /api/v1/partners/addresses/": SIGNED_IN,
    "POST /api/v1/partners/addresses/": ORDERERS,
    "GET /api/v1/partners/addresses/{id}/": SEES_A,
    "PATCH /api/v1/partners/addresses/{id}/": CLIENTS_OF_A,
    "POST /api/v1/partners/addresses/{id}/resend/": CLIENTS_OF_A,
    "POST /api/v1/partners/addresses/{id}/withdraw/": CLIENTS_OF_A,
    "GET /api/v1/partners/agreements/": SIGNED_IN,
    "POST /api/v1/partners/applications/": ANYBODY,
    "GET /api/v1/partners/applications/form/": ANYBODY,
    "GET /api/v1/partners/consignees/": SIGNED_IN,
    "POST /api/v1/partners/consignees/": ORDERERS,
    "GET /api/v1/partners/consignees/options/": ORDERERS,
    "GET /api/v1/partners/consignees/{id}/": SEES_A,
    "PATCH /api/v1/partners/consignees/{id}/": CLIENTS_OF_A,
    "POST /api/v1/partners/consignees/{id}/resend/": CLIENTS_OF_A,
    "GET /api/v1/partners/contacts/": SIGNED_IN,
    "POST /api/v1/partners/contacts/": HEADS,
    "GET /api/v1/partners/contacts/{id}/": SEES_A,
    "PATCH /api/v1/partners/contacts/{id}/": HEAD_OF_A,
    "POST /api/v1/partners/contacts/{id}/remove/": HEAD_OF_A,
    "POST /api/v1/partners/contacts/{id}/resend/": HEAD_OF_A,
    "GET /api/v1/partners/limits/": SIGNED_IN,
    "GET /api/v1/partners/managers/": SIGNED_IN,
    "GET /api/v1/partners/staff/": HEADS,
    "POST /api/v1/partners/staff/": HEADS,
    "GET /api/v1/partners/staff/options/": HEADS,
    "GET /api/v1/partners/staff/{id}/": HEAD_OF_A,
    "PATCH /api/v1/partners/staff/{id}/": HEAD_OF_A,
    "POST /api/v1/partners/staff/{id}/block/": HEAD_OF_A,
    "POST /api/v1/partners/staff/{id}/invite-again/": HEAD_OF_A,
    "POST /api/v1/partners/staff/{id}/leave/": HEADS,  # told that the successor is missing, whoever it is about
    "POST /api/v1/partners/staff/{id}/revoke/": HEAD_OF_A,
    "POST /api/v1/partners/staff/{id}/unblock/": HEAD_OF_A,
    "GET /api/v1/password-rules/": ANYBODY,
    "GET /api/v1/session/": ANYBODY,
    "PATCH /api/v1/session/": SIGNED_IN,
}
