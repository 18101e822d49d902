//! `github`: what the runner takes for a command is what we meant to be one.

use report::{Options, Severity};

/// Name, properties and text.
type Command = (String, Vec<(String, String)>, String);

/// A command as the runner reads it (actions/runner, ActionCommand.cs): the text before `::`, and what is escaped undone.
fn command(line: &str) -> Option<Command> {
    let (head, data) = line.trim_start().strip_prefix("::")?.split_once("::")?;
    let (name, properties) = head.split_once(' ').unwrap_or((head, ""));
    let undone = |text: &str| text.replace("%0D", "\r").replace("%0A", "\n");
    let property = |text: &str| undone(text).replace("%3A", ":").replace("%2C", ",").replace("%25", "%");
    let pairs = properties.split(',').filter_map(|pair| pair.split_once('='));
    let pairs = pairs.map(|(key, value)| (key.to_owned(), property(value))).collect();
    Some((name.to_owned(), pairs, undone(data).replace("%25", "%")))
}

#[test]
fn a_payload_gives_no_commands() {
    let text = super::named("github", &Options { shown_from: Severity::Note, ..Options::default() });
    for line in text.lines() {
        if let Some((name, properties, _)) = command(line) {
            assert!(["error", "warning", "notice", "group", "endgroup"].contains(&name.as_str()), "{line}");
            assert!(
                properties.iter().all(|(key, _)| ["file", "line", "col", "title"].contains(&key.as_str())),
                "{line}"
            );
        } else {
            assert!(!line.contains("##["), "{line}");
        }
    }
}

#[test]
fn a_command_names_rule_place_and_other_side() {
    let text = super::named("github", &Options::default());
    let commands: Vec<_> = text.lines().filter_map(command).collect();
    let found = commands.iter().find(|(_, _, data)| data.contains("is gone from responses")).unwrap();
    let pair = |key: &str, value: &str| (key.to_owned(), value.to_owned());
    let place = [pair("file", "specs/new one.json"), pair("line", "98"), pair("col", "7")];
    assert_eq!(found.1, [&place[..], &[pair("title", "response-property-removed")]].concat());
    assert!(found.2.contains("\nother side: specs/old.json:120:11\n"), "{}", found.2);
}

#[test]
fn no_more_than_github_shows() {
    let mut report = super::corpus::report();
    let one = report.findings()[0].clone();
    for index in 0..25 {
        let mut more = one.clone();
        more.location.pointer = format!("/a{index}");
        report.push(more);
    }
    let text = super::written_of(&report, report::format_named("github").unwrap(), &Options::default());
    let commands = |name: &str| text.lines().filter_map(command).filter(|(found, ..)| found == name).count();
    assert_eq!((commands("error"), commands("group"), commands("endgroup")), (10, 1, 1));
    for index in 0..25 {
        assert!(text.contains(&format!("/a{index},")), "each finding stands in the log");
    }
}
