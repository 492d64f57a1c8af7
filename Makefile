# `make demo` and `make test` do all the set-up that they need; `make help` lists the rest.

PYTHON ?= python3
VENV ?= .venv

BIN := $(VENV)/bin
# A file's tests run in one process, one after the other: what they share is made once.
PYTEST := OMP_NUM_THREADS=1 $(BIN)/python -m pytest -q -n 2 --dist loadfile

.NOTPARALLEL:
.PHONY: help demo test test-odd test-slow test-all lint words

demo: $(VENV)/installed  ## a course with a class of 16, graded, in demo/
	$(BIN)/autograder demo demo

test: $(VENV)/installed  ## the tests that are not slow
	$(PYTEST) -m "not slow"

test-odd: $(VENV)/installed  ## the same on one core, in ASCII, without bubblewrap, ... (see .ci/odd)
	.ci/odd $(BIN)/python -m pytest -q -m "not slow"

test-slow: $(VENV)/installed
	$(PYTEST) -m slow

test-all: test test-slow lint  ## all tests, then lint: what CI runs

lint: $(VENV)/installed  ## ruff and mypy
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

# Whatever is said is an argument of one of these functions.
words: $(VENV)/installed  ## autograder/words/autograder.pot anew, after a change of what is said
	$(BIN)/pybabel -q extract --omit-header --no-location --sort-output --no-wrap \
		-k said -k marked -k notice -k counted:1,2 -k Plural:1,2 -o autograder/words/autograder.pot autograder

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-10s%s\n", $$1, $$2 }' Makefile
	@echo 'Another Python: make PYTHON=python3.12 demo. Another place than .venv: make VENV=FOLDER test.'

# Installed once, and again only where what is asked for has changed.
$(VENV)/installed: pyproject.toml constraints.txt | $(BIN)/python
	PIP_BUILD_CONSTRAINT=constraints.txt $(BIN)/python -m pip install --disable-pip-version-check \
		-c constraints.txt -e '.[course,dev]'
	@touch $@

$(BIN)/python:
	@command -v $(PYTHON) >/dev/null || { \
		echo '$(PYTHON) is not there: install Python 3.11 or newer (Debian, Ubuntu: apt install python3-venv), or name yours as in make PYTHON=python3.12 demo.' >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "$$($(PYTHON) -V) is too old: install Python 3.11 or newer and name it, as in make PYTHON=python3.12 demo." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "$$($(PYTHON) -V) comes without venv: install it (Debian, Ubuntu: apt install python3-venv) and run make again." >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
