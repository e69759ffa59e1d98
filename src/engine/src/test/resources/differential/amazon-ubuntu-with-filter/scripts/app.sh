#!/bin/bash
echo $APP
