.PHONY: help setup site serve check scripts needs needs-office needs-all test test-all pictures dist overlay-check wheels offline-check update pdf pdf-guide bench bench-house bench-month bench-office bench-search bench-site fuzz fuzz-days fuzz-office stress stress-kits stress-office same-twice bench-growth lock furigana clean new-page new-worksheet new-answer preview
.DEFAULT_GOAL := help
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1 # mkdocs is pinned below 2; the notice would fill every log
export PYTHONDONTWRITEBYTECODE := 1
LANGUAGE ?= ja
# Two at once, a file of tests after the other; names of tests come in one order in both.
TESTED := PYTHONHASHSEED=0 $(BIN)/pytest -q -n 2 --dist loadfile

help: ## This list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

.venv/ok: requirements.lock
	@command -v python3 >/dev/null || { echo "Python 3.11 or newer is needed: https://www.python.org" >&2; exit 1; }
	@python3 -m publish.setup

setup: .venv/ok ## Python environment from the locked list

site: .venv/ok ## Both languages and all sheets, into site/ (built aside, swapped in when whole)
	@$(BIN)/python -m publish.site

serve: .venv/ok ## Preview one language with reload: make serve LANGUAGE=en
	$(BIN)/python -m mkdocs serve -f $(if $(filter en,$(LANGUAGE)),mkdocs.en.yml,mkdocs.yml)

check: .venv/ok ## Words first: data, pages, links, sheets; then style, types and the fast tests
	@$(BIN)/python -m publish.check
	@$(MAKE) --no-print-directory scripts
	$(BIN)/ruff check . && $(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -q --tb=line -m "not built and not slow and not matrix" tests/house tests/publish tests/content tests/macros tests/ruby tests/worksheets tests/search tests/js

new-page: .venv/ok ## Begin a page: make new-page ID=night-work JA=夜の仕事 EN="Night work" (AFTER=page: where in the menu)
	@$(BIN)/python -m publish.new page "$$ID" "$$JA" "$$EN" --after "$$AFTER"

new-worksheet: .venv/ok ## Begin a worksheet: make new-worksheet ID=visit-memo PAGE=meetings JA=訪問メモ EN="Visit memo"
	@$(BIN)/python -m publish.new worksheet "$$ID" "$$JA" "$$EN" --page "$$PAGE"

new-answer: .venv/ok ## Begin an answer: make new-answer ID=paid-at-night TOPIC=money JA=夜の手当は出ますか。 EN="Is night work paid more?"
	@$(BIN)/python -m publish.new answer "$$ID" "$$JA" "$$EN" --topic "$$TOPIC"

preview: .venv/ok ## One page in a moment: make preview PAGE=scheme LANGUAGE=ja
	@$(BIN)/python -m publish.preview "$$PAGE" $(if $(filter en,$(LANGUAGE)),en,ja)

scripts: # form, rules and types of theme/js and theme/css
	tests/needs.sh scripts
	cd theme && ../node_modules/.bin/biome ci --colors=off --error-on-warnings .
	node_modules/.bin/tsc -p theme/js

needs: .venv/ok # real browser, office suite, fonts and validator for the tests
	tests/needs.sh

needs-office: .venv/ok # an office suite, fonts and a PDF reader alone
	tests/needs.sh office

needs-all: .venv/ok # the same, and a virtual display with an office suite to type into
	tests/needs.sh all

test: needs scripts site ## Everything that must pass before landing
	$(BIN)/ruff check . && $(BIN)/ruff format --check .
	$(BIN)/mypy
	$(TESTED) -m "not matrix"

test-all: needs-all scripts site ## The same and the slow matrices: every page, scheme and width; real typing into sheets
	$(TESTED)

pictures: needs-office ## Pictures of every sheet's first page, and what the site tells of each file
	$(BIN)/python -m worksheets.writer.pictures

dist: pdf ## The release kit: one zip for whoever hosts the guide, with a PDF of every sheet, into dist/
	@$(MAKE) --no-print-directory site
	@$(BIN)/python -m publish.kit

overlay-check: .venv/ok ## What an office adds of its own, in office/, checked
	@$(BIN)/python -m publish.overlay

wheels: .venv/ok ## The locked packages into wheels/, for a machine without a network (PLATFORM=win_amd64 for another kind)
	@$(BIN)/python -m publish.wheels $(PLATFORM)

offline-check: wheels ## Set up and build in a fresh folder with the network off
	@$(BIN)/python tests/publish/offline.py

update: ## The newest packages that the bounds allow, and what that changes (needs uv)
	@python3 -m publish.update

furigana: .venv/ok ## The readings of the sheets in plain words, after their words have changed
	@$(BIN)/python -m publish.furigana

pdf: needs-office ## A tagged PDF of every sheet, into dist/pdf (fillable from LibreOffice 25.2 on)
	$(BIN)/python -m worksheets.writer.pdf

pdf-guide: needs site ## The whole guide as a tagged PDF a language, and the guidebook as a booklet, into dist/pdf
	$(BIN)/python -m publish.paper

bench: needs site ## Weight and speed beside others, in one run
	$(BIN)/python tests/bench/dates.py
	$(BIN)/python tests/bench/explore.py
	$(BIN)/python tests/bench/sheets.py

bench-house: scripts site ## What an editor waits for, beside plain Material (BEFORE=DIR: beside another checkout too)
	$(BIN)/python tests/bench/house.py $(BEFORE)

bench-office: .venv/ok ## Prefilled reports: files a second and memory beside others (N=16460)
	$(BIN)/python tests/bench/office.py --people $(or $(N),1000)

bench-month: needs site ## An office's month with twenty invented people, by command and in the browser: each step and its time
	$(BIN)/python tests/bench/month.py
	$(BIN)/python tests/bench/month_screen.py

bench-search: needs site ## Search beside the theme's own: hits by kind, first result, index size (BEFORE=DIR: another built site timed too)
	$(BIN)/python tests/bench/search.py $(BEFORE)

bench-site: needs site ## How pages open on a phone, beside plain Material: make bench-site BEFORE=another/site
	$(BIN)/python tests/bench/site.py $(if $(BEFORE),--before $(BEFORE))

fuzz: .venv/ok ## Random slips in data and sheets, for SECONDS (60); SEED=n runs one again
	$(BIN)/python tests/fuzz/door.py

fuzz-days: .venv/ok ## Random texts for every reader of days, links and labels, for SECONDS (60); SEED=n runs one again
	$(BIN)/python tests/fuzz/days.py

fuzz-office: .venv/ok ## Random damage to sheets and rosters, for SECONDS (60); SEED=n runs one again
	$(BIN)/python tests/fuzz/office.py

stress: .venv/ok ## Builds that are disturbed, killed, without room or leave to write: minutes; SEED=n repeats one
	$(BIN)/python tests/stress/builds.py

stress-kits: .venv/ok ## The kit, an office's folder, lock, wheels and setting up killed, twice at once, without room; SEED=n repeats one
	$(BIN)/python tests/stress/kits.py

same-twice: .venv/ok ## Two kits made in nothing alike but their sources, compared byte by byte (OTHER=another/python)
	@$(BIN)/python tests/publish/same.py

stress-office: .venv/ok ## Filling in and reading back killed, starved, disturbed: minutes; SEED=n repeats one
	$(BIN)/python tests/stress/office.py

bench-growth: needs ## Build time, memory, weights and search at 10 and 100 times today's entries: minutes
	$(BIN)/python tests/bench/growth.py

lock: ## Pin all dependencies anew, with hashes, for every platform
	@python3 -m publish.update --keep

clean: ## Remove what was built; what a person wrote stays, and is named
	@python3 -m publish.clean
