.PHONY: help setup site serve check scripts needs needs-all test test-all pictures pdf bench bench-search bench-site lock clean
.DEFAULT_GOAL := help
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1 # mkdocs is pinned below 2; the notice would fill every log
export PYTHONDONTWRITEBYTECODE := 1
LANGUAGE ?= ja

help: ## This list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

.venv/ok: requirements.lock
	python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: https://www.python.org or your system's package manager" >&2; exit 1; }
	python3 -m venv .venv || { echo "Python's venv module is missing: on Debian, apt install python3-venv" >&2; exit 1; }
	$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.lock
	touch $@

setup: .venv/ok ## Python environment from the locked list

site: .venv/ok ## Both languages and all sheets, into site/ (built aside, swapped in when whole)
	rm -rf build/site && mkdir -p build
	$(BIN)/python -m mkdocs build --strict -f mkdocs.yml
	$(BIN)/python -m mkdocs build --strict -f mkdocs.en.yml
	find build/site -name '*.map' -delete
	$(BIN)/python build_worksheets.py --zip --scripts --out build/site/sheets
	cp worksheets/pictures/*.png build/site/sheets/
	rm -rf build/old && if [ -e site ]; then mv site build/old; fi && mv build/site site && rm -rf build/old

serve: .venv/ok ## Preview one language with reload: make serve LANGUAGE=en
	$(BIN)/python -m mkdocs serve -f $(if $(filter en,$(LANGUAGE)),mkdocs.en.yml,mkdocs.yml)

check: .venv/ok scripts ## Types, style, data and the fast tests: what must be green before a change is shown
	$(BIN)/ruff check . && $(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -q tests/content tests/macros tests/worksheets

scripts: # form, rules and types of theme/js and theme/css
	tests/needs.sh scripts
	cd theme && ../node_modules/.bin/biome ci --colors=off --error-on-warnings .
	node_modules/.bin/tsc -p theme/js

needs: .venv/ok # real browser, office suite, fonts and validator for the tests
	tests/needs.sh

needs-all: .venv/ok # the same, and a virtual display with an office suite to type into
	tests/needs.sh all

test: needs scripts site ## Everything that must pass before landing
	$(BIN)/ruff check . && $(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -q -m "not matrix"

test-all: needs-all scripts site ## The same and the slow matrices: every page, scheme and width; real typing into sheets
	$(BIN)/pytest -q

pictures: needs ## Pictures of every sheet's first page, and what the site tells of each file
	$(BIN)/python -m worksheets.writer.pictures

pdf: needs ## A tagged PDF of every sheet, into dist/pdf (fillable from LibreOffice 25.2 on)
	$(BIN)/python -m worksheets.writer.pdf

bench: needs site ## Weight and speed beside others, in one run
	$(BIN)/python tests/bench/dates.py
	$(BIN)/python tests/bench/explore.py
	$(BIN)/python tests/bench/sheets.py

bench-search: needs site ## Search beside the theme's own: hits by kind, first result, index size
	$(BIN)/python tests/bench/search.py

bench-site: needs site ## How pages open on a phone, beside plain Material: make bench-site BEFORE=another/site
	$(BIN)/python tests/bench/site.py $(if $(BEFORE),--before $(BEFORE))

lock: ## Pin all dependencies anew, with hashes, for every platform
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --group test pyproject.toml -o requirements.lock

clean: ## Remove what was built
	rm -rf build site dist .venv node_modules
