# Two commands on a fresh machine (Python 3.11+, make, network to a package registry):
#   make demo   sets up, reads examples/ into a record and prints it
#   make test   sets up and passes the tests
PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help setup demo test check bench lock clean

help:
	@grep -E '^#  ' Makefile | sed 's/^#  //'

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' \
	  || { echo "jirga: needs Python 3.11 to 3.13; found $$($(PYTHON) --version). Say which: make PYTHON=python3.11 …"; exit 2; }
	@$(PYTHON) -m venv $(VENV) \
	  || { rm -rf $(VENV); echo "jirga: this Python cannot make a virtual environment. On Debian: apt-get install python3-venv"; exit 2; }

$(VENV)/.ready: requirements.txt pyproject.toml | $(BIN)/python
	@echo "jirga: installing pinned packages (about a minute) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.ready-dev: requirements-dev.txt $(VENV)/.ready
	@echo "jirga: installing pinned test tools …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

setup: $(VENV)/.ready

demo: setup
	@$(BIN)/jirga demo

test: $(VENV)/.ready-dev
	@$(MAKE) --no-print-directory check
	@$(BIN)/python -m pytest -n 2

check: $(VENV)/.ready-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache

lock: $(BIN)/python
	@$(BIN)/python -m pip install --quiet uv
	@for extra in "requirements.txt --extra build" "requirements-dev.txt --extra build --extra dev"; do set -- $$extra; out=$$1; shift; \
	  $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header $$@ pyproject.toml -o $$out; done

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache
