#!/bin/sh
echo UNIQUE
