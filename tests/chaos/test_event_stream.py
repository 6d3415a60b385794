"""The event stream end to end: 1C moves an order, and whoever may see it hears of it, also after having been away."""

import pytest

from tests.chaos.streams import listening

pytestmark = pytest.mark.chaos

BY_THE_SCHEDULER = 40  # seconds within which a state of 1C has come to the portal


def test_the_buyer_hears_and_a_stranger_does_not(stage):
    url, buyer, stranger = stage.portal.events_url, stage.person("buyer"), stage.person("stranger")
    with listening(url, buyer) as heard, listening(url, stranger) as overheard:
        order = buyer.order()
        for status in ("placed", "accepted"):
            heard.tells(order, status)
        stage.onec.move(order["id"], "ГотовКОтгрузке")
        event = heard.tells(order, "ready", BY_THE_SCHEDULER)
        assert event.data["number"] == order["number"] and event.data["onec_number"]

        own = stranger.order()
        overheard.tells(own, "accepted")
        assert order["id"] not in {event.data["id"] for event in overheard.of_orders}
        assert own["id"] not in {event.data["id"] for event in heard.of_orders}


def test_what_was_missed_arrives_once_and_in_order(stage):
    url, buyer = stage.portal.events_url, stage.person("buyer")
    with listening(url, buyer) as witness:
        with listening(url, buyer) as left:
            order = buyer.order()
            last = left.tells(order, "accepted")
        another = buyer.order()
        witness.tells(another, "accepted")
        stage.onec.move(order["id"], "ОжидаетсяОбеспечение")
        witness.tells(order, "provisioning", BY_THE_SCHEDULER)
        missed = [event for event in witness.of_orders if event.data["id"] in (order["id"], another["id"])]
        missed = missed[missed.index(last) + 1 :]
        assert [event.data["status"] for event in missed] == ["placed", "accepted", "provisioning"]

        with listening(url, buyer, last.id) as back:
            back.tells(order, "provisioning")
            assert back.of_orders == missed
            assert not [event for event in back.events if event.type == "reset"]


def test_a_redis_without_its_data_makes_everyone_fetch_anew(stage):
    url, buyer = stage.portal.events_url, stage.person("buyer")
    with listening(url, buyer) as stayed:
        last = stayed.tells(buyer.order(), "accepted")
        stage.portal.kill("valkey")
        stage.wipe_redis()
        stage.portal.start("valkey")
        stayed.says("reset", 30)
        with listening(url, buyer, last.id) as back:
            back.says("reset")
            order = buyer.order()
            for listener in (stayed, back):
                listener.tells(order, "accepted", 45)
