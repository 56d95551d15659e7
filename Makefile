# Two commands to know: `make run` and `make test`. `make help` lists the others.

PORT ?= 8000
ARGS ?=
export PORT STRICT

PYTHON := .venv/bin/python
# For two cores: while one waits for a browser or a process, another one works.
WORKERS := -n 3 --dist worksteal
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help setup run test lint newsrooms site messages bench

help: ## list these commands
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-10s %s\n", $$1, $$2}' Makefile

setup: ## make .venv and install what Diptych runs on
	@sh .ci/setup

run: setup ## serve the demo newsroom (PORT=8001 for another port)
	@exec $(PYTHON) manage.py serve

test: ## checks, the tests on SQLite and PostgreSQL, the site (ARGS="-k slug", STRICT=1)
	@sh .ci/setup $(if $(ARGS),dev,site)
	@$(MAKE) $(if $(ARGS),lint,-j2 lint newsrooms)
	@$(PYTHON) -m tests.engines sqlite $(WORKERS) --ignore tests/site $(ARGS)
	@$(PYTHON) -m tests.engines postgres $(WORKERS) --ignore tests/site --database-only $(ARGS)
	@$(if $(ARGS),:,$(MAKE) site)

lint: ## style, types, layers, system checks and missing migrations
	@sh .ci/setup dev
	@$(PYTHON) -m ruff check --quiet
	@$(PYTHON) -m ruff format --check --quiet
	@$(PYTHON) -m mypy
	@.venv/bin/lint-imports --no-logo
	@$(PYTHON) manage.py check
	@$(PYTHON) manage.py makemigrations --check --dry-run

# Two minutes of drawing and encoding on one core, while the checks keep the other.
newsrooms:
	@sh .ci/setup site
	@$(PYTHON) -m tests.site.server

site: ## the readers' site, served and looked at by real tools (ARGS="-k axe")
	@sh .ci/setup site
	@$(PYTHON) -m tests.engines sqlite -n 0 tests/site $(ARGS)

messages: ## collect the texts to translate into locale/ and compile the translations
	@sh .ci/setup dev
	@command -v xgettext >/dev/null || { echo "make messages needs gettext (Debian, Ubuntu: apt-get install gettext)." >&2; exit 1; }
	@$(PYTHON) manage.py makemessages --verbosity 0 --locale da --no-obsolete --add-location file --ignore tests --ignore bench
	@$(PYTHON) -m babel.messages.frontend --quiet compile --directory locale --domain django

bench: setup ## the cost of a photo and of an article page, beside the usual ones
	@$(PYTHON) -m bench
