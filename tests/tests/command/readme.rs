//! The captures in `README.md` are what the command prints and the compiler says. `GENL_BLESS=1` rewrites those that are not.

use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

use genl_tests::fixtures::{self, Direction};
use genl_tests::mptcp::Connection;
use genl_tests::namespace::IPV4;
use genl_tests::program;

use crate::{Outcome, watch};

const README: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../README.md");

/// The text behind `start`, to the end of its block.
fn block(start: &str) -> Result<String, Box<dyn std::error::Error>> {
    let readme = fs::read_to_string(README)?;
    let (_, rest) = readme
        .split_once(start)
        .ok_or("README.md lacks a capture")?;
    let (block, _) = rest.split_once("```").ok_or("a block without an end")?;
    Ok(block.to_owned())
}

/// Compares a block with what it should be, in the form in which both are the same every time.
fn holds(start: &str, now: &str, form: fn(&str) -> Vec<String>) -> Outcome {
    let block = block(start)?;
    if form(&block) != form(now) {
        let is_blessed = std::env::var_os("GENL_BLESS").is_some();
        assert!(is_blessed, "README.md has\n{block}\nexpected\n{now}");
        let readme = fs::read_to_string(README)?;
        let old = format!("{start}{block}```");
        fs::write(README, readme.replace(&old, &format!("{start}{now}```")))?;
    }
    Ok(())
}

fn exactly(text: &str) -> Vec<String> {
    vec![text.to_owned()]
}

/// Lines in any order, without times, tokens and ports. That a token is hexadecimal remains.
fn roughly(text: &str) -> Vec<String> {
    // A token may have no decimal digit.
    let has_digit = |word: &str| word.contains(|it: char| it.is_ascii_digit());
    let is_number = |word: &str| word.len() > 5 || (word.len() > 3 && has_digit(word));
    let mut lines: Vec<_> = text
        .lines()
        .map(|line| {
            let words = line.split(|it: char| !it.is_ascii_hexdigit());
            let numbers = words.filter(|word| is_number(word));
            let line = numbers.fold(line.to_owned(), |line, number| line.replace(number, "#"));
            line.split_at_checked(13)
                .map_or(line.clone(), |it| it.1.to_owned())
        })
        .collect();
    lines.sort_unstable();
    lines
}

/// One test, so that no other rewrites the file at the same time.
pub(crate) fn captures_are_true() -> Outcome {
    connection_comes_up()?;
    refusal_is_shown()?;
    mistake_is_shown()
}

fn connection_comes_up() -> Outcome {
    let mut watch = watch(&["mptcp_pm", "--count", "5"])?;
    let _connection = Connection::open((IPV4[0], 8080).into())?;
    let lines: String = (0..5).map(|_| watch.line() + "\n").collect();
    assert_eq!(watch.end(), Some(0));
    holds("$ genl watch mptcp_pm --count 5\n", &lines, roughly)
}

fn refusal_is_shown() -> Outcome {
    let rows = fixtures::find("in_kernel", "err-add-missing-family-extack-NO-capack");
    let refusal = rows.iter().find(|row| row.direction == Direction::Rx);
    let bytes = &refusal.ok_or("no refusal was recorded")?.bytes;
    let digits: Vec<_> = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let mut decode = Command::new(program::genl());
    decode.args(["decode", "--id", "mptcp_pm=28", "-"]);
    let mut decode = decode
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()?;
    let mut input = decode.stdin.take().ok_or("no input")?;
    input.write_all(digits.concat().as_bytes())?;
    drop(input);
    let tree = String::from_utf8(decode.wait_with_output()?.stdout)?;
    holds(
        "$ genl decode --id mptcp_pm=28 refusal.hex\n",
        &tree,
        exactly,
    )
}

fn mistake_is_shown() -> Outcome {
    let case = "ui-tests/set/word_unknown_misspelt.stderr";
    let message = fs::read_to_string(format!("{}/../{case}", env!("CARGO_MANIFEST_DIR")))?;
    holds(
        "A mistake is a compile error at the wrong token:\n\n```text\n",
        &message,
        exactly,
    )
}
