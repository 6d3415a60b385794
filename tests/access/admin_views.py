"""THE table of the Wagtail admin: every address of ours, and who comes in with GET.

Columns are people; "+" sees the page, "." is turned away. Where an address names an object, it is one of partner A,
which lies in the limited manager's region; `tests.access.test_admin` tries foreign ones.
"""

PEOPLE = ["guest", "owner", "service_limited", "service_full", "admin"]

READS_BUSINESS = ". . + + +"
GIVES_GRANTS = ". . . + +"
WATCHES_EXCHANGE = ". . . + +"
ADMINISTERS = ". . . . +"
EDITS_PAGES = ". . . . +"
POST_ONLY = ". . . . ."  # 405 to those who may, 403 to the others
NOBODY = ". . . . ."  # Wagtail's own administration of users asks for Django's permissions, which no role has

VIEWS = {
    "grant:index": GIVES_GRANTS,
    "grant:index_results": GIVES_GRANTS,
    "grant:add": GIVES_GRANTS,
    "grant:bulk": GIVES_GRANTS,
    "grant:edit": GIVES_GRANTS,
    "grant:delete": GIVES_GRANTS,
    "access_people": GIVES_GRANTS,
    "access_people_results": GIVES_GRANTS,
    "access_person": GIVES_GRANTS,
    "access_reach": GIVES_GRANTS,
    "access_why": GIVES_GRANTS,
    **{
        f"access_choose_{what}:{view}": GIVES_GRANTS
        for what in ("user", "region", "partner", "contract", "product_line")
        for view in ("choose", "choose_results", "chosen", "chosen_multiple")
    },
    "role:index": ADMINISTERS,
    "role:index_results": ADMINISTERS,
    "role:overview": ADMINISTERS,
    "role:edit": ADMINISTERS,
    "role:copy": ADMINISTERS,
    "role:rename": ". . . . .",  # of a shipped role: nobody
    "role:delete": ADMINISTERS,
    "modules": ADMINISTERS,
    "module_switch": ADMINISTERS,
    "audit_log": ADMINISTERS,
    "audit_log_results": ADMINISTERS,
    "audit_entry": ADMINISTERS,
    **{
        f"exchange_{page}": WATCHES_EXCHANGE
        for page in (
            "console", "alerts", "activity", "entity", "progress", "loads", "loads_results", "queue", "queue_results",
            "message", "parked", "parked_results", "parked_row", "caches", "reconciliation",
            "reconciliation_report", "pushed", "pushed_results", "pushed_item",
        )
    },
    **{
        f"exchange_{deed}": POST_ONLY
        for deed in (
            "probe", "load", "load_cancel", "replay", "replay_parked", "parked_retry", "parked_row_retry",
            "alert_letters", "cache_forget", "repair", "compare",
        )
    },
    "exchange_drop": ADMINISTERS,
    "exchange_tokens": ADMINISTERS,
    "exchange_token_create": ADMINISTERS,
    "exchange_token_revoke": POST_ONLY,
    "draft_links": EDITS_PAGES,
    "draft_links_report": EDITS_PAGES,
    "draft_links_report_results": EDITS_PAGES,
    "draft_link_revoke": POST_ONLY,
    **{
        f"{screen}:{view}": READS_BUSINESS
        for screen in (
            "partner", "counterparty", "contract", "agreement", "application", "staffinvitation", "products", "orders",
            "claims", "chats", "plans",
            "consignee", "deliveryaddress", "clientcontact", "creditlimit", "accountmanager",
        )
        for view in ("index", "index_results", "inspect")
    },
    "application:decide": POST_ONLY,
    **{
        f"countryregion:{view}": GIVES_GRANTS  # the same people
        for view in ("index", "index_results", "add", "edit", "delete")
    },
    **{
        f"glossary:{view}": ADMINISTERS
        for view in ("index", "index_results", "add", "edit", "delete", "history", "history_results", "usage", "import")
    },
    "translation_shared": ADMINISTERS,
    "translation_hand_in": ". . . . .",  # of a page that is nobody's translation: 404
    "translation_assign": ". . . . .",  # without items there is nothing to assign: back to the board
    **{
        f"wagtailsnippets_content_{snippet}:{view}": ADMINISTERS
        for snippet in ("siteframe", "banner")
        for view in (
            "list", "list_results", "add", "edit", "delete", "usage", "history", "history_results", "revisions_revert",
            "revisions_compare", "revisions_unschedule", "unpublish",
        )
    },
    **{
        f"wagtailsnippets_content_banner:{view}": ADMINISTERS
        for view in ("copy", "preview_on_add", "preview_on_edit", "revisions_view")
    },
    **{
        f"wagtailusers_users:{view}": NOBODY
        for view in (
            "index", "index_results", "add", "edit", "delete", "history", "history_results", "usage", "copy",
            "security",
        )
    },
}  # fmt: skip
