#!/bin/sh
echo b in $(ls template.json)
