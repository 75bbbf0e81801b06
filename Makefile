# Every daily task by name; `make` alone lists them.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
export DJANGO_SETTINGS_MODULE := openodop.config.settings

.PHONY: help demo test check unit journeys postgresql wheel messages format bench clean

help:  ## list the tasks
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 14

demo: $(VENV)/.installed  ## run the sample programme on 127.0.0.1:8000 (PORT overrides)
	@$(BIN)/openodop demo

test: $(VENV)/.installed-for-tests  ## install what is missing, then check and test everything
	@$(BIN)/python tools/system_packages.py
	@$(MAKE) --no-print-directory check
	@$(MAKE) --no-print-directory unit
	@$(MAKE) --no-print-directory journeys
	@$(MAKE) --no-print-directory postgresql

check: $(VENV)/.installed-for-tests  ## style, layers, templates, migrations, translations, production settings
	@$(BIN)/python tools/check.py

unit: $(VENV)/.installed-for-tests  ## all tests but the browser journeys, on the embedded database
	@$(BIN)/python tools/compile_messages.py
	$(BIN)/pytest -q -n auto -m "not journey"

journeys: $(VENV)/.installed-for-tests  ## the browser journeys
	@$(BIN)/python tools/compile_messages.py
	$(BIN)/pytest -q -m journey

postgresql: $(VENV)/.installed-for-tests  ## the database tests once more, on a PostgreSQL started for them
	@$(BIN)/python tools/compile_messages.py
	$(BIN)/python tools/on_postgresql.py $(BIN)/pytest -q -n auto -m "django_db and not journey"

wheel: $(VENV)/.installed-for-tests  ## build the package into dist/
	$(BIN)/python -m build --wheel

messages: $(VENV)/.installed-for-tests  ## collect the sentences of every room for translation
	$(BIN)/python tools/messages.py

format: $(VENV)/.installed-for-tests  ## put code and templates in order
	$(BIN)/ruff check --fix src tests tools benchmarks
	$(BIN)/ruff format src tests tools benchmarks

bench: $(VENV)/.installed-for-tests  ## measure speed and size against the budgets
	$(BIN)/python benchmarks/run.py

clean:  ## remove what was built; data in var/ stays
	rm -rf $(VENV) dist build .pytest_cache .ruff_cache

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "OpenODOP needs Python 3.11 or newer. On Debian: apt-get install python3 python3-venv"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "The venv module is missing. On Debian: apt-get install python3-venv"; rm -rf $(VENV); exit 1; }

# Installing compiles the translations, so a changed one installs again.
$(VENV)/.installed: pyproject.toml $(shell find src -name django.po) | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/.installed-for-tests: pyproject.toml | $(BIN)/python
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[test,dev]'
	@touch $@ $(VENV)/.installed
