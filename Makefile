# The two that matter: make run, make test. PORT, VAR_DIR and DEMO can be set.
SHELL := /bin/bash
.DEFAULT_GOAL := help

PYTHON ?= $(shell for name in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

# Programs start in two thirds of the time where their byte code is kept, whatever the machine says.
export PYTHONDONTWRITEBYTECODE :=
export DEMO ?= 1
export PORT ?= 8000
ifdef VAR_DIR
export VAR_DIR
endif

WORKERS ?= 3
N ?= 60
SEED ?= 1
APERTIUM := apertium apertium-eng-spa apertium-es-pt apertium-fr-es apertium-fra-cat apertium-eng-cat \
	apertium-por-cat apertium-spa-cat
AUDIT_PACKAGES := lighthouse@12.8.2 vnu-jar@26.9.27
PROGRAM_FILES := manage.py network practices training_catalogue fund fora tests

.PHONY: help run test setup engine quality tests lint format bench faults audit screens topology lock messages browser migrations

help: ## what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/' | expand -t 12

run: $(READY) engine ## set everything up and serve the portal at http://localhost:PORT (DEMO=0: without examples)
	@exec $(BIN)/python manage.py portal

test: setup lint tests ## set everything up, check the code and run all tests

setup: $(READY) engine browser ## what both need: packages in .venv, Debian's apertium, and chromium for browser tests

$(READY): requirements-dev.lock deploy/debian-packages
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed."; exit 1; }
	@test -x $(BIN)/pip || $(PYTHON) -m venv --clear $(VENV) 2>/dev/null \
		|| { deploy/debian-packages "setting up" python3-venv && $(PYTHON) -m venv --clear $(VENV); }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

engine:
	@test -e /usr/share/apertium/modes/eng-spa.mode -a -e /usr/share/apertium/modes/cat-fra.mode \
		|| deploy/debian-packages "machine translation (texts wait for people)" $(APERTIUM) || true

browser:
	@command -v chromium-headless-shell >/dev/null && ls /usr/lib/*/libatomic.so.1 >/dev/null 2>&1 \
		|| deploy/debian-packages "quick browser tests" chromium-headless-shell libatomic1 \
		|| command -v chromium >/dev/null || deploy/debian-packages "browser tests" chromium libatomic1 || true

tests: $(READY)
	$(BIN)/python -m pytest -n $(WORKERS) --dist loadgroup -q

lint: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/lint-imports
	git ls-files -z 'templates/*.html' | xargs -0 -r $(BIN)/djade --target-version 5.2 --check
	$(BIN)/djlint templates --lint --quiet
	$(BIN)/mypy

format: $(READY) ## put the code into its form
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	git ls-files -z 'templates/*.html' | xargs -0 -r $(BIN)/djade --target-version 5.2

messages: $(READY) ## bring the texts of the interface up to date in locale/, and compile them
	$(BIN)/python manage.py extract_messages
	$(BIN)/python manage.py compile_messages

bench: $(READY) ## measure the budgets of docs/performance.md beside the floor
	$(BIN)/python -m tests.bench
	$(BIN)/python -m tests.bench.ledger
	$(BIN)/python -m tests.bench.fora
	$(BIN)/python -m tests.bench.training
	$(BIN)/python -m tests.bench.following
	$(BIN)/python -m tests.bench.imports

quality: $(READY) ## chrF of each engine that is set up, per direction, on the frozen sentences (docs/translation.md)
	$(BIN)/python -m tests.bench.translation --terms

faults: $(READY) ## N faults from SEED against outbox, workers and servers
	FAULTS=$(N) SEED=$(SEED) $(BIN)/python -m pytest -n 0 -q -s tests/faults tests/notifications

audit: $(READY) ## known vulnerabilities in what is locked, and the deployment checks; then the face (docs/ui.md)
	$(BIN)/pip-audit --require-hashes --disable-pip -r requirements.lock
	DRAW_ALL=1 DEEP=1 $(BIN)/python -m pytest -n 0 -q tests/config tests/test_access.py
	DEEP=1 $(BIN)/python -m pytest -n $(WORKERS) -q -m "walk or hypothesis"
	mkdir -p build/audit && npm install --silent --no-audit --no-fund --ignore-scripts --prefix build/audit $(AUDIT_PACKAGES)
	$(BIN)/python -m tests.audit.run

screens: $(READY) ## pictures of the main pages into docs/screens/
	$(BIN)/python -m tests.audit.run screens

topology: $(READY) ## check Dockerfile, docker-compose.yml and nginx.conf against the house
	$(BIN)/python -m pytest -n 0 -q tests/config/test_topology.py
	@docker compose version >/dev/null 2>&1 && docker compose config --quiet || echo "No docker compose here: parsed only."

lock: ## choose versions anew for requirements*.in
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --upgrade \
		--quiet requirements.in -o requirements.lock
	$(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --upgrade \
		--quiet requirements-dev.in -c requirements.lock -o requirements-dev.lock
