# Everything is set up by the first `make run` or `make test`, in ./.venv.
# PYTHON=/path/to/python3 picks another Python for a new environment.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
MAKEFLAGS += --no-builtin-rules

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# Wheels alone: nothing that is fetched runs code while it is installed.
INSTALL := $(PIP) install --require-hashes --only-binary=:all:
OFFSCREEN := QT_QPA_PLATFORM=offscreen
# The tests take all cores; SPREAD= runs them one after the other.
SPREAD := -n auto --maxprocesses 8 --dist worksteal
BUNDLE_VENV := build/venv
UV_VERSION := 0.13.9

ifndef PYTHON
PYTHON = $(shell sh .ci/find-python)
endif

.PHONY: help run screens test lint types imports pytest coverage bench build package \
	packaging-tools format lock clean system

help: ## Say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' Makefile

run: $(VENV)/.runtime ## Open Repbook (without a display: make screens)
	@if [ "$$(uname -s)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then \
		echo 'There is no display here, so pictures of every screen are made instead.'; \
		$(MAKE) screens; \
	else \
		$(BIN)/python -m desktop; \
	fi

screens: $(VENV)/.runtime ## Make pictures of every screen in build/screens, and those of the help and the README
	@mkdir -p build/screens
	$(OFFSCREEN) $(BIN)/python -m tests.screens build/screens
	$(OFFSCREEN) $(BIN)/python -m tests.pictures

test: lint types imports pytest ## Run every check

lint: $(VENV)/.test
	$(BIN)/ruff check
	$(BIN)/ruff format --check

types: $(VENV)/.test
	$(BIN)/mypy

imports: $(VENV)/.test
	$(BIN)/lint-imports --no-logo

pytest: $(VENV)/.test
	$(OFFSCREEN) $(BIN)/python -m pytest $(SPREAD) $(ARGS)

coverage: $(VENV)/.test ## Run the tests and show what they leave out
	@mkdir -p build
	$(OFFSCREEN) $(BIN)/python -m coverage run -m pytest -q $(ARGS)
	$(BIN)/python -m coverage html --quiet
	$(BIN)/python -m coverage report

bench: $(VENV)/.test ## Measure the speed
	$(OFFSCREEN) $(BIN)/python -m tests.benchmarks $(ARGS)

build: $(BUNDLE_VENV)/.bundle ## Make a folder in dist/ that runs without Python
	$(BUNDLE_VENV)/bin/pyinstaller --noconfirm --clean --distpath dist --workpath build/bundle build.spec

# What makes packages, what validates them, and what tries them out in a bare Debian.
PACKAGING := binutils dpkg-dev zstd xz-utils desktop-file-utils appstream libxml2-utils \
	shared-mime-info debootstrap xvfb openbox xdotool tesseract-ocr libwayland-client0 \
	libwayland-cursor0 libwayland-egl1 libcups2

package: $(VENV)/.test packaging-tools build ## Make a .deb and a portable archive in dist/, and try them out
	$(BUNDLE_VENV)/bin/python .ci/package dist/repbook dist
	$(BIN)/python -m tests.package dist build

packaging-tools: $(VENV)/.made
	@EXTRA_PACKAGES="$(PACKAGING)" sh .ci/system-libraries $(BIN)/python

format: $(VENV)/.test ## Put the code in order
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

# The environment. Each stamp is as new as the list that it was made from, and
# the lists hold exact versions and hashes, never an address.

system: ## Install the system's libraries that Qt needs, where allowed
	@python='$(PYTHON)'; [ -n "$$python" ] || exit 1; sh .ci/system-libraries "$$python"

$(VENV)/.made:
	@python='$(PYTHON)'; [ -n "$$python" ] || exit 1; \
	sh .ci/system-libraries "$$python" && \
	echo "Making $(VENV) with $$("$$python" --version)" && \
	"$$python" -m venv $(VENV)
	@touch $@

# The tree itself comes last, without its dependencies and without a build
# environment of its own: both would be fetched unhashed.
$(VENV)/.runtime: $(VENV)/.made .requirements.txt pyproject.toml
	$(INSTALL) -r .requirements.txt
	$(PIP) install --no-deps --no-build-isolation --no-index --editable .
	@touch $@

$(VENV)/.test: $(VENV)/.runtime .requirements-test.txt
	$(INSTALL) -r .requirements-test.txt
	@touch $@

# A bundle takes in what it finds, so it is made from an environment of its own.
$(BUNDLE_VENV)/.bundle: $(VENV)/.made .requirements-build.txt
	@mkdir -p build
	$(BIN)/python -m venv --clear $(BUNDLE_VENV)
	$(BUNDLE_VENV)/bin/python -m pip --disable-pip-version-check --quiet install \
		--require-hashes --only-binary=:all: -r .requirements-build.txt
	@touch $@

LOCK := build/lock/bin/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-annotate \
	--custom-compile-command 'make lock' $(ARGS)

lock: $(VENV)/.made ## Write the requirement lists anew (ARGS=--upgrade for newer versions)
	@mkdir -p build
	$(BIN)/python -m venv build/lock
	build/lock/bin/python -m pip --disable-pip-version-check --quiet install uv==$(UV_VERSION)
	$(LOCK) --group install --output-file .requirements.txt
	$(LOCK) --group install --extra test --constraints .requirements.txt \
		--output-file .requirements-test.txt
	$(LOCK) --group bundle --constraints .requirements.txt --output-file .requirements-build.txt

clean: ## Remove everything that was made
	rm -rf $(VENV) build dist repbook.egg-info .coverage .hypothesis .import_linter_cache \
		.mypy_cache .pytest_cache .ruff_cache
	find desktop resources tests -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true
