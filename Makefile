# Meedoen. `make demo` shows it, `make test` proves it. Needs Python 3.11, make and git; the rest is fetched here.
.DEFAULT_GOAL := help
.PHONY: help demo test check unit postgres browser benchmark omgeving lock clean
.NOTPARALLEL:
.SHELLFLAGS := -eu -c

UV_VERSIE := 0.13.9
PYTHON := $(shell for p in python3.11 python3 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
UV := $(shell uv --version >/dev/null 2>&1 && echo uv || echo .tools/uv/bin/uv)
BIN := .venv/bin
STEMPEL := .venv/.bij
DEMO := .venv/.demo
SLOT = $(UV) pip compile --quiet --universal --generate-hashes --python-version 3.11
ADRES ?= 127.0.0.1:8000
WERKERS ?= 2
# By file: what a file makes once (the pages of the law, a Java, a kernel) is made by one worker only. xdist_group does
# nothing under pytest 9.2 with pytest-xdist 3.8.
PYTEST := $(BIN)/pytest -q -n $(WERKERS) --dist loadfile --no-loadscope-reorder
export UV_PYTHON_DOWNLOADS := never
export UV_SYSTEM_CERTS := true

help: ## toon wat er kan
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

demo: $(DEMO) ## maak de voorbeeldsamenwerking en start de website op 127.0.0.1:8000
	@MEEDOEN_LOG=$${MEEDOEN_LOG:-tekst} $(BIN)/meedoen demo --adres $(ADRES)
	@exec $(BIN)/meedoen dienst start --adres $(ADRES) --log tekst

test: check unit postgres browser ## alles: stijl, typen, tests op SQLite en PostgreSQL, tests in de browser

check: $(STEMPEL) ## snel: stijl, typen, importregels, maten
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	@echo "mypy (de eerste keer een minuut)"
	@$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/sizes.py

unit: $(STEMPEL) .tools/benchmark/.bij ## alle tests zonder browser, op SQLite; 20.000 huishoudens op alle rekenaars (alle 200.000: MEEDOEN_TEST_GELIJKHEID)
	@echo "tests op SQLite"
	@MEEDOEN_TEST_DB=sqlite MEEDOEN_TEST_GELIJKHEID=$${MEEDOEN_TEST_GELIJKHEID:-20000} $(PYTEST) -m "not browser"

postgres: $(STEMPEL) ## wat de database raakt nog eens op PostgreSQL (MEEDOEN_TEST_POSTGRES, anders de socket of 127.0.0.1:5432)
	@echo "tests op PostgreSQL"
	@MEEDOEN_TEST_DB=postgres $(PYTEST) -m "not browser" tests/uitvoering tests/inventory/test_models.py tests/inventory/test_routes.py

browser: $(STEMPEL) ## de tests in een echte Chromium
	@echo "tests in de browser"
	@gevonden="$$($(BIN)/python scripts/find_chromium.py --install)"; \
	MEEDOEN_CHROMIUM="$$gevonden" $(BIN)/pytest -q -n $(WERKERS) tests/browser

benchmark: .tools/benchmark/.bij ## meet de snelheid van het recht naast openfisca-core, numpy en een kernel met de hand (een half uur, stille machine)
	@.tools/benchmark/bin/python -m benchmarks.recht $(OPTIES)

omgeving: $(STEMPEL) ## maak de omgeving (.venv) uit het slotbestand

define maak_venv
	@test -n "$(PYTHON)" || { echo "Python 3.11 of nieuwer is nodig, en staat niet op het pad."; exit 1; }
	@test "$(UV)" = uv || $(MAKE) --no-print-directory .tools/uv/bin/uv
	@echo "Omgeving: pakketten uit $< (de eerste keer enkele minuten)"
	@$(UV) venv --quiet --allow-existing --python $(PYTHON) .venv
endef

$(DEMO): requirements.lock pyproject.toml # what production has and no more; tools that are there already stay
	$(maak_venv)
	@$(UV) pip install --quiet --python .venv --require-hashes -r requirements.lock
	@$(UV) pip install --quiet --python .venv --no-deps --editable .
	@touch $@

$(STEMPEL): requirements-dev.lock pyproject.toml
	$(maak_venv)
	@$(UV) pip sync --python .venv --require-hashes requirements-dev.lock
	@$(UV) pip install --quiet --python .venv --no-deps --editable .
	@touch $@ $(DEMO)

.tools/benchmark/.bij: requirements-benchmark.lock pyproject.toml
	@test "$(UV)" = uv || $(MAKE) --no-print-directory .tools/uv/bin/uv
	@$(UV) venv --quiet --allow-existing --python $(PYTHON) .tools/benchmark
	@$(UV) pip sync --python .tools/benchmark --require-hashes requirements-benchmark.lock
	@$(UV) pip install --quiet --python .tools/benchmark --no-deps --editable .
	@touch $@

.tools/uv/bin/uv:
	@echo "uv $(UV_VERSIE) wordt geplaatst in .tools"
	@$(PYTHON) -m venv .tools/uv || { echo "Installeer uv, of het pakket python3-venv, en probeer opnieuw."; exit 1; }
	@.tools/uv/bin/pip install --quiet --disable-pip-version-check uv==$(UV_VERSIE)

lock: ## werk de slotbestanden bij na een wijziging in pyproject.toml (nieuwste versies: make lock NIEUW=--upgrade)
	@test "$(UV)" = uv || $(MAKE) --no-print-directory .tools/uv/bin/uv
	$(SLOT) $(NIEUW) pyproject.toml --group dev -o requirements-dev.lock
	$(SLOT) pyproject.toml -c requirements-dev.lock -o requirements.lock
	$(SLOT) pyproject.toml --group benchmark -c requirements-dev.lock -o requirements-benchmark.lock

clean: ## gooi weg wat opnieuw gemaakt kan worden; gegevens in var/ blijven staan
	rm -rf .venv .tools .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
