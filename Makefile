# Attesta. `make` lists what there is.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PY := .venv/bin/python
T ?= tests
PROCESSES ?= 2

.PHONY: help setup run setup-test check test lock translations settings-table bench

help:  ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 18

setup:  ## the environment and the command .venv/bin/attesta
	@bin/setup

run: setup  ## start everything: queue, worker, scheduler, portal, demonstration case
	@bin/packages --optional tesseract-ocr tesseract-ocr-fra
	@exec .venv/bin/attesta run

setup-test:
	@bin/setup test
	@bin/packages tesseract-ocr tesseract-ocr-fra
	@bin/packages --optional chromium redis-server postgresql docker-compose fonts-dejavu-core

check: setup-test  ## lint, types, import contract, house measures: reads only
	$(PY) -m ruff check .
	$(PY) -m mypy
	.venv/bin/lint-imports

test: check  ## everything (T=tests/rules: only that)
	$(PY) -m pytest $(T) --numprocesses $(PROCESSES) --cov --cov-report=term:skip-covered

bench: setup-test  ## the measurements of bench/
	$(PY) bench/run.py

lock: setup-test  ## write the lock files anew from pyproject.toml
	bin/lock
