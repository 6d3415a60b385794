"""What of a payload is shown to whom: secrets to nobody, personal data to those who run the exchange."""

SECRET = ("password", "passwd", "secret", "token", "authorization", "api_key", "пароль", "токен", "ключдоступа")
PERSONAL = (
    "email", "e-mail", "phone", "contact", "address", "tax_id", "birth", "applicant", "head_name", "author",
    "почт", "телефон", "контакт", "адресэп", "представление", "инн", "бин", "фио", "адрес",
)  # fmt: skip
HIDDEN = "•••"


def masked(value: object, *, personal: bool) -> object:
    """The same JSON with secrets hidden, and personal data too unless `personal`; judged by the names of fields.

    A list or an object below such a name is hidden as a whole: what is in it is as personal. Numbers and flags stay
    only where their name says nothing.
    """
    if isinstance(value, dict):
        return {
            name: HIDDEN if hides(str(name), personal) and inner not in (None, "") else masked(inner, personal=personal)
            for name, inner in value.items()
        }
    if isinstance(value, list):
        return [masked(inner, personal=personal) for inner in value]
    return value


def hides(name: str, personal: bool) -> bool:
    """Whether a field of this name is hidden."""
    said = name.lower()
    return any(part in said for part in SECRET) or (not personal and any(part in said for part in PERSONAL))
