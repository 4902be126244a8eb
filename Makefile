# Everything that can be done with the repository. `make` alone says what. Needs Python 3.11 or newer, and make.

PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo "$$python" && break; done)
BIN := .venv/bin
# What the site needs; beside it what checks and tests in Python need; beside that what they need of Node.js; and what only tests
# need of Java.
READY := .venv/.installed
DEV := .venv/.dev
NODE := node_modules/.installed
TOOLS := .venv/.test-tools
ADDRESS ?= 127.0.0.1:8000
ARGUMENTS ?=
# Node.js and Java stand in .venv where the machine has none; the browser's path is asked for each time, since it may have gone.
WITH_TOOLS := PATH="$(CURDIR)/$(BIN):$$PATH"
WITH_BROWSER := browser="$$($(BIN)/python scripts/browser.py)" && $(WITH_TOOLS) VAGVISARE_BROWSER="$$browser"

ON_EVERY_CORE := --numprocesses auto --dist worksteal --durations 10

export NO_MKDOCS_2_WARNING := 1

.DEFAULT_GOAL := help
.PHONY: help house serve site test test-full check format bench lock messages schemas screenshots clean

help: ## Say what can be made
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' $(MAKEFILE_LIST) | while IFS='|' read -r target what; do printf '%-20s %s\n' "$$target" "$$what"; done

house: ## Print every room of the source, and each module with its first line
	@$(PYTHON) scripts/house.py

serve: $(READY) ## Build the site and serve it on http://127.0.0.1:8000/, live (another address: ADDRESS=127.0.0.1:8001)
	$(BIN)/mkdocs serve --livereload --dev-addr $(ADDRESS)

site: $(READY) ## Build the site into site/
	$(BIN)/mkdocs build --quiet

test: $(TOOLS) ## Run the tests, the browser's too, but for the slow ones (some: ARGUMENTS="-k phone")
	$(WITH_BROWSER) $(BIN)/pytest $(ON_EVERY_CORE) -m "not slow" $(ARGUMENTS)

test-full: $(TOOLS) ## Run all tests
	$(WITH_BROWSER) $(BIN)/pytest $(ON_EVERY_CORE) $(ARGUMENTS)

check: $(NODE) ## Check format, lint, types, the records and the interface's words
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(WITH_TOOLS) node_modules/.bin/tsc --project jsconfig.json
	$(BIN)/djlint --lint --quiet src/vagvisare/site/theme
	$(BIN)/vagvisare check
	$(BIN)/python scripts/messages.py --check

format: $(DEV) ## Format the code, and mend what ruff can mend
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

bench: $(TOOLS) ## Run the benchmarks (see benchmarks/README.md; ARGUMENTS="--records 1000")
	$(WITH_TOOLS) $(BIN)/python -m benchmarks.build $(ARGUMENTS)

lock: build/lock/bin/uv ## Lock anew what pyproject.toml and package.json ask for
	build/lock/bin/uv pip compile pyproject.toml --extra xlsx --group site $(LOCK) --output-file requirements.txt
	build/lock/bin/uv pip compile --group dev --constraints requirements.txt $(LOCK) --output-file requirements-dev.txt
	build/lock/bin/uv pip compile --group node-and-java $(LOCK) --output-file requirements-tools.txt
	npm install --package-lock-only --ignore-scripts --omit-lockfile-registry-resolved

# One lock for every Python and system that we know (markers say which line is whose); no address of an index in it.
LOCK := --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --quiet

messages: $(READY) ## Take the interface's messages into src/vagvisare/locale/, new ones empty
	$(BIN)/python scripts/messages.py

schemas: $(READY) ## Write the JSON Schemas of the records into schemas/
	$(BIN)/python scripts/schemas.py

screenshots: site $(NODE) ## Take README's pictures anew
	$(WITH_BROWSER) $(BIN)/python -m scripts.screenshots

clean: ## Remove everything that was made
	rm -rf .venv node_modules site .site.vagvisare build .mypy_cache .pytest_cache .ruff_cache src/vagvisare.egg-info
	find benchmarks hooks scripts src tests -name __pycache__ -prune -exec rm -rf {} +

$(READY): requirements.txt scripts/environment.py
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed, and none was found. Debian: sudo apt install python3 python3-venv"; exit 1; }
	@$(PYTHON) scripts/environment.py
	@touch $@

$(DEV): $(READY) requirements-dev.txt
	@$(BIN)/python scripts/environment.py --dev
	@touch $@

$(NODE): $(DEV) package-lock.json requirements-tools.txt scripts/test_tools.py
	@$(BIN)/python scripts/test_tools.py
	@touch $@

$(TOOLS): $(NODE)
	@$(BIN)/python scripts/test_tools.py --java
	@touch $@

build/lock/bin/uv:
	$(PYTHON) -m venv build/lock
	build/lock/bin/pip install --quiet --disable-pip-version-check uv==0.13.9
