"""The process: the application, its background ticker, and a server that ends when told to."""

import asyncio
import signal
import socket
import sys
from types import SimpleNamespace

from granian.constants import Interfaces
from granian.server.embed import Server
from starlette.applications import Starlette
from starlette.routing import Route

from integration.simulator.clock import Clock
from integration.simulator.control import views as control
from integration.simulator.control.faults import Faults
from integration.simulator.control.gate import Gate, new_log
from integration.simulator.filling import ensure_filled
from integration.simulator.odata.views import odata
from integration.simulator.options import Options
from integration.simulator.service import views as service
from integration.simulator.service.ticking import tick
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
        Route("/_control/orders/{id}", control.move_order, methods=["POST"]),
        Route("/_control/rows", control.rows, methods=["GET", "POST"]),
    ]


def application(options: Options) -> Gate:
    """The base of the options' file, filled first if the file holds none."""
    store = Store(options.data_file, Clock())
    ensure_filled(store, options)
    app = Starlette(routes=routes(options.base))
    state = SimpleNamespace(store=store, options=options, faults=Faults(), log=new_log(), readers=set())
    for name, value in vars(state).items():
        setattr(app.state, name, value)
    app.state.profile = options.behaves()
    return Gate(app, app.state)


async def keep_ticking(store: Store, interval: float) -> None:
    while True:
        await asyncio.sleep(interval)
        tick(store)


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
    ticker = loop.create_task(keep_ticking(app.state.store, options.tick)) if options.tick else None
    print(summary(app.state.store, options), flush=True)
    await server.serve()
    if ticker:
        ticker.cancel()
    app.state.store.close()


def summary(store: Store, options: Options) -> str:
    held = [f"  {name:62}{count:>9,}" for name, count in store.counts().items()]
    return "\n".join((f"1C base at http://{options.host}:{options.port}/{options.base}", *held))


def serve(host: str = "127.0.0.1", port: int = 8002, data_file: str = "onec.sqlite3", **more) -> None:
    """Run a base until SIGINT or SIGTERM. `more`: the other fields of Options (base, goods, size, tick, …)."""
    asyncio.run(run(Options(host=host, port=port, data_file=str(data_file), **more)))
