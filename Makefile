# Two commands do all the set-up: `make site` and `make test`. `make` alone lists the rest.
# Works with GNU make 3.81 (macOS) and newer, and in folders whose path holds blanks.

PYTHON ?= python3
UV     ?= uv
BIN    := $(if $(filter Windows_NT,$(OS)),.venv/Scripts,.venv/bin)
RUN    := $(BIN)/python
PIP    := $(RUN) -m pip --disable-pip-version-check --quiet

# `make lock UPGRADE=1` moves every pin to the newest version that pyproject.toml allows.
LOCK   := $(UV) pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes \
          --no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet $(if $(UPGRADE),--upgrade)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve test test-all check schemas rules lock clean distclean

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | awk -F'|' '{ printf "%-16s %s\n", $$1, $$2 }'

site: .venv/.run ## build the site into site/
	@$(BIN)/explainer build

serve: .venv/.run ## preview the site while you edit
	@$(BIN)/explainer serve

test: .venv/.dev ## run the tests (browser tests where a Chromium is found)
	@$(RUN) -m pytest -m "not slow"

test-all: .venv/.dev ## run the tests, the slow ones too
	@$(RUN) -m pytest

check: .venv/.dev ## look the code over: ruff, mypy, import-linter
	@$(RUN) -m ruff check .
	@$(RUN) -m ruff format --check .
	@$(RUN) -m mypy
	@$(BIN)/lint-imports

schemas: .venv/.run ## rewrite the JSON Schemas of seeds/*.yml from the models
	@$(RUN) -c "from generator.project.json_schema import write; write()"

rules: .venv/.run ## rewrite RULES.md from the documentation of the rules
	@$(RUN) -c "from pathlib import Path; from generator.lint.documentation import page; Path('RULES.md').write_text(page(), encoding='utf-8')"

lock: ## remake requirements/*.txt from pyproject.toml (needs uv)
	@command -v "$(UV)" >/dev/null || { echo "make lock needs uv: pip install uv, or UV=path/to/uv" >&2; exit 1; }
	@$(LOCK) --group build --output-file requirements/run.txt
	@$(LOCK) --group dev --constraint requirements/run.txt --output-file requirements/dev.txt
	@echo "requirements/run.txt and requirements/dev.txt are current"

clean: ## delete what was built, and caches
	@rm -rf site export dist .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	@find generator tests -name __pycache__ -type d -prune -exec rm -rf {} +

distclean: clean ## delete .venv as well
	@rm -rf .venv

# pip refuses hashes for the project itself, so it goes in by a second step. The pins of run.txt are those of dev.txt:
# whichever comes first, the other finds its packages installed.
.venv/.run: requirements/run.txt pyproject.toml .venv/.made
	@echo "Installing the packages pinned in requirements/run.txt into .venv (about a minute) ..."
	@$(PIP) install --require-hashes --requirement requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.dev: requirements/dev.txt pyproject.toml .venv/.made
	@echo "Installing the packages pinned in requirements/dev.txt into .venv (about a minute) ..."
	@$(PIP) install --require-hashes --requirement requirements/dev.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.made:
	@$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11))" 2>/dev/null || { \
	  echo "Python 3.11 or newer is needed; $(PYTHON) is: $$($(PYTHON) --version 2>&1 || true)" >&2; \
	  echo "help: name another one, for example: make PYTHON=python3.12 $(or $(MAKECMDGOALS),site)" >&2; exit 1; }
	@$(PYTHON) -m venv --clear .venv
	@touch $@
