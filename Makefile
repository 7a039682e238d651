# Every target builds what it needs in .venv by itself, the first time and when the pins change.
.DEFAULT_GOAL := help
.PHONY: help report check forms templates test bench lint types golden samples

VENV := .venv
PYTHON := $(VENV)/bin/python
INSTALL = if command -v uv >/dev/null 2>&1; \
	then uv pip install --quiet --python $(PYTHON) --constraint constraints.txt --editable '$(1)'; \
	else $(PYTHON) -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '$(1)'; fi

help:  ## list the targets
	@sed -n 's/^\([a-z]*\):.*  ## /\1\t/p' $(MAKEFILE_LIST) | while IFS="$$(printf '\t')" read -r name words; \
	do printf '  make %-9s %s\n' "$$name" "$$words"; done

report: $(VENV)/.runs  ## inputs/ into outputs/: làm văn bản của mọi hồ sơ (DRAFT=1: bản dự thảo)
	@$(PYTHON) -m pipeline report $(if $(filter-out 0,$(DRAFT)),--draft)

check: $(VENV)/.runs  ## read and check every workbook, write no document: kiểm tra các sổ
	@$(PYTHON) -m pipeline check

forms: $(VENV)/.runs  ## blank workbooks to fill, into inputs/_mau/: sổ mẫu để điền (CLUSTER=tệp: ghi sẵn đơn vị, tiêu chí)
	@$(PYTHON) -m pipeline forms $(if $(CLUSTER),--cluster '$(CLUSTER)' --per-unit)

templates: $(VENV)/.runs  ## every template against its fields and the official format: kiểm tra các mẫu văn bản
	@$(PYTHON) -m pipeline templates check

test: $(VENV)/.develops  ## the whole test suite
	@$(PYTHON) -m pytest -q -n auto

bench: $(VENV)/.develops  ## the benchmarks, beside their peers, as ratios
	@if command -v npm >/dev/null 2>&1; then \
		cd bench && npm install --silent --no-audit --no-fund --no-package-lock || true; \
	fi
	@$(PYTHON) bench/render.py
	@$(PYTHON) bench/read_workbooks.py

lint: $(VENV)/.develops  ## ruff: rules and format
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .

types: $(VENV)/.develops  ## mypy, strict
	@$(PYTHON) -m mypy

golden: $(VENV)/.develops  ## write the golden texts of the documents anew; then read the diff
	@GOLDEN=write $(PYTHON) -m pytest -q tests/test_documents.py

samples: $(VENV)/.develops  ## build the sample dossiers of inputs/ anew
	@$(PYTHON) tests/samples/build.py

$(VENV)/.runs: pyproject.toml constraints.txt | $(PYTHON)
	@$(call INSTALL,.)
	@touch $@

$(VENV)/.develops: pyproject.toml constraints.txt | $(PYTHON)
	@$(call INSTALL,.[dev])
	@touch $@ $(VENV)/.runs

$(PYTHON):
	@for python in python3 python3.14 python3.13 python3.12 python3.11 python none; do \
		"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && break; \
	done; \
	if [ "$$python" = none ]; then \
		echo 'Cần Python 3.11 trở lên (Python 3.11 or newer is needed): https://www.python.org/downloads/' >&2; exit 1; \
	elif command -v uv >/dev/null 2>&1; then uv venv --quiet --python "$$python" $(VENV); \
	elif "$$python" -c 'import venv, ensurepip' 2>/dev/null; then "$$python" -m venv $(VENV); \
	else \
		echo 'Python này thiếu mô-đun venv (this Python has no venv): apt-get install python3-venv' >&2; exit 1; \
	fi
