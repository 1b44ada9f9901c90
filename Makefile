# Attesta. `make` lists what there is.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PY := .venv/bin/python
T ?= tests
PROCESSES ?= 2
BENCH_FONTS := fonts-liberation fonts-crosextra-carlito fonts-crosextra-caladea fonts-ebgaramond fonts-dejavu-core \
  fonts-dancingscript fonts-open-sans fonts-linuxlibertine fonts-texgyre

.PHONY: help setup run setup-test check test lock translations settings-table bench bench-reading bench-extraction bench-occupations bench-rules bench-rules-mutation rules-report

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
	@bin/packages --optional chromium redis-server postgresql docker-compose fonts-dejavu-core gcc libc6-dev python3-dev

check: setup-test  ## lint, types, import contract, house measures: reads only
	$(PY) -m ruff check .
	$(PY) -m mypy
	.venv/bin/lint-imports

test: check  ## everything (T=tests/rules: only that)
	$(PY) -m pytest $(T) --numprocesses $(PROCESSES) --cov --cov-report=term:skip-covered

bench: setup-test  ## the measurements of bench/
	$(PY) bench/run.py

bench-reading:  ## reading beside Tesseract and OCRmyPDF: over an hour (B=--quick: minutes)
	@bin/setup bench
	@bin/packages --optional chromium tesseract-ocr tesseract-ocr-fra ghostscript $(BENCH_FONTS)
	$(PY) -m bench.reading.run $(B)

bench-extraction:  ## kinds, fields and confidences on unseen papers: an hour (B='--renders text': two minutes)
	@bin/setup bench
	@bin/packages --optional chromium tesseract-ocr tesseract-ocr-fra $(BENCH_FONTS)
	$(PY) -m bench.extraction.run $(B)

bench-occupations:  ## titles to NOC codes beside other kinds of search: minutes (needs the official files, ../shared/data/noc)
	@bin/setup test
	$(PY) -m bench.occupations.run

bench-rules:  ## judging all programs, as Python and compiled, beside OpenFisca and Zen: ms a case, cases a second (B='--cases 100000')
	@bin/setup bench
	@bin/packages --optional gcc libc6-dev python3-dev
	@bin/compile-rules || echo "attesta: the compiled rules are left out" >&2
	$(PY) -m bench.rules.run $(B)

bench-rules-mutation: setup-test  ## each comparison of rules/core and rules/conditions turned, one at a time: half an hour
	$(PY) -m bench.rules.mutation $(B)

rules-report: setup-test  ## the rules for a consultant, with their scenarios: var/rules-report.html
	$(PY) -m bench.rules.report

lock: setup-test  ## write the lock files anew from pyproject.toml
	bin/lock
