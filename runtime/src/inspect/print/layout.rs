//! Lines with their bytes on the left, cut to a width.

use core::ops::Range;

use super::value::append;
use super::{Options, Part};

/// The number of bytes before a line.
const BYTES: usize = 8;

/// The columns of position and bytes: `    0  2c 00 00 00 1c 00 05 00  `.
const COLUMN: usize = 5 + 2 + 3 * BYTES + 1;

/// The least number of columns for text, even in a narrow terminal.
const LEAST: usize = 20;

/// A part of a line.
pub(super) type Span = (Part, String);

/// Returns the lines for a text. `range` are its bytes.
pub(super) fn lines(
    options: &Options,
    indent: usize,
    spans: &[Span],
    (bytes, range): (&[u8], Range<usize>),
) -> Vec<String> {
    let column = if options.hex { COLUMN } else { 0 };
    let width = options.width.map(|width| width.saturating_sub(column));
    let mut texts = wrapped(options, indent, spans, width).into_iter();
    if !options.hex {
        return texts.collect();
    }
    let (mut lines, mut at) = (Vec::new(), range.start);
    let mut chunks = bytes.get(range).unwrap_or_default().chunks(BYTES);
    loop {
        let (chunk, text) = (chunks.next(), texts.next());
        if chunk.is_none() && text.is_none() {
            return lines;
        }
        let mut line = String::new();
        options.style.paint(Part::Hex, &place(chunk, at), &mut line);
        line.push_str(&text.unwrap_or_default());
        lines.push(line.trim_end().to_owned());
        at += BYTES;
    }
}

fn place(chunk: Option<&[u8]>, at: usize) -> String {
    let Some(chunk) = chunk else {
        return " ".repeat(COLUMN);
    };
    let mut text = format!("{at:5}  ");
    for byte in chunk {
        append(&mut text, format_args!("{byte:02x} "));
    }
    format!("{text:COLUMN$}")
}

/// Paints the parts, and breaks the line if it is too long, after a space if possible.
fn wrapped(options: &Options, indent: usize, spans: &[Span], width: Option<usize>) -> Vec<String> {
    let width = width.map_or(usize::MAX, |width| width.max(indent + LEAST));
    let (mut lines, mut line, mut column) = (Vec::new(), " ".repeat(indent), indent);
    let continued = indent + 4;
    for (part, text) in spans {
        let mut piece = String::new();
        for word in text.split_inclusive(' ') {
            let length = word.trim_end().chars().count();
            let is_full = column + length > width && column > continued;
            if is_full {
                options.style.paint(*part, piece.trim_end(), &mut line);
                lines.push(core::mem::replace(&mut line, " ".repeat(continued)));
                (piece, column) = (String::new(), continued);
            }
            for character in word.chars() {
                if column >= width && character != ' ' {
                    options.style.paint(*part, &piece, &mut line);
                    lines.push(core::mem::replace(&mut line, " ".repeat(continued)));
                    (piece, column) = (String::new(), continued);
                }
                piece.push(character);
                column = column.saturating_add(1);
            }
        }
        options.style.paint(*part, &piece, &mut line);
    }
    lines.push(line);
    lines
}
