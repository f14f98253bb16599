//! The author has constants with the names of fields and variants in upper case.
#![deny(warnings)]

use genl::AttributeSet;

#[derive(Debug, PartialEq, AttributeSet)]
struct Limits {
    #[attr(1, max = Self::MAX)]
    max: u32,
    #[attr(2)]
    port: Option<u16>,
}

impl Limits {
    const MAX: u32 = 8;
    const PORT: u16 = 10000;
}

#[derive(Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Limits)]
struct Port {
    port: u16,
}

impl Port {
    const PORT: u16 = Limits::PORT + 1;
}

#[derive(Debug, PartialEq, AttributeSet)]
enum Action {
    #[attr(1)]
    UP(u32),
    #[attr(2, flag)]
    DOWN,
    #[attr(3)]
    TzId(u32),
}

impl Action {
    const TZ_ID: u32 = 3;
}

/// A constant with the name of a variant.
#[derive(Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Action)]
enum Step {
    UP(u32),
    DOWN,
    TzId(u32),
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let bytes = Limits { max: Limits::MAX, port: Some(Port::PORT) }.to_bytes()?;
    assert_eq!(Port::from_bytes(&bytes)?, Port { port: 10001 });
    let actions = vec![Action::DOWN, Action::TzId(Action::TZ_ID), Action::UP(1)];
    let steps = vec![Step::DOWN, Step::TzId(3), Step::UP(1)];
    assert_eq!(<Vec<Step>>::from_bytes(&actions.to_bytes()?)?, steps);
    Ok(())
}
