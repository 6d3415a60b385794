"""People of a seeded base, all invented: the manufacturer's managers by region, and the staff of its clients."""

from collections.abc import Iterator

from integration.simulator.entities import CONTACTS, USERS, blank
from integration.simulator.refs import ref
from integration.simulator.seed.clients import Client, manager_key
from integration.simulator.seed.countries import MANAGERS, Country
from integration.simulator.service.contacts import contact_information
from integration.simulator.store import Draft

GONE = ("Петренко Игорь Львович", "i.petrenko", "+7 727 355 10 99")  # no longer works there
SERVICE = "Обмен с порталом"  # the account the exchange itself signs in with
MANUFACTURER = "lubricants.example"

FIRST_NAMES = ("Айдар", "Марина", "Тимур", "Гульнара", "Сергей", "Асель", "Рустам", "Наталья", "Ержан", "Ольга")
LAST_NAMES = (
    "Сатпаев",
    "Юн",
    "Бектур",
    "Ткаченко",
    "Алиш",
    "Гуляш",
    "Дюсен",
    "Шин",
    "Мороз",
    "Оспан",
    "Цой",
    "Каримбай",
)
LATIN = {
    "Айдар": "aidar",
    "Марина": "marina",
    "Тимур": "timur",
    "Гульнара": "gulnara",
    "Сергей": "sergey",
    "Асель": "assel",
    "Рустам": "rustam",
    "Наталья": "natalya",
    "Ержан": "yerzhan",
    "Ольга": "olga",
}
POSITIONS = ("Генеральный директор", "Менеджер по закупкам", "Главный бухгалтер")
DIALLING = {
    "KZ": "+7 701",
    "UZ": "+998 90",
    "KG": "+996 555",
    "TJ": "+992 92",
    "CN": "+86 139",
    "MN": "+976 99",
    "TM": "+993 65",
}


def users() -> Iterator[Draft]:
    for _, name, mailbox, phone in MANAGERS:
        yield manager_key(mailbox), user(name, mailbox, phone), False
    name, mailbox, phone = GONE
    yield manager_key(mailbox), user(name, mailbox, phone) | {"Недействителен": True}, False
    yield manager_key("exchange"), blank(USERS) | {"Description": SERVICE, "Служебный": True}, False


def user(name: str, mailbox: str, phone: str) -> dict:
    contact = contact_information(f"{mailbox}@{MANUFACTURER}", phone)
    return blank(USERS) | {"Description": name, "КонтактнаяИнформация": contact}


def contacts(clients: list[Client]) -> Iterator[Draft]:
    """One to three people a client."""
    for client in clients:
        for index in range(1 + client.number % 3):
            yield ref("contact", client.number, index), contact(client, index), False


def contact(client: Client, index: int) -> dict:
    number = client.number * 3 + index
    first, last = FIRST_NAMES[number % len(FIRST_NAMES)], LAST_NAMES[number * 5 % len(LAST_NAMES)]
    email = f"{LATIN[first]}@client-{client.number:03d}.example"
    return blank(CONTACTS) | {
        "Owner_Key": client.key,
        "Description": f"{last} {first}",
        "ДолжностьПоВизитке": POSITIONS[index],
        "КонтактнаяИнформация": contact_information(email, phone(client.country, number)),
    }


def phone(country: Country, number: int) -> str:
    digits = f"{2_000_000 + number * 7919 % 7_000_000:07d}"
    return f"{DIALLING[country.code]} {digits[:3]} {digits[3:5]} {digits[5:]}"
