# `make run` starts Handrail, `make test` runs the suite; each installs what it needs first.

PYTHON ?= python3
VENV := .venv
SYNAPSE := .venv-synapse
AUDIT := .venv-audit
PIP_INSTALL := -m pip --disable-pip-version-check install --quiet --require-hashes

# The independent Matrix client of the tests is a Node programme; without Node its tests skip.
ifneq ($(and $(wildcard tests/js/package.json),$(shell command -v node)),)
NODE_MODULES := tests/js/node_modules/.installed
endif

# What the tests import and start again and again is compiled once.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help install dev run test lint format soak fuzz bench audit sbom lock clean

help:
	@sed -n 's/^## //p' Makefile

## make install   the programme's virtual environment, from requirements/run.txt
install: $(VENV)/.run
## make dev       the same with the tools of the test suite, and Synapse's own environment
dev: $(VENV)/.dev $(SYNAPSE)/.installed $(NODE_MODULES)

## make run       starts Handrail; without config.toml the playground on http://127.0.0.1:8080
run: install
	$(VENV)/bin/handrail run $(ARGS)

## make test      the whole suite in two processes; ARGS="-k pairing" are passed on to pytest
test: dev
	$(VENV)/bin/python -m pytest -n 2 --dist loadgroup $(ARGS)

## make lint      style, types and the direction of imports
lint: $(VENV)/.dev
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy $(wildcard bot adapters storage benchmarks tests)
	$(VENV)/bin/lint-imports

## make format    puts the code into its usual form
format: $(VENV)/.dev
	$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .

## make soak      crashes for about an hour, counted, and a storm; MINUTES=10 for a shorter one
MINUTES ?= 60
soak: dev
	$(VENV)/bin/python -m tests.crash.soak --minutes $$(($(MINUTES) / 2)) $(ARGS)
	$(VENV)/bin/python -m tests.crash.discord_soak --minutes $$(($(MINUTES) / 4))
	HANDRAIL_CRASHES=$$(($(MINUTES) * 5 / 6 + 1)) $(VENV)/bin/python -m pytest \
		tests/e2e/test_matrix_outage.py -k crashes_in_bursts
	$(VENV)/bin/python -m benchmarks storm

## make fuzz      100,000 and more hostile inputs, counted in a table at the end
fuzz: dev
	HANDRAIL_EXAMPLES=long $(VENV)/bin/python -m pytest --timeout 3600 -p tests.fuzz.table \
		--numprocesses 2 tests/unit/test_fuzz_*.py $(ARGS)

## make bench     the measurements of docs/benchmarks.md
bench: dev
	$(VENV)/bin/python -m benchmarks $(ARGS)

## make audit     known holes in what is locked (asks a registry), and doubtful code
audit: $(AUDIT)/.installed
	$(AUDIT)/bin/bandit --quiet -ll --configfile pyproject.toml --recursive bot adapters storage
	for locked in run dev synapse; do $(AUDIT)/bin/pip-audit --disable-pip --require-hashes \
		--requirement requirements/$$locked.txt || exit 1; done

## make sbom      what a release is made of, as dist/sbom.json (CycloneDX)
sbom: $(AUDIT)/.installed
	mkdir -p dist
	$(AUDIT)/bin/cyclonedx-py requirements requirements/run.txt --pyproject pyproject.toml \
		--output-format JSON --output-file dist/sbom.json

## make lock      brings requirements/*.txt up to pyproject.toml; UPGRADE=--upgrade takes newer versions
COMPILE := .venv-lock/bin/uv pip compile --quiet --no-config --universal --python-version 3.11 \
	--generate-hashes --no-header --no-emit-index-url --no-emit-find-links
lock:
	$(PYTHON) -m venv --clear .venv-lock
	.venv-lock/bin/python -m pip --disable-pip-version-check install --quiet uv
	$(COMPILE) $(UPGRADE) pyproject.toml requirements/build.in -o requirements/run.txt
	$(COMPILE) $(UPGRADE) pyproject.toml requirements/build.in --extra dev \
		--constraint requirements/run.txt -o requirements/dev.txt
	$(COMPILE) $(UPGRADE) requirements/synapse.in -o requirements/synapse.txt
	$(COMPILE) $(UPGRADE) requirements/audit.in -o requirements/audit.txt
	rm -rf .venv-lock

## make clean     removes what the targets above have made; data/ stays
clean:
	rm -rf $(VENV) $(SYNAPSE) $(AUDIT) .venv-lock tests/js/node_modules build dist *.egg-info
	rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# A stamp file is newer than everything that was installed for it.

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements/run.txt pyproject.toml | $(VENV)/bin/python
	$(VENV)/bin/python $(PIP_INSTALL) -r requirements/run.txt
	$(VENV)/bin/python -m pip --disable-pip-version-check install --quiet \
		--no-deps --no-build-isolation --editable .
	touch $@

$(VENV)/.dev: requirements/dev.txt $(VENV)/.run
	$(VENV)/bin/python $(PIP_INSTALL) -r requirements/dev.txt
	touch $@

$(SYNAPSE)/.installed: requirements/synapse.txt
	$(PYTHON) -m venv $(SYNAPSE)
	$(SYNAPSE)/bin/python $(PIP_INSTALL) -r requirements/synapse.txt
	touch $@

$(AUDIT)/.installed: requirements/audit.txt
	$(PYTHON) -m venv $(AUDIT)
	$(AUDIT)/bin/python $(PIP_INSTALL) -r requirements/audit.txt
	touch $@

tests/js/node_modules/.installed: tests/js/package.json tests/js/package-lock.json
	npm ci --prefix tests/js --no-audit --no-fund
	touch $@
