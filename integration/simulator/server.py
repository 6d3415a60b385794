"""The process: the application, its background ticker, and a server that ends when told to."""

import asyncio
import signal
import socket
import sys
import traceback
from types import SimpleNamespace

from granian.constants import Interfaces
from granian.server.embed import Server
from starlette.applications import Starlette
from starlette.routing import Route

from integration.simulator.clock import Clock
from integration.simulator.control import people
from integration.simulator.control import views as control
from integration.simulator.control.faults import Faults
from integration.simulator.control.gate import Gate, new_log
from integration.simulator.filling import ensure_filled
from integration.simulator.odata.views import odata
from integration.simulator.options import Options
from integration.simulator.service import views as service
from integration.simulator.service.ticking import tick
from integration.simulator.service.webhooks import Webhooks
from integration.simulator.store import Store

ODATA_METHODS = ["GET", "POST", "PATCH", "DELETE", "PUT"]


def routes(base: str) -> list[Route]:
    portal = f"/{base}/hs/portal/v1"
    return [
        Route(f"/{base}/odata/standard.odata/{{path:path}}", odata, methods=ODATA_METHODS),
        Route(f"{portal}/", service.root),
        Route(f"{portal}/ping", service.ping),
        Route(f"{portal}/{{entity}}", service.receive, methods=["POST"]),
        Route(f"{portal}/{{entity}}/{{id}}", service.find),
        Route(f"{portal}/{{entity}}", service.entity),
        Route("/_control/health", control.health),
        Route("/_control/counts", control.counts),
        Route("/_control/faults", control.faults, methods=["GET", "POST", "DELETE"]),
        Route("/_control/log", control.log, methods=["GET", "DELETE"]),
        Route("/_control/reset", control.reset, methods=["POST"]),
        Route("/_control/profile", control.profile, methods=["GET", "POST", "DELETE"]),
        Route("/_control/clock", control.clock, methods=["POST"]),
        Route("/_control/tick", control.tick_orders, methods=["POST"]),
        Route("/_control/forget", control.forget_changes, methods=["POST"]),
        Route("/_control/orders", control.orders),
        Route("/_control/webhooks", control.webhooks, methods=["GET", "POST", "DELETE"]),
        Route("/_control/orders/{id}", people.move_order, methods=["POST"]),
        Route("/_control/orders/{id}/change", people.change_order, methods=["POST"]),
        Route("/_control/addresses/{id}", people.decide_address, methods=["POST"]),
        Route("/_control/claims/{id}", people.answer_claim, methods=["POST"]),
        Route("/_control/plans/{id}", people.decide_plan, methods=["POST"]),
        Route("/_control/claims", people.post_claim, methods=["POST"]),
        Route("/_control/payments", people.post_payment, methods=["POST"]),
        Route("/_control/messages", people.post_message, methods=["POST"]),
        Route("/_control/notifications", people.post_notification, methods=["POST"]),
        Route("/_control/rows", control.rows, methods=["GET", "POST"]),
    ]


def application(options: Options) -> Gate:
    """The base of the options' file, filled first if the file holds none."""
    store = Store(options.data_file, Clock())
    ensure_filled(store, options)
    app = Starlette(routes=routes(options.base))
    faults = Faults()
    webhooks = Webhooks(faults, store.clock, options.push_to, options.push_token)
    store.announce = webhooks.announce
    state = SimpleNamespace(
        store=store, options=options, faults=faults, log=new_log(), readers=set(), webhooks=webhooks
    )
    for name, value in vars(state).items():
        setattr(app.state, name, value)
    app.state.profile = options.behaves()
    return Gate(app, app.state)


async def keep_ticking(store: Store, interval: float) -> None:
    while True:
        await asyncio.sleep(interval)
        try:
            tick(store)
        except Exception:  # a row that an edit has spoilt: say so and go on with the rest at the next tick
            traceback.print_exc()


def refuse_taken_port(host: str, port: int) -> None:
    """Raises ValueError when somebody listens there: the server itself would share the port with them in silence."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise ValueError(f"cannot listen on {host}:{port}: {error.strerror}") from None


async def run(options: Options) -> None:
    refuse_taken_port(options.host, options.port)
    app = application(options)
    server = Server(app, options.host, options.port, interface=Interfaces.ASGI, log_enabled=False)
    loop = asyncio.get_running_loop()
    for signal_number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(signal_number, server.stop)
    if options.until_stdin_closes:
        loop.add_reader(sys.stdin.fileno(), lambda: sys.stdin.buffer.raw.read(1024) or server.stop())
    working = [loop.create_task(app.state.webhooks.run())]
    if options.tick:
        working.append(loop.create_task(keep_ticking(app.state.store, options.tick)))
    print(summary(app.state.store, options), flush=True)
    await server.serve()
    for task in working:
        task.cancel()
    app.state.store.close()


def summary(store: Store, options: Options) -> str:
    """What whoever started the base has to know: where its channels are, how to sign in, what it holds."""
    root = f"http://{options.host}:{options.port}"
    base = f"{root}/{options.base}"
    told = {
        "channel A (OData)": f"{base}/odata/standard.odata/",
        "channel B (service)": f"{base}/hs/portal/v1/",
        "sign-in (Basic)": f"{options.user} / {options.password}",
        "control API": f"{root}/_control/",
        "data file": options.data_file,
        "profile": " with ".join(filter(None, (options.profile, options.behaviour))),
        "works by itself": f"every {options.tick:g} s" if options.tick else "no, only when told (POST _control/tick)",
        "webhooks": f"to {options.push_to}" if options.push_to else "none (--push-to, POST _control/webhooks)",
    }
    lines = [f"  {name:20}{value}" for name, value in told.items()]
    held = [f"  {name:62}{count:>9,}" for name, count in store.counts().items()]
    return "\n".join((f"1C base at {base}", *lines, "", *held))


def serve(host: str = "127.0.0.1", port: int = 8002, data_file: str = "onec.sqlite3", **more) -> None:
    """Run a base until SIGINT or SIGTERM. `more`: the other fields of Options (base, goods, size, tick, …)."""
    asyncio.run(run(Options(host=host, port=port, data_file=str(data_file), **more)))
