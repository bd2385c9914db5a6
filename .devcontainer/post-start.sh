#!/usr/bin/env bash
# Waits for the nitro node and prepares it. A node that doesn't come up must not keep anybody out of the container.
set -uo pipefail
cd "$(dirname "$0")/.."
node scripts/run.mjs node:prepare --wait 120 && exit 0
cat <<'TEXT'
The nitro node is not ready. Until it is, grade on the embedded devnode, which gives the same ink:
  npm run lab -- check 1 --engine embedded
Try again:  npm run node:prepare -- --wait 60
TEXT
