# The development workflow, one verb a line. Every verb sets up what it needs.
#   make demo    read the shipped examples and show what they say
#   make test    all tests
#   make check   format, lint, types, import contracts, lexicon
#   make gate    scores against the pinned floors, and a run over many articles (both need ../shared)
#   make native  compile the reader, where there is a C compiler; test, gate and bench do it by themselves
#   make bench   speed and memory, as ratios against plain tokenising
#   make docs    build the documentation, strictly
#   make lock    write requirements.lock anew from pyproject.toml

SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
JOBS := $(shell nproc 2>/dev/null || echo 2)

.PHONY: demo native test check gate bench docs lock format clean

$(READY): pyproject.toml requirements.lock
	@scripts/setup.sh "$(PYTHON)"
	@touch $(READY)

demo: $(READY)
	@scripts/demo.sh

native: $(READY)
	@scripts/native.sh $(BIN)/python

test: native
	$(BIN)/pytest -n $(JOBS) --dist loadfile

check: $(READY)
	$(BIN)/ruff format --check src tests bench scripts
	$(BIN)/ruff check src tests bench scripts
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/mahdar lexicon check
	@scripts/native.sh $(BIN)/python strict

gate: native
	$(BIN)/python -m tests.gate.gate
	$(BIN)/python -m tests.gate.bulk

bench: native
	$(BIN)/python bench/reading.py

docs: $(READY)
	$(BIN)/mkdocs build --strict

format: $(READY)
	$(BIN)/ruff format src tests bench scripts
	$(BIN)/ruff check --fix src tests bench scripts

lock: $(READY)
	$(BIN)/pip install --quiet --upgrade -e '.[dev]'
	$(BIN)/pip freeze --all --exclude-editable --exclude mahdar --exclude pip | grep -v ' @ ' > requirements.lock

clean:
	rm -rf .venv site build dist .mypy_cache .ruff_cache .pytest_cache
