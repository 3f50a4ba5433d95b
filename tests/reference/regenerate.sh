#!/usr/bin/env bash
# Writes every fixture of the reference tests anew. Needs Rscript with survey, sandwich, lme4, BradleyTerry2 and jsonlite, and
# a Python with pandas and statsmodels (PYTHON, Debian's by default). FIXTURES is the folder to write to, if not fixtures/.
# Two runs on one machine give the same bytes; machines differ in the last digits.
# Last run with R 4.2.2, survey 4.1.1, sandwich 3.0.2, lme4 1.1.31, BradleyTerry2 1.1.2, jsonlite 1.8.4, Python 3.11,
# numpy 1.24.2, pandas 1.5.3, statsmodels 0.13.5.
set -euo pipefail
cd "$(dirname "$0")"
mkdir -p "${FIXTURES:-fixtures}"
Rscript --vanilla distributions.R
Rscript --vanilla survey.R
Rscript --vanilla scores.R
Rscript --vanilla taste.R
Rscript --vanilla explore.R
Rscript --vanilla models.R
Rscript --vanilla verdicts.R
Rscript --vanilla topics.R
Rscript --vanilla sliders.R
Rscript --vanilla composed.R
"${PYTHON:-/usr/bin/python3}" clustered.py
"${PYTHON:-/usr/bin/python3}" pairs.py
"${PYTHON:-/usr/bin/python3}" juries.py
