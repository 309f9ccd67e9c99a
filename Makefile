# Everything a machine needs for familiehus. `make` alone lists what there is.
#
# Needs only python3 (3.11 or later) and make; the rest is installed into $(VENV),
# and Chromium through apt where it is missing. A second run installs nothing:
# the files $(VENV)/.installed-* stand for finished installs and are renewed when
# pyproject.toml or constraints.txt change.

PYTHON ?= python3
VENV ?= .venv
SLUG ?= eksempel
JOBS ?= auto
ARGS ?=
HANDBOOK_SITE ?= build/handbook
HANDBOOK_URL ?=

BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
RUNTIME := $(VENV)/.installed-runtime
TEST := $(VENV)/.installed-test
HANDBOOK := $(VENV)/.installed-handbook
BENCH := $(VENV)/.installed-bench
REQUIREMENTS := pyproject.toml constraints.txt

export PYTHON VENV

.DEFAULT_GOAL := help
.PHONY: help setup site serve check test test-all fuzz bless bench bench-clone bench-country audit admin schema reference owners messages gallery handbook pictures pin clean

help: ## Show this list
	@sed -n 's/^\([a-z-]*\):.*## /  \1\t/p' Makefile | expand -t 18

setup: $(RUNTIME) ## Install what a build needs into .venv

site: setup ## Build every municipality's site into site/
	$(BIN)/familiehus build

serve: setup ## Show one municipality live while you edit: make serve SLUG=eksempel
	$(BIN)/familiehus serve $(SLUG)

check: setup ## Find faults in what editors have written
	$(BIN)/familiehus check

test: $(TEST) ## Run every test but the slowest: style, types, behaviour, browser
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	command -v pdftotext >/dev/null || .ci/apt-install poppler-utils
	CHROMIUM=$$(.ci/chromium) && export CHROMIUM && $(BIN)/pytest -n $(JOBS) -m "not all_pages and not slow"

test-all: $(TEST) ## Open every page of every municipality in the browser (slow)
	CHROMIUM=$$(.ci/chromium) && export CHROMIUM && $(BIN)/pytest -n $(JOBS) -m "all_pages or slow"

fuzz: $(TEST) ## Tear authors' files in ten thousand ways: make fuzz ARGS='1000 42' (cases, first seed)
	$(BIN)/python tests/fuzz.py $(ARGS)

bless: $(TEST) ## Accept the example site as it is built now as the golden one
	$(BIN)/pytest tests/test_golden.py --bless

bench: $(TEST) ## Time the calendars and the flyers, each beside another library
	$(BIN)/python tests/benchmarks/feeds.py
	$(BIN)/python tests/benchmarks/flyers.py

bench-clone: ## Time a fresh clone up to the sentence about a changed Thursday
	$(PYTHON) tests/benchmarks/fresh_clone.py

bench-country: $(BENCH) ## Time builds of the whole country, beside Hugo: make bench-country ARGS=--quick
	$(BIN)/python tests/benchmarks/country/country.py $(ARGS)

audit: site ## Run actionlint, the Nu HTML checker and Lighthouse over the built site
	CHROMIUM=$$(.ci/chromium) && export CHROMIUM && $(BIN)/python tests/audit.py

admin: site ## Add the forms for editors at site/admin/, to try out: nothing leaves the browser
	.ci/fetch-editor
	$(BIN)/familiehus admin

schema: setup ## Renew content/schema/: what editors suggest while you type
	$(BIN)/familiehus schema --to content/schema

reference: setup ## Renew the handbook's pages about the files and messages: filerne.md, beskeder.md
	$(BIN)/python .ci/reference.py
	$(BIN)/python .ci/beskeder.py

owners: setup ## Renew .github/CODEOWNERS: who is asked before a house's folder changes
	$(BIN)/python .ci/codeowners.py

messages: setup ## Renew the catalogues, themes/*/locales/: what visitors read in other languages
	$(BIN)/python .ci/messages.py

gallery: setup ## Show every component with its examples, in each language: build/gallery/
	$(BIN)/familiehus gallery

# Material prints a long warning about MkDocs 2, which pyproject.toml rules out.
handbook: $(HANDBOOK) ## Build the editors' handbook into build/handbook/
	HANDBOOK_URL="$(HANDBOOK_URL)" NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet \
		--config-file handbook.yml --site-dir "$(CURDIR)/$(HANDBOOK_SITE)"

pictures: $(TEST) ## Take the pictures of the README and the handbook anew
	CHROMIUM=$$(.ci/chromium) && export CHROMIUM && $(BIN)/python .ci/pictures.py

pin: ## Renew constraints.txt with the newest versions that fit together
	.ci/pin

clean: ## Remove everything that was built or installed here
	rm -rf site build .cache .pytest_cache .mypy_cache .ruff_cache .ci/node_modules $(VENV)
	find . -name __pycache__ -prune -exec rm -rf {} +

# Order-only: the interpreter's own date says nothing about what is installed.
$(RUNTIME): $(REQUIREMENTS) | $(BIN)/python
	@echo "Installing what a build needs into $(VENV) ..."
	@$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(TEST): $(REQUIREMENTS) | $(BIN)/python
	@echo "Installing what the tests need into $(VENV) ..."
	@$(PIP) install --constraint constraints.txt --editable '.[test]'
	@touch $(RUNTIME) $@

$(HANDBOOK): $(REQUIREMENTS) | $(BIN)/python
	@echo "Installing what the handbook needs into $(VENV) ..."
	@$(PIP) install --constraint constraints.txt --editable '.[handbook]'
	@touch $(RUNTIME) $@

$(BENCH): $(REQUIREMENTS) | $(BIN)/python
	@echo "Installing what the benchmark of the country needs into $(VENV) ..."
	@$(PIP) install --constraint constraints.txt --editable '.[bench]'
	@touch $(RUNTIME) $@

$(BIN)/python:
	@.ci/venv
