#!/bin/sh
set -e
mkdir -p reports
echo "$PACKER_BUILD_NAME ok" > reports/result.txt
