use genl::codec::WithSibling;
use genl::wire::PayloadWriter;
use genl::{AttributeSet, DecodeError};

struct Union;

impl WithSibling<'_, [u8; 4], u16> for Union {
    fn put(address: &[u8; 4], _: &u16, payload: &mut PayloadWriter<'_>) {
        payload.push(address);
    }

    fn get(payload: &[u8], _: &u16) -> Result<[u8; 4], DecodeError> {
        payload.try_into().map_err(|_| DecodeError::refused("is too long"))
    }
}

#[derive(AttributeSet)]
struct Service {
    #[attr(1)]
    af: u16,
    #[attr(2, with = Union, sibling = af)]
    address: [u8; 4],
    #[attr(3)]
    port: u16,
}

#[derive(AttributeSet)]
#[attrs(subset_of = Service)]
struct Key {
    af: u16,
    address: [u8; 4],
}

fn main() {}
