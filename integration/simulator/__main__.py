"""python -m integration.simulator --port 8002 --data onec.sqlite3 [--goods FOLDER] [--size demo|bench|N-products]"""

import argparse
import os
from dataclasses import fields

from integration.simulator.options import Options
from integration.simulator.profile import PROFILES
from integration.simulator.server import serve


def arguments() -> argparse.ArgumentParser:
    given = {field.name: field.default for field in fields(Options)}
    parser = argparse.ArgumentParser(prog="python -m integration.simulator", description="A stand-in for a 1C base.")
    parser.add_argument("--host", default=given["host"])
    parser.add_argument("--port", type=int, default=given["port"])
    parser.add_argument("--data", dest="data_file", default=given["data_file"], help="the base's SQLite file")
    parser.add_argument("--base", default=given["base"], help="name of the publication, first part of every URL")
    parser.add_argument("--goods", help="folder of CommerceML files to serve instead of the seeded lubricants")
    parser.add_argument("--size", default=given["size"], help="demo, bench or N-products")
    parser.add_argument("--seed", type=int, default=given["seed"])
    parser.add_argument("--tick", type=float, default=given["tick"], help="seconds between order states, 0 = never")
    parser.add_argument("--user", default=given["user"])
    parser.add_argument("--password", default=given["password"])
    parser.add_argument("--profile", choices=sorted(PROFILES), default=given["profile"])
    parser.add_argument("--behaviour", default=given["behaviour"], help='single ones: "slow_write=11,sessions=4"')
    parser.add_argument("--max-quantity", default=given["max_quantity"], help="a larger line is rejected")
    push = os.environ.get("ONEC_PUSH_URL"), os.environ.get("ONEC_PUSH_TOKEN", "")
    parser.add_argument("--push-to", default=push[0], help="send changes to this portal at once (ONEC_PUSH_URL)")
    parser.add_argument("--push-token", default=push[1], help="its token for that (ONEC_PUSH_TOKEN)")
    parser.add_argument("--until-stdin-closes", action="store_true", help="end together with whoever started this")
    return parser


def main() -> None:
    parser = arguments()
    try:
        serve(**vars(parser.parse_args()))
    except ValueError as error:
        parser.error(str(error))


if __name__ == "__main__":
    main()
