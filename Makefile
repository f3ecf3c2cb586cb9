# `make` alone lists the commands. They need make and Python 3.11 or newer; the first one that runs makes .venv
# from a lock in requirements/, every file checked against its hash.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# Two commands at once (make -j site check) would write the same .venv and content/.
.NOTPARALLEL:

# The dossier to build, check or show: make site DOSSIER=../ports
DOSSIER ?= .
AT := $(if $(filter .,$(DOSSIER)),,$(DOSSIER)/)

VENV := .venv
SCRATCH := .cache
PY := $(VENV)/bin/python
PIP_INSTALL := $(PY) -m pip --disable-pip-version-check install --quiet --no-input --require-hashes
# Never with --quiet: it silences the warnings that --strict counts.
MKDOCS_BUILD := $(PY) -m mkdocs build --strict

# The theme's notice about its own future, on every run. The lock decides when we move, not the notice.
export NO_MKDOCS_2_WARNING := 1
# The date in the sitemap is that of the last commit, so that a second build on another day changes no byte.
ifndef SOURCE_DATE_EPOCH
SOURCE_DATE_EPOCH := $(shell git log -1 --format=%ct 2>/dev/null)
endif
ifdef SOURCE_DATE_EPOCH
export SOURCE_DATE_EPOCH
endif

# The first Python on this machine that is new enough; PYTHON=/path/to/python names one.
CANDIDATES := $(or $(PYTHON),python3 python3.14 python3.13 python3.12 python3.11 python)
define FIND_PYTHON
for python in $(CANDIDATES); do \
  if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then found=$$python; break; fi; \
done; \
if [ -z "$${found:-}" ]; then \
  echo "make: no Python 3.11 or newer found; tried: $(CANDIDATES)." >&2; \
  echo "make: install one, or name it: make PYTHON=/path/to/python3.12 $(MAKECMDGOALS)" >&2; exit 1; \
fi; \
if ! "$$found" -c 'import ensurepip, venv' 2>/dev/null; then \
  echo "make: $$found cannot make a virtual environment; on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; \
fi
endef

.PHONY: help site offline serve test test-all check lock clean

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

site: OUTPUT := $(AT)site
site: $(VENV)/site.stamp ## Build the dossier and its site, in site/
offline: OUTPUT := $(AT)site-offline
offline: $(VENV)/site.stamp ## The same for a folder on a disk, in site-offline/

site offline:
	@$(PY) -m builder build $(DOSSIER) || { \
	  echo "make $@: the dossier was not built; $(OUTPUT)/ is still the last good one. See the messages above." >&2; exit 1; }
	@rm -rf $(SCRATCH)/$@ && mkdir -p $(SCRATCH)
	@$(MKDOCS_BUILD) --config-file $(AT)$(if $(filter offline,$@),mkdocs-offline.yml,mkdocs.yml) --site-dir $(CURDIR)/$(SCRATCH)/$@ || { \
	  echo "make $@: MkDocs refused the pages; $(OUTPUT)/ is still the last good one. See the messages above." >&2; exit 1; }
	@rm -rf $(OUTPUT) && mv $(SCRATCH)/$@ $(OUTPUT)
	@echo "The site is in $(OUTPUT)/. To read it: $(if $(filter offline,$@),open $(OUTPUT)/index.html,make serve$(if $(AT), DOSSIER=$(DOSSIER)))"

serve: $(VENV)/site.stamp ## Preview on this machine; regenerates when a file changes
	@$(PY) -m builder serve $(DOSSIER)

# Two at once; a file stays with one process, which makes what its tests share, and the files with the browser come early.
IN_PARALLEL := --numprocesses 2 --dist loadfile --no-loadscope-reorder

test: $(VENV)/test.stamp ## Run the tests; PYTEST_ARGS="-k dates" narrows them
	$(PY) -m pytest $(IN_PARALLEL) $(PYTEST_ARGS)

test-all: export EVERY_STRING := 1
test-all: test ## Run the tests with every public hostile string, where they are at hand

check: $(VENV)/test.stamp ## Everything CI demands besides the tests
	$(PY) -m ruff check
	$(PY) -m ruff format --check
	$(PY) -m mypy
	$(PY) -m builder check $(DOSSIER)
	@$(PY) -m builder build --check $(DOSSIER) || { \
	  echo "make check: content/ is not what the dossier builds today. Run 'make site' and commit content/." >&2; exit 1; }
	@rm -rf $(SCRATCH)/check
	$(MKDOCS_BUILD) --config-file $(AT)mkdocs.yml --site-dir $(CURDIR)/$(SCRATCH)/check/site

UV ?= $(or $(shell command -v uv 2>/dev/null),$(SCRATCH)/uv/bin/uv)
LOCK := $(UV) pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
  --custom-compile-command 'make lock' $(LOCK_ARGS)

lock: $(UV) ## Renew requirements/*.txt from pyproject.toml; LOCK_ARGS=--upgrade takes newer releases
	$(LOCK) --output-file requirements/site.txt pyproject.toml
	$(LOCK) --extra test --constraints requirements/site.txt --output-file requirements/test.txt pyproject.toml

$(SCRATCH)/uv/bin/uv:
	@$(FIND_PYTHON); "$$found" -m venv $(SCRATCH)/uv && $(SCRATCH)/uv/bin/python -m pip install --quiet uv

clean: ## Delete what is not in the repository: site/, site-offline/, .venv, caches
	rm -rf site site-offline $(VENV) $(SCRATCH) __pycache__ .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find builder tests -name __pycache__ -type d -prune -exec rm -rf {} +

# A .venv whose Python was removed or renewed, or that was not finished, is made anew.
ifeq ($(shell $(PY) -c 'import pip' 2>/dev/null && echo alive),)
.PHONY: $(VENV)/pyvenv.cfg
endif
$(VENV)/pyvenv.cfg:
	@$(FIND_PYTHON); echo "Making $(VENV) with $$("$$found" --version)"; "$$found" -m venv --clear $(VENV)

$(VENV)/site.stamp: requirements/site.txt $(VENV)/pyvenv.cfg
	@echo "Installing requirements/site.txt"
	@$(PIP_INSTALL) -r requirements/site.txt
	@touch $@

$(VENV)/test.stamp: requirements/test.txt $(VENV)/site.stamp
	@echo "Installing requirements/test.txt"
	@$(PIP_INSTALL) -r requirements/test.txt
	@touch $@
