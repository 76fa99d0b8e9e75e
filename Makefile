# Everything needs only python3 (3.11+), git, make and the package registries.
PYTHON ?= python3
VENV   ?= .venv
BIN    := $(VENV)/bin

.PHONY: help demo test test-comet test-spacy fuzz kills lint reports pictures bench figures clean

help:
	@echo "make demo     set up, audit samples/ and write reports/"
	@echo "make test     set up and run the tests"
	@echo "make test-comet, make test-spacy    the same for COMET and spaCy, each in an environment of its own"
	@echo "make fuzz     damaged inputs to every reader, SECONDS=60"
	@echo "make kills    KILLS=1000 runs killed at random moments and resumed"
	@echo "make lint     formatting, lint, strict types, walls between the packages"
	@echo "make reports  render the committed reports/ again"
	@echo "make pictures draw the pictures of README from the committed report"
	@echo "make bench    what the program costs, side by side, into benchmarks/README.md; ONLY=ROW for some rows"
	@echo "make figures  what it finds in the labelled sets of benchmarks/gold/, into benchmarks/README.md"
	@echo "make clean    remove what the others set up"

$(BIN)/mtaudit: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test,lint]'
	@touch $@

demo: $(BIN)/mtaudit
	$(BIN)/mtaudit audit samples --word-faults -o reports/samples.json -o reports/samples.html -o reports/samples.md
	@echo
	@echo "Written: reports/samples.html, reports/samples.json, reports/samples.md"

test: $(BIN)/mtaudit
	tools/browser.sh
	$(BIN)/python -m pytest -n auto --dist loadfile

# COMET needs numpy below 2, and PyTorch is large: an environment of its own, and a tiny checkpoint made on the spot.
test-comet: $(BIN)/mtaudit
	test -x $(VENV)-comet/bin/python || $(PYTHON) -m venv $(VENV)-comet
	$(VENV)-comet/bin/python -m pip install --quiet --disable-pip-version-check 'unbabel-comet>=2.2.7,<2.3' 'setuptools<81'
	COMET_TEST_PYTHON=$(VENV)-comet/bin/python $(BIN)/python -m pytest tests/libraries/comet_library.py

test-spacy:
	test -x $(VENV)-spacy/bin/python || $(PYTHON) -m venv $(VENV)-spacy
	$(VENV)-spacy/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[test]' 'spacy>=3.8,<4'
	$(VENV)-spacy/bin/python -m pytest tests/libraries/spacy_library.py

SECONDS ?= 60
fuzz: $(BIN)/mtaudit
	$(BIN)/python tools/fuzz.py --seconds $(SECONDS) $(if $(SEED),--seed $(SEED))

KILLS ?= 1000
kills: $(BIN)/mtaudit
	$(BIN)/python tools/kills.py --kills $(KILLS)

lint: $(BIN)/mtaudit
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo --no-cache

reports: $(BIN)/mtaudit
	tools/reports.sh $(BIN)/mtaudit

pictures: $(BIN)/mtaudit
	$(BIN)/python tools/pictures.py

bench: $(BIN)/mtaudit
	test -x $(BIN)/pofilter || $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	$(BIN)/python benchmarks/bench.py $(if $(ONLY),$(addprefix --only ,$(ONLY)))

figures: $(BIN)/mtaudit
	$(BIN)/python benchmarks/figures.py

clean:
	rm -rf $(VENV) $(VENV)-comet $(VENV)-spacy build dist *.egg-info
