#!/bin/sh
# Checks a container file by the rules that matter here; says each that is broken. Where hadolint is installed, its rules as well.
# Usage: sh packaging/check-container.sh FILE
set -eu

file=$1
bad=0
# rule WORDS PATTERN: the file must have a line that matches; never WORDS PATTERN: it must have none
rule() { grep -Eq "$2" "$file" || { echo "$file: $1"; bad=1; }; }
never() { ! grep -Eq "$2" "$file" || { echo "$file: $1"; bad=1; }; }

unknown=$(sed -e '/^#/d' -e ':a' -e '/\\$/{N;s/\\\n//;ba' -e '}' "$file" | grep -Ev '^(FROM|RUN|ARG|ADD|COPY|USER|WORKDIR|VOLUME|EXPOSE|ENTRYPOINT|CMD|ENV|LABEL|HEALTHCHECK) .|^$' || true)
[ -z "$unknown" ] || { echo "$file: no instruction: $unknown"; bad=1; }
rule "name a base image with its version" '^FROM [a-z/-]+:[0-9]'
never "do not use the latest image" ':latest'
rule "end as a user of its own" '^USER [a-z]'
rule "keep runs outside the image" '^VOLUME '
rule "give the program as a list, so that signals reach it" '^ENTRYPOINT \['
never "leave no lists of packages in the image" 'apt-get update *$'
rule "remove lists of packages where they were fetched" 'rm -rf /var/lib/apt/lists'
never "put no key into the image" '^(ENV|ARG) .*(KEY|PASSWORD|TOKEN)'
[ "$(grep -n '^USER' "$file" | tail -n 1 | cut -d: -f1)" -lt "$(grep -n '^ENTRYPOINT' "$file" | cut -d: -f1)" ] || { echo "$file: set the user before the program"; bad=1; }
if command -v hadolint >/dev/null; then hadolint "$file" || bad=1; fi
exit $bad
