.DEFAULT_GOAL := quick
.DELETE_ON_ERROR:
MAKEFLAGS += --warn-undefined-variables --no-builtin-rules
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c

PYTHON ?= python3
REQUIRE_ALL ?=
MODULES ?=
MINUTES ?= 10
# A file at a time in each of three processes, on two cores: a quarter of a run is waiting.
PARALLEL ?= -n 3 --dist loadfile --no-loadscope-reorder
CI ?=
# Else each of the many processes of a run compiles everything anew.
unexport PYTHONDONTWRITEBYTECODE
PYTHONS ?= $(wildcard $(HOME)/.pyenv/versions/3.12.*/bin/python $(HOME)/.pyenv/versions/3.13.*/bin/python)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
MUTANTS := .venv-mutants
PRISM := tests/prism/node_modules/.package-lock.json
OUTSIDE := tests/outside/node_modules/.package-lock.json
OTHERS := .venv-others
FLOORS := .venv-floors
JUDGES := $(PRISM) $(OUTSIDE) $(OTHERS)/.ready $(FLOORS)/.ready
TESTED := $(VENV)/.tested-$(if $(REQUIRE_ALL),all,here)
SOURCES := $(shell git ls-files -co --exclude-standard -- spec templates generator generated tests docs '*.toml' '*.md' 2>/dev/null | sed 's/ /\\ /g')
RUNTIME := templates/package/_runtime
HANDWRITTEN := templates/spotify/package
CLIENT := generated/spotify_web_api
CONTRACTS := PYTHONPATH=templates/package $(BIN)/lint-imports --no-cache
# $(call INSTALL,python,environment,requirements): uv takes two seconds for what takes pip fifty.
INSTALL = $(BIN)/uv venv --quiet --clear --no-project --python $(1) $(2); $(BIN)/uv pip install --quiet --python $(2)/bin/python -r $(3)
RUFF := $(BIN)/ruff check generator tests bench $(RUNTIME) $(HANDWRITTEN) generated

# What did not change is not checked again: mypy remembers it.
define MYPY
$(BIN)/mypy generator
cd templates && MYPYPATH=.:spotify ../$(BIN)/mypy --config-file ../pyproject.toml -p package._runtime -p package._playlists
cd generated && ../$(BIN)/mypy --config-file ../pyproject.toml spotify_web_api
endef

help: ## Show this list
	@sed -nE 's/^([a-z-]+):[^#]*## (.*)/  \1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

$(READY): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=/path/to/it")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check "$$(grep ^uv== requirements.txt)"
	$(BIN)/uv pip install --quiet --python $(BIN)/python -r requirements.txt
	touch $@

# Prism is a test's independent server; without npm its tests are skipped, and say so.
$(PRISM): tests/prism/package-lock.json
	if command -v npm >/dev/null; then cd tests/prism && npm ci --silent --no-audit --no-fund; fi

# So are the tools that read the description as others would.
$(OUTSIDE): tests/outside/package-lock.json
	if command -v npm >/dev/null; then cd tests/outside && npm ci --ignore-scripts --silent --no-audit --no-fund; fi

# Other clients and generators are judges, in an environment of their own.
$(OTHERS)/.ready: requirements-others.txt | $(READY)
	$(call INSTALL,$(PYTHON),$(OTHERS),requirements-others.txt)
	touch $@

# The oldest versions of what is needed, with which all has to work as well.
$(FLOORS)/.ready: requirements-floors.txt | $(READY)
	$(call INSTALL,$(PYTHON),$(FLOORS),requirements-floors.txt)
	touch $@

.PHONY: always quick help versions generate golden reliability bundle test mutants outside fuzz check drift spec-lint format lint types pythons clean

quick: $(READY) ## Check what takes seconds, while you work; `make` alone does this
	$(RUFF)
	$(CONTRACTS)
	$(MYPY)
	$(BIN)/python -m pytest $(PARALLEL) -m "not real and not slow" --hypothesis-profile quick --ignore tests/faults

versions: $(READY) $(PRISM) ## List the versions of every part
	@uname -sr; $(BIN)/python --version; echo "GNU Make $(MAKE_VERSION)"; git --version
	@if command -v node >/dev/null; then echo "node $$(node --version), npm $$(npm --version)"; fi
	@if test -d tests/prism/node_modules; then tests/prism/node_modules/.bin/prism --version | sed 's/^/prism /'; fi
	@if command -v chromium >/dev/null; then chromium --version 2>/dev/null; fi
	@$(BIN)/python -m pip list --disable-pip-version-check --format freeze

generate: $(READY) ## Write generated/ from spec/ and templates/
	$(BIN)/python -m generator generate

golden: $(READY) ## Accept the current output as expected in tests/golden/
	$(BIN)/python -m pytest tests/test_golden.py --update -q

reliability: $(READY) ## Write into docs/reliability.md which tests hold each promise
	$(BIN)/python -m tests.reliability

bundle: $(READY) ## Write the description as one file, bundle.yaml
	$(BIN)/python -m generator bundle --output bundle.yaml

test: $(READY) $(JUDGES) ## Run all tests
	$(BIN)/python -m pytest $(PARALLEL)
	@touch $(TESTED)

$(MUTANTS)/.ready: requirements-mutants.txt | $(READY)
	$(call INSTALL,$(PYTHON),$(MUTANTS),requirements-mutants.txt)
	touch $@

mutants: $(READY) $(MUTANTS)/.ready ## Count the changes of the policy the tests notice
	rm -rf $(MUTANTS)/tree && mkdir $(MUTANTS)/tree
	git ls-files -co --exclude-standard -z templates tests generated generator spec docs pyproject.toml | tar --null -T - -cf - | tar -xf - -C $(MUTANTS)/tree
	$(MUTANTS)/bin/python -u tests/mutants.py $(abspath $(BIN))/python $(MUTANTS)/tree $(MODULES)

outside: $(READY) $(OUTSIDE) $(OTHERS)/.ready ## Give the description to tools of others
	REQUIRE_ALL=1 $(BIN)/python -m pytest tests/test_outside.py

fuzz: $(READY) $(PRISM) ## Draw descriptions for MINUTES, and try their clients against Prism
	PYTHONPATH=templates/package:templates:generated $(BIN)/python -m tests.fuzz $(MINUTES)

# What `make test` passed on these very files is not run again; without git, none are known.
$(TESTED): $(READY) $(JUDGES) $(or $(SOURCES),always)
	$(BIN)/python -m pytest $(PARALLEL)
	@touch $@

check: drift spec-lint format lint types $(TESTED) pythons ## Run everything that CI runs
	@echo "make check: drift, description, format, lint, types and tests pass"

drift: $(READY) ## Fail if generated/ is not what spec/ and templates/ make
	$(BIN)/python -m generator check

spec-lint: $(READY) ## Check spec/ by every rule
	$(BIN)/python -m generator lint

format: $(READY) ## Fail if code is not formatted
	$(BIN)/black --quiet --check generator tests bench $(RUNTIME) $(HANDWRITTEN) $(CLIENT) || { $(BIN)/black --diff --quiet generator tests bench $(RUNTIME) $(HANDWRITTEN); exit 1; }

lint: $(READY) ## Run ruff and the import contracts
	$(RUFF)
	$(CONTRACTS)

types: $(READY) ## Run mypy and pyright, both strict
	$(MYPY)
	$(BIN)/pyright

pythons: $(READY) ## Check output and client on the other Pythons of PYTHONS
	@if test -z "$(PYTHONS)"; then echo "no other Python here: 3.12 and 3.13 are not checked"; fi
	@for python in $(PYTHONS); do \
	  version=$$($$python -c 'import sys; print("%d.%d" % sys.version_info[:2])'); \
	  other=.venv-$$version; \
	  if ! cmp --silent requirements.txt $$other/requirements.txt; then \
	    $(call INSTALL,$$python,$$other,requirements.txt); \
	    cp requirements.txt $$other/; \
	  fi; \
	  echo "Python $$version:"; \
	  $$other/bin/python -m generator check; \
	  $$other/bin/python -m pytest $(PARALLEL) -m "not slow" --hypothesis-profile quick tests/runtime tests/auth tests/test_client.py tests/test_second_api.py; \
	done

clean: ## Remove what was built here
	rm -rf .venv* bundle.yaml tests/prism/node_modules tests/outside/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
