"""A taken port is named together with its holder and with the variable that chooses another."""

import os
import socket
import sys

import pytest

from cms.processes import ports, specs


@pytest.fixture
def taken():
    with socket.create_server(("127.0.0.1", ports.free_port())) as server:
        yield server.getsockname()[1]


def test_tells_free_from_taken(taken):
    assert not ports.is_free(taken)
    assert ports.is_free(ports.free_port())


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who listens")
def test_names_the_holder(taken):
    assert ports.occupant(taken)[0] == os.getpid()
    assert ports.occupant(ports.free_port()) is None


def test_says_which_variable_chooses_another_port(taken):
    message = ports.taken_port_message(taken, "PORTAL_PORT", "the site")
    assert f"Port {taken}" in message
    assert f"PORTAL_PORT={taken + 100}" in message


@pytest.mark.parametrize("value", ["eighty", "0", "70000", "-1"])
def test_a_port_must_be_a_number(monkeypatch, value):
    monkeypatch.setenv("EVENTS_PORT", value)
    with pytest.raises(ValueError, match="EVENTS_PORT"):
        specs.Ports.from_environment()


def test_every_port_can_be_chosen(monkeypatch):
    for number, variable in enumerate(specs.Ports.VARIABLES.values()):
        monkeypatch.setenv(variable, str(9000 + number))
    assert specs.Ports.from_environment() == specs.Ports(9000, 9001, 9002, 9003)
