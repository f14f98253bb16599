//! Sets that borrow from the received message.
#![deny(warnings, elided_lifetimes_in_paths)]

use std::ffi::CStr;

use genl::{AttributeSet, AttributeWriter, Attributes, genl_family};

#[derive(Clone, Debug, PartialEq, AttributeSet)]
pub struct Inner<'x> {
    #[attr(1)]
    pub name: &'x str,
    #[attr(2)]
    pub label: Option<&'x CStr>,
    #[attr(3)]
    pub bytes: &'x [u8],
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
pub struct Outer<'x, 'y: 'x> {
    #[attr(1, nest)]
    pub first: Inner<'x>,
    #[attr(2, multi, nest)]
    pub all: Vec<Inner<'y>>,
    #[attr(3, multi)]
    pub names: Vec<&'x str>,
}

#[derive(Clone, Debug, PartialEq, AttributeSet)]
#[attrs(subset_of = Inner<'a>)]
pub struct Named<'a> {
    pub name: &'a str,
}

genl_family! {
    #[family(name = "pm")]
    pub trait Pm {
        const EVENTS: MulticastGroup = "pm_events";
        #[op(1)]
        fn get(request: Named<'_>) -> Outer<'_, '_>;
        #[op(2, dump)]
        fn list(request: Named<'_>) -> Inner<'_>;
        #[event(1, group = EVENTS)]
        fn renamed(event: Named<'_>);
        #[event(2, group = EVENTS)]
        fn removed();
    }
}

pub fn get(pm: &mut Pm) -> Result<String, genl::Error> {
    let name = String::from("eth0");
    let request = Named { name: &name };
    let outer = pm.get(&request)?;
    Ok(outer.first.name.to_owned())
}

fn main() {
    let name = String::from("eth0");
    let inner = Inner {
        name: &name,
        label: Some(c"first"),
        bytes: &[1, 2, 3],
    };
    let outer = Outer {
        first: inner.clone(),
        all: vec![inner.clone(), inner],
        names: vec![&name],
    };
    let mut buffer = Vec::new();
    let mut out = AttributeWriter::new(&mut buffer);
    outer.encode(&mut out);
    out.finish().unwrap();
    drop(outer);
    let read = Outer::decode(Attributes::new(&buffer, 0)).unwrap();
    assert_eq!(read.all[1].name, name);
    assert_eq!(PmEvent::Renamed(Named { name: &name }).command(), 1);
    assert_eq!(PmEvent::Removed.name(), "removed");
    assert_eq!(
        PmEvent::Renamed(Named { name: &name }),
        PmEvent::Renamed(Named {
            name: read.names[0]
        })
    );
}
