//! Items written by a `macro_rules!`, whose fragments are in invisible groups.
#![deny(warnings)]

use genl::{AttributeSet, Enumeration, genl_family};

macro_rules! set {
    ($(#[$meta:meta])* $vis:vis $name:ident { $($field:ident: $ty:ty = $number:literal $(, $word:ident)*;)* }) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, AttributeSet)]
        $vis struct $name {
            $(#[attr($number $(, $word)*)] $vis $field: $ty,)*
        }
    };
}

macro_rules! bounded {
    ($name:ident, $ty:ty, $list:ty, $max:expr, $length:literal, $key:ident: $key_type:ty) => {
        #[derive(Clone, Debug, PartialEq, AttributeSet)]
        pub struct $name {
            #[attr(1, max = $max)]
            pub value: Option<$ty>,
            #[attr(2, max_len = $length)]
            pub text: Option<String>,
            #[attr(3, indexed(from = 1))]
            pub list: $list,
            #[attr(4, keyed($key: $key_type))]
            pub keyed: Vec<genl::Keyed<u16, $ty>>,
        }
    };
}

macro_rules! subset {
    ($name:ident of $set:path { $($field:ident: $ty:ty),* }) => {
        #[derive(Clone, Debug, PartialEq, AttributeSet)]
        #[attrs(subset_of = $set)]
        pub struct $name {
            $(pub $field: $ty,)*
        }
    };
}

macro_rules! values {
    ($name:ident: $repr:ident { $($variant:ident = $value:expr),* }) => {
        #[derive(Clone, Debug, PartialEq, Enumeration)]
        #[repr($repr)]
        pub enum $name {
            $($variant = $value,)*
            #[unknown]
            Other($repr),
        }
    };
}

macro_rules! family {
    ($vis:vis $name:ident, $string:literal, $version:literal, $op:literal, $request:ty, $reply:ty, $group:ident) => {
        genl_family! {
            #[family(name = $string, version = $version)]
            $vis trait $name {
                const $group: MulticastGroup = "group";
                #[op($op)]
                fn get(request: $request) -> $reply;
                #[op($op, dump)]
                fn list() -> $reply;
                #[event(1, group = $group)]
                fn changed(event: $reply);
                #[event(2, group = $group, notify = get)]
                fn closed();
            }
        }
    };
}

set! {
    /// Docs.
    pub Limits {
        id: u8 = 1;
        port: Option<u16> = 2, big_endian;
        up: bool = 3, flag;
        list: Vec<u32> = 4, multi;
        bytes: Vec<u8> = 5;
        entries: Vec<Limits> = 6, multi, nest;
    }
}
bounded!(Bounded, u8, Vec<u32>, 1 + 2, 15, op: u16);
subset!(Less of Limits { id: u8, up: bool, list: Vec<u32>, port: Option<u16> });
values!(Kind: u16 { Inet = 2, Inet6 = 5 + 5 });
family!(pub Pm, "pm", 3, 7, Less, Limits, EVENTS);

fn main() {
    assert_eq!(Limits::DESCRIPTION.attributes.len(), 6);
    assert_eq!(Less::DESCRIPTION.attributes.len(), 4);
    assert_eq!(Bounded::_VALUE.number(), 1);
    assert_eq!(Kind::from(10), Kind::Inet6);
    assert_eq!(
        (
            Pm::FAMILY.name(),
            Pm::FAMILY.version(),
            Pm::GET.operation().name
        ),
        ("pm", 3, "get")
    );
}
