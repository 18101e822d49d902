//! The words of a command as a POSIX shell reads them, as far as people paste them.

use std::iter::Peekable;
use std::str::Chars;

/// The words of the first command of a text, and the text behind it; nothing where a quote is not closed.
pub(super) fn words(text: &str) -> Option<(Vec<String>, &str)> {
    let mut reader = Reader { rest: text.chars().peekable(), words: Vec::new(), word: None };
    loop {
        match reader.rest.next() {
            None | Some('\n') => break,
            // What comes behind them is not for curl.
            Some('|' | ';') => {
                let _ = reader.rest.by_ref().find(|letter| *letter == '\n');
                break;
            }
            Some(letter) => reader.letter(letter)?,
        }
    }
    reader.end_word();
    let behind: usize = reader.rest.map(char::len_utf8).sum();
    Some((reader.words, text.get(text.len() - behind..).unwrap_or_default()))
}

struct Reader<'t> {
    rest: Peekable<Chars<'t>>,
    words: Vec<String>,
    /// The word that is being read.
    word: Option<String>,
}

impl Reader<'_> {
    fn push(&mut self, letter: char) {
        self.word.get_or_insert_default().push(letter);
    }

    fn end_word(&mut self) {
        self.words.extend(self.word.take());
    }

    /// Reads what begins with a letter outside of quotes. Nothing where a quote is not closed.
    fn letter(&mut self, letter: char) -> Option<()> {
        match letter {
            '\'' => self.quoted('\'', |_| None),
            '"' => self.quoted('"', |next| matches!(next, '"' | '\\' | '$' | '`').then_some(next)),
            '$' if self.rest.next_if_eq(&'\'').is_some() => self.quoted('\'', |next| Some(unescaped(next))),
            '\\' => {
                // A line that goes on, perhaps one of Windows.
                let _ = self.rest.next_if_eq(&'\r');
                if self.rest.next_if_eq(&'\n').is_none()
                    && let Some(next) = self.rest.next()
                {
                    self.push(next);
                }
                Some(())
            }
            letter if letter.is_whitespace() => {
                self.end_word();
                Some(())
            }
            letter => {
                self.push(letter);
                Some(())
            }
        }
    }

    /// Reads up to a quote. `escape` says what a backslash makes of the letter behind it, if it makes something of it.
    fn quoted(&mut self, quote: char, escape: fn(char) -> Option<char>) -> Option<()> {
        self.word.get_or_insert_default();
        loop {
            let letter = self.rest.next()?;
            if letter == quote {
                return Some(());
            }
            let escaped = self.rest.peek().filter(|_| letter == '\\').and_then(|next| escape(*next));
            if escaped.is_some() {
                self.rest.next();
            }
            self.push(escaped.unwrap_or(letter));
        }
    }
}

/// What a letter behind a backslash stands for in `$'…'`, as browsers write it.
fn unescaped(letter: char) -> char {
    match letter {
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_those_of_a_shell() {
        let table: [(&str, &[&str], &str); 8] = [
            ("curl -i x\nrest", &["curl", "-i", "x"], "rest"),
            ("curl \\\n  -H 'a: b' \\\r\n x", &["curl", "-H", "a: b", "x"], ""),
            (r#"curl -d "{\"a\": \"\$b\\c\n\"}""#, &["curl", "-d", r#"{"a": "$b\c\n"}"#], ""),
            (r"curl -d $'it\'s\n'", &["curl", "-d", "it's\n"], ""),
            ("curl -d '{\n \"a\": 1\n}' x | jq .\n{}", &["curl", "-d", "{\n \"a\": 1\n}", "x"], "{}"),
            (r#"curl a"b c"'d' '' ""#, &["curl"], "unclosed"),
            ("curl a\"b c\"'d' ''", &["curl", "ab cd", ""], ""),
            (r"curl a\ b", &["curl", "a b"], ""),
        ];
        for (text, expected, behind) in table {
            match words(text) {
                None => assert_eq!(behind, "unclosed", "{text}"),
                Some((words, rest)) => {
                    assert!(words.iter().eq(expected) && rest == behind, "{text}: {words:?} {rest}");
                }
            }
        }
    }
}
