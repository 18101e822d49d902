#!/usr/bin/env bash
# Proposes what learn.sh learnt as a pull request.
#
#   propose.sh FOLDER
#
# Needs gh with a token that may write contents and pull requests.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

folder=$1
branch=learn-releases
title=$(<"$folder/title")
options=()
[[ ! -e $folder/draft ]] || options=(--draft)

git config user.name 'github-actions[bot]'
git config user.email '41898282+github-actions[bot]@users.noreply.github.com'
git switch --create "$branch"
git apply --index "$folder/learnt.patch"
git commit --quiet --message "$title"
gh auth setup-git
# A branch without a pull request is left over from one that was closed.
git push --force origin "$branch"
{
    printf 'Made by %s from documents of upstream.\n' .github/learn/learn.sh
    printf 'GitHub starts no workflows for what its own token writes: close and reopen this to run CI.\n\n'
    cat "$folder/review.md"
} | head -c 60000 | iconv -c -f utf-8 -t utf-8 >"$folder/body.md"
gh pr create --head "$branch" --title "$title" --body-file "$folder/body.md" "${options[@]}"
