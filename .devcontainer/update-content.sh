#!/usr/bin/env bash
# Installs the npm packages and compiles every lab once, so that the first `lab:check` answers in seconds.
# The nitro node may not run yet, so the labs are graded on the embedded devnode.
set -euo pipefail
cd "$(dirname "$0")/.."
npm ci
node scripts/run.mjs lab check --all --solution --engine embedded ||
  echo "The labs were not all warmed up. The first lab:check compiles what is missing."
