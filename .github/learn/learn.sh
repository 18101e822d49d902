#!/usr/bin/env bash
# Learns the releases of Immich that the table does not have, or has from generated clients only, oldest first.
#
#   learn.sh FOLDER
#
# FOLDER gets, if anything was learnt, `learnt.patch`, `review.md`, `title` and, where a person must decide something,
# `draft`. Needs gh with a token that may read. The patch is proposed by propose.sh, in a job of its own: what runs here
# compiles code made from documents of others, and must not be able to write.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

upstream=immich-app/immich
document=open-api/immich-openapi-specs.json
table=crates/contract/src/release_table.rs
# The first release that the models speak of.
first=1.106.0
out=$1
mkdir -p "$out"
documents=$(mktemp -d)
trap 'rm -rf "$documents"' EXIT

# Tags and days of upstream's releases, oldest first.
releases() {
    gh release list --repo "$upstream" --limit 200 --exclude-drafts --exclude-pre-releases --json tagName,publishedAt \
        --jq '.[] | "\(.tagName) \(.publishedAt[:10])"' | sort -V
}

# Whether the table has a release by upstream's own document.
documented() {
    grep -qE "^ *\(\"${1//./\\.}\", .*, Document\),$" "$table"
}

# Whether a release is older than the models' first.
too_old() {
    [[ $1 != "$first" && $(printf '%s\n' "$1" "$first" | sort -V | head -n 1) == "$1" ]]
}

# Upstream's document of a tag; a tag without one is passed over.
fetch() {
    gh api --header 'Accept: application/vnd.github.raw+json' "repos/$upstream/contents/$document?ref=$1" \
        >"$documents/$1.json" 2>"$documents/error" && return
    printf '%s has no document that can be had: %s\n' "$1" "$(cat "$documents/error")" >&2
    return 1
}

# 0: learnt; 1: learnt, but somebody must decide something before the next release can be.
learn() {
    local code=0
    printf '## Immich %s\n\n' "$1" >>"$out/review.md"
    cargo xtask upstream learn --date "$2" "$documents/$1.json" >>"$out/review.md" || code=$?
    ((code <= 1)) || exit "$code"
    learnt+=("${1#v}")
    return "$code"
}

learnt=()
while read -r tag day; do
    # The tag becomes a file's name.
    [[ $tag =~ ^v[0-9]+\.[0-9]+\.[0-9]+$ ]] || continue
    if too_old "${tag#v}" || documented "${tag#v}" || ! fetch "$tag"; then
        continue
    fi
    if ! learn "$tag" "$day"; then
        touch "$out/draft"
        break
    fi
done < <(releases)

if ((${#learnt[@]} == 0)); then
    printf 'nothing to learn: the table has all releases whose documents can be had\n'
    exit 0
fi
# Also files that are new; nothing else is in a checkout of a job.
git add --all
git diff --cached --binary >"$out/learnt.patch"
# shellcheck disable=SC2001  # the list is one word for each release
printf 'Learn Immich %s\n' "$(sed 's/ /, /g' <<<"${learnt[*]}")" >"$out/title"
