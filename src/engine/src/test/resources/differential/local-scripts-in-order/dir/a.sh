#!/bin/sh
echo a of $PACKER_BUILD_NAME
