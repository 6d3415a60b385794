# Every command of the project, one line each. `make` alone prints them.
.DEFAULT_GOAL := help
.PHONY: help setup setup-dev run test test-postgres lint e2e chaos bench smoke messages api pins clean
SHELL := /bin/sh
PYTHON := .venv/bin/python

help: ## print this list
	@sed -n 's/^\([a-z0-9-]*\):.*## \(.*\)/  make \1\t\2/p' $(MAKEFILE_LIST) | expand -t 24

setup: ## install what the portal runs on, build the front end and the translations (skips what is up to date)
	@sh scripts/setup.sh

setup-dev:
	@sh scripts/setup.sh --dev

run: setup ## start the portal with its demo: web, events, worker, loader, scheduler, 1C simulator; Ctrl-C stops all of it
	@DEMO=1 exec $(PYTHON) manage.py run

test: setup-dev ## run every test this machine can run (ARGS="-k name" narrows it)
	@sh scripts/test.sh $(ARGS)

test-postgres: setup-dev ## the same tests on PostgreSQL: DATABASE_URL, or the local server
	@sh scripts/test_postgres.sh $(ARGS)

lint: setup-dev ## style, layers, Django checks, migrations, translations, dependency audit, front end, deploy files
	@sh scripts/lint.sh

e2e: setup-dev ## the portal in a real browser (Chromium); screenshots go to build/
	@sh scripts/e2e.sh $(ARGS)

chaos: setup-dev ## a thousand orders while 1C, Redis, workers and webs fail; counts what arrived (ARGS="--seed 7 --orders 200")
	@exec $(PYTHON) -m tests.chaos $(ARGS)

bench: setup-dev ## measure the portal beside its floors; prints a table, writes build/bench.json (ARGS="--help" lists options)
	@exec $(PYTHON) -m tests.bench $(ARGS)

smoke: setup ## against the running portal: sign in, order, wait until 1C accepts; prints one line
	@exec $(PYTHON) manage.py smoke $(ARGS)

messages: setup-dev ## collect translatable texts of the Python code into locale/*/LC_MESSAGES/django.po
	@exec $(PYTHON) scripts/messages.py update

api: setup-dev ## generate the front end's API client from the schema
	@env -u DATABASE_URL $(PYTHON) manage.py spectacular --lang en --format openapi-json --validate --fail-on-warn --file frontend/schema.json
	@exec sh scripts/npm.sh run api

pins: setup-dev ## compile requirements*.in into requirements*.txt
	@sh scripts/pins.sh

clean: ## delete what was installed, built and cached; the demo's data in var/ stays
	@sh scripts/clean.sh
