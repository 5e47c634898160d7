# Everything a person or a machine does with this tree. `make help` lists the targets.
.DEFAULT_GOAL := help
SHELL := /bin/sh

FILE ?= resources/samples/sample.pdf
OUT ?= build/converted
TO ?= md,docx
ARGS ?=
TESTS ?=

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
# The first Python that is new enough; PYTHON=… chooses another.
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

# What PySide6 loads even without a screen, what its window on X11 loads besides, what the view of
# the text (QtWebEngine) loads, and a font for Chinese, Japanese and Korean.
QT_PACKAGES := libgl1 libegl1 libfontconfig1 libxkbcommon0 libdbus-1-3 'libglib2.0-0t64|libglib2.0-0'
X11_PACKAGES := libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxkbcommon-x11-0
WEB_PACKAGES := libnss3 libxcomposite1 libxdamage1 libxrandr2 libxtst6 \
	'libasound2t64|libasound2' libxkbfile1
FONT_PACKAGES := 'fonts-wqy-microhei|fonts-noto-cjk'
WINDOW_PACKAGES := $(QT_PACKAGES) $(X11_PACKAGES) $(WEB_PACKAGES) $(FONT_PACKAGES)

# What the window says: the texts and their translations, and the form that Qt reads.
TS := resources/translations/diptych_en.ts resources/translations/diptych_zh_CN.ts
QM := $(TS:.ts=.qm)

.PHONY: help setup convert run serve test check lint types imports format translations screenshots \
	bench pins clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/' | expand -t 12

setup: $(READY) ## make .venv from the pinned versions

$(READY): requirements.txt pyproject.toml
	@if [ -z "$(PYTHON)" ]; then sh .ci/system-packages python3 python3-venv; \
	elif ! $(PYTHON) -c 'import ensurepip' 2>/dev/null; then sh .ci/system-packages python3-venv; fi
	@python=$$(command -v "$(PYTHON)" || command -v python3); \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Diptych needs Python 3.11 or newer; PYTHON=/path/to/python3.11 chooses one." >&2; exit 1; }; \
	test -x $(BIN)/python || $$python -m venv $(VENV)
	@# The pins are complete, so nothing else is resolved; that also keeps opencv-python, which
	@# brings a Qt of its own and which the rapid-* packages ask for, out of the way.
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

convert: $(READY) ## convert FILE (default: a sample) into OUT: make convert FILE=paper.pdf
	$(BIN)/diptych convert "$(FILE)" -o "$(OUT)" --to $(TO) $(ARGS)

run: $(READY) $(QM) ## open the window; ARGS='FILE…' opens it with documents
	@sh .ci/system-packages $(WINDOW_PACKAGES)
	$(BIN)/diptych $(ARGS)

%.qm: %.ts $(READY)
	@sh .ci/system-packages $(QT_PACKAGES)
	@# Put in place whole: a program that runs has the old one mapped into its memory.
	$(BIN)/pyside6-lrelease -silent $< -qm $@.part
	@mv $@.part $@

serve: $(READY) ## run the built-in engine as a server
	$(BIN)/diptych serve $(ARGS)

lint: $(READY) ## style and likely mistakes
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY) ## mypy, strict
	$(BIN)/mypy

imports: $(READY) ## which room may import which
	$(BIN)/lint-imports

test: $(READY) $(QM) ## the test suite; TESTS=tests/ocr runs a part of it
	@sh .ci/system-packages $(WINDOW_PACKAGES) xvfb xauth
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest $(TESTS)

check: lint types imports test ## all checks, as they run for every change

format: $(READY) ## put the code into its usual form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

translations: $(READY) ## take over new and changed texts of the window to be translated
	$(BIN)/python -m tests.ui.linguist

screenshots: $(READY) $(QM) ## take the README's pictures of the window
	@sh .ci/system-packages $(WINDOW_PACKAGES) xvfb xauth
	xvfb-run -a -s "-screen 0 1280x800x24" $(BIN)/python resources/screenshots/make_screenshots.py

bench: $(READY) ## measure speed and memory, printing one table
	$(BIN)/python -m tests.bench $(ARGS)

pins: ## work out requirements.txt anew from pyproject.toml (needs uv)
	uv pip compile pyproject.toml --all-extras --universal --python-version 3.11 --no-header \
		--no-annotate --no-emit-index-url --no-emit-package opencv-python \
		--no-emit-package django-cms --upgrade --output-file requirements.txt

clean: ## remove everything that was made
	rm -rf build dist $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis *.egg-info
