#!/bin/bash
echo base
