# Everything a developer or a visitor runs. `make help` lists it.
SHELL := /bin/bash
# What Python has compiled is kept: else each process of the tests compiles all of them anew.
unexport PYTHONDONTWRITEBYTECODE
.DEFAULT_GOAL := help

FROM  ?= nursing assistant
TO    ?= registered nurse
STATE ?= OH
HOST  ?= 127.0.0.1
PORT  ?= 8000
DATA  ?= ../shared/data
CACHE ?= build-out/wheels
# How many processes run the tests: as many as there are processors, four at most.
JOBS  ?= auto
SHIPPED := src/careerlattice/release/shipped

# A Python of 3.11 or later; name another with `make plan PYTHON=/path/to/python`.
PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# $(call stage,NAME,COMMAND): run one stage, and name it when it fails.
define stage
@printf '\n== %s\n' '$(1)'
@$(2) || { code=$$?; printf '\nStopped: the stage "%s" failed (exit %s).\n' '$(1)' "$$code"; exit 1; }
endef

.PHONY: help plan serve test quick faults lowest lock system content-check conformance bench release fit pictures reference clean

help: ## List what can be made
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  \1|/' | \
		awk -F'|' '{ printf "%-16s %s\n", $$1, $$2 }'

plan: $(VENV)/installed ## Plan a way: make plan FROM="nursing assistant" TO="registered nurse" STATE=OH
	@$(BIN)/careerlattice plan --from "$(FROM)" --to "$(TO)" --state "$(STATE)"

serve: $(VENV)/installed-web ## Open the web pages on HOST and PORT
	@$(BIN)/careerlattice serve --host "$(HOST)" --port "$(PORT)"

test: system ## Style, types, house rules, words and all tests
	$(call stage,ruff check,$(BIN)/ruff check src tests benchmarks docs devtools)
	$(call stage,ruff format,$(BIN)/ruff format --check src tests benchmarks docs devtools)
	$(call stage,mypy,$(BIN)/mypy)
	$(call stage,lint-imports,$(BIN)/lint-imports)
	$(call stage,content check,$(BIN)/python -m devtools.content_check --shared "$(DATA)")
	$(call stage,pytest,$(BIN)/python -m pytest --numprocesses $(JOBS) --maxprocesses 4 --dist loadgroup)
	@printf '\nAll stages hold.\n'

# A minute, while one works: what is fast of `make test`. Types are checked beside the tests, which
# collect no file that holds nothing fast. Tests of one room: pytest tests/ROOM.
FAST := -m "not slow and not browser and not shared" -p no:schemathesis \
	--ignore tests/e2e --ignore tests/web/http/test_openapi.py
quick: $(VENV)/installed-dev ## Style, types, house rules and the fast tests, in a minute
	$(call stage,ruff check,$(BIN)/ruff check src tests benchmarks docs devtools)
	$(call stage,ruff format,$(BIN)/ruff format --check src tests benchmarks docs devtools)
	$(call stage,lint-imports,$(BIN)/lint-imports)
	$(call stage,mypy and pytest,{ $(BIN)/mypy & types=$$!; \
		$(BIN)/python -m pytest -q --numprocesses 2 --dist worksteal $(FAST); tests=$$?; \
		wait $$types && [ $$tests = 0 ]; })
	@printf '\nThe fast stages hold; make test runs all.\n'

# The browser tests need Chromium and are skipped without it, as pytest says; PDFs need Pango.
system: $(VENV)/installed-dev
	@wanted=; \
	command -v chromium >/dev/null || wanted='chromium fonts-dejavu-core'; \
	$(BIN)/python -c 'import weasyprint' >/dev/null 2>&1 \
		|| wanted="$$wanted libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"; \
	if [ -z "$$wanted" ]; then :; \
	elif [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
		echo "Installing for the browser and PDF tests: $$wanted"; \
		{ apt-get update -qq && apt-get install -y -qq --no-install-recommends $$wanted >/dev/null; } \
			|| echo 'They could not be installed: the tests that need them cannot run.'; \
	else \
		echo "Not installed, and no apt-get as root to install it: $$wanted. Tests that need it cannot run."; \
	fi

faults: $(VENV)/installed-dev ## As many damaged files, kills and hostile requests as docs/reliability.md reports: ten minutes and more
	@CAREERLATTICE_FAULTS=nightly $(BIN)/python -m pytest -q --numprocesses 2 --dist loadgroup tests/faults

# In an environment of its own; what pyproject.toml says is enough, is tried.
LOWEST := .venv-lowest
lowest: ## The fast tests with the lowest versions that pyproject.toml allows
	@[ -x $(LOWEST)/bin/python ] || "$(PYTHON)" -m venv $(LOWEST)
	@$(LOWEST)/bin/python -m pip install --quiet --disable-pip-version-check \
		--constraint requirements/lowest.txt -e '.[web,pdf,mcp]' \
		pytest pytest-django pytest-xdist hypothesis networkx scipy pypdf
	@NUMBA_CACHE_DIR=$(LOWEST)/numba $(LOWEST)/bin/python -m pytest -q --numprocesses 2 --dist loadgroup \
		-p no:cacheprovider -m "not slow and not browser and not shared" \
		--ignore tests/web/http/test_openapi.py $(LOWEST_TESTS)
LOWEST_TESTS := tests/vocab tests/tables tests/release tests/build tests/catalog tests/router tests/plan \
	tests/match tests/lattice tests/draw tests/report tests/cli tests/web/http tests/web/pages tests/web/onet

lock: $(VENV)/installed-dev ## Choose the versions that developers and CI install, with hashes, anew
	@$(INSTALL) 'uv>=0.9'
	@$(BIN)/python -m uv pip compile --quiet --upgrade --universal --generate-hashes --no-header \
		--no-emit-index-url --python-version 3.11 pyproject.toml \
		--extra web --extra pdf --extra mcp --extra dev --output-file requirements/dev.lock
	@$(BIN)/python -m devtools.dependencies --lowest >requirements/lowest.txt
	@$(BIN)/python -m devtools.dependencies --sbom requirements/sbom.cdx.json

content-check: $(VENV)/installed-dev ## Check the words of src/careerlattice/content
	@$(BIN)/python -m devtools.content_check --shared "$(DATA)"

# The suite needs Node 22; npm brings one that does not touch the machine's own.
conformance: $(VENV)/installed-dev ## Hold the MCP server against the protocol's own test suite (needs npm)
	@npm install --silent --no-audit --no-fund --prefix build-out/conformance \
		@modelcontextprotocol/conformance@0.1.16 node@22
	@$(BIN)/python -m pytest -q tests/mcp -k conformance

bench: $(VENV)/installed-dev ## Time start-up, search, routes and titles
	@for file in benchmarks/*.py; do \
		printf '\n== %s\n' "$$file"; $(BIN)/python "$$file" $(BENCH_OPTIONS) || exit 1; done

release: $(VENV)/installed ## Build the shipped release again from the publishers' files in DATA
	@$(BIN)/careerlattice data build --from "$(DATA)" --fetch-wheels --cache "$(CACHE)" --out $(SHIPPED)
	@$(BIN)/careerlattice data verify --release $(SHIPPED)

fit: $(VENV)/installed-dev ## Fit again what is fitted, from the publishers' files in DATA
	@$(BIN)/python -m devtools.fit_likelihood --data "$(DATA)" --on "$$(date +%F)"
	@$(BIN)/python benchmarks/titles.py --data "$(DATA)" --fit

reference: $(VENV)/installed-web ## Write the generated pages of docs/reference again
	@$(BIN)/python -m devtools.cli_reference docs/reference/cli.md
	@$(BIN)/python -m devtools.table_dictionary docs/reference/tables.md
	@$(BIN)/python -m devtools.addresses_reference docs/reference/addresses.md
	@$(BIN)/python -m devtools.parameters_reference docs/reference/parameters.md
	@$(BIN)/python -m devtools.api_reference docs/reference/python.md
	@$(BIN)/python -m devtools.onet_coverage docs/reference/onet-api-coverage.md

messages: $(VENV)/installed-web ## Write all that pages and library say into one file for translators: build-out/messages.pot
	@$(BIN)/python -m devtools.page_messages build-out/messages.pot

pictures: $(VENV)/installed ## Draw the pictures of the README and of all ladders again
	@$(BIN)/python docs/pictures/make_pictures.py
	@$(BIN)/python -m devtools.contact_sheet --out docs/ladders

clean: ## Remove the environment, caches and build results
	rm -rf $(VENV) $(LOWEST) build-out dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(BIN)/python:
	@[ -n "$(PYTHON)" ] || { echo 'Careerlattice needs Python 3.11 or later; none was found.' \
		'Install one, or name it: make plan PYTHON=/path/to/python'; exit 1; }
	@"$(PYTHON)" -m venv $(VENV)

# Installed again only when pyproject.toml changes; `test` needs more than `plan`.
$(VENV)/installed: pyproject.toml | $(BIN)/python
	@echo 'Installing Careerlattice and what it needs; the first time takes a minute.'
	@$(INSTALL) -e . && touch $@

$(VENV)/installed-web: pyproject.toml | $(BIN)/python
	@echo 'Installing Careerlattice with the web pages; the first time takes a minute.'
	@$(INSTALL) -e '.[web]' && touch $(VENV)/installed $@

$(VENV)/installed-dev: pyproject.toml requirements/dev.lock | $(BIN)/python
	@echo 'Installing Careerlattice with all extras; the first time takes some minutes.'
	@$(INSTALL) --require-hashes -r requirements/dev.lock
	@$(INSTALL) --no-deps -e . && touch $(VENV)/installed $(VENV)/installed-web $@
