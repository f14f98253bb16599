use std::ffi::CStr;

use genl::AttributeSet;

#[derive(AttributeSet)]
struct Entry<'a> {
    #[attr(1, unterminated)]
    name: &'a CStr,
}

fn main() {}
