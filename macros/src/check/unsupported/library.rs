//! Types of the standard library that cannot be payloads.

use syn::Type;

use super::owned;
use crate::check::types::{Known, arguments, known, shown};

/// Returns what to write for a type without parameters.
pub(super) fn of_plain(name: &str) -> Option<String> {
    let why = match name {
        "OsString" | "PathBuf" => {
            "netlink has no type for paths\n\
             help: write `CString`, or `String` for text in UTF-8"
        }
        "SocketAddr" | "SocketAddrV4" | "SocketAddrV6" => {
            "the kernel sends address and port in two attributes\n\
             help: write two fields: one of `Ipv4Addr`, `Ipv6Addr` or `IpAddr`, and one of `u16` with `big_endian`\n\
             help: write a C struct, and `c_struct`, if one attribute holds a `sockaddr`"
        }
        "SystemTime" => {
            "netlink sends times as integers\n\
             help: write `u64`, in the unit of the kernel"
        }
        name => return of_integer(name),
    };
    Some(why.to_owned())
}

/// `NonZeroU32` and `AtomicU32`.
fn of_integer(name: &str) -> Option<String> {
    let integer = |prefix: &str| {
        let integer = name.strip_prefix(prefix)?.to_lowercase();
        let bits = integer.strip_prefix(['u', 'i'])?;
        ["8", "16", "32", "64"].contains(&bits).then_some(integer)
    };
    integer("NonZero")
        .map(|integer| non_zero(&integer))
        .or_else(|| {
            integer("Atomic").map(|integer| {
                format!("a field of an attribute set is not shared\nhelp: write `{integer}`")
            })
        })
}

fn non_zero(integer: &str) -> String {
    let bound = if integer.starts_with('u') {
        ", and `min = 1` to refuse 0 when encoding"
    } else {
        ""
    };
    format!("the kernel may send 0\nhelp: write `{integer}`{bound}")
}

/// Returns what to write for a type with parameters.
pub(super) fn of_generic(ty: &Type, name: &str) -> Option<String> {
    let parameters = arguments(ty);
    let first = *parameters.first()?;
    let last = *parameters.last()?;
    Some(match name {
        "Rc" | "Arc" => format!(
            "a field of an attribute set is not shared\nhelp: write {}",
            unshared(first)
        ),
        "Cow" => format!(
            "a field either borrows from the message or owns its value\n\
             help: write `&'a {}` or `{}`",
            shown(first),
            owned(first)
        ),
        "NonZero" => non_zero(&shown(first)),
        "Wrapping" | "Saturating" | "Cell" | "RefCell" | "Mutex" | "RwLock" | "OnceCell" => {
            format!(
                "a field holds the plain value\nhelp: write `{}`",
                shown(first)
            )
        }
        "HashMap" | "BTreeMap" => {
            let element = format!("Keyed<u16, {}>", shown(last));
            format!(
                "a map does not keep the order of the elements\n\
                 help: write `Vec<{element}>`, and `keyed(key: u16)`, for elements numbered by a key"
            )
        }
        "VecDeque" | "LinkedList" | "BinaryHeap" | "HashSet" | "BTreeSet" => {
            format!(
                "a list must be a `Vec`\nhelp: write `Vec<{}>`",
                shown(first)
            )
        }
        "PhantomData" => {
            "each field of an attribute set is an attribute\nhelp: remove the field".to_owned()
        }
        _ => return None,
    })
}

fn unshared(ty: &Type) -> String {
    let own = owned(ty);
    if own == shown(ty) && known(ty) == Known::Other {
        format!("`{own}`, or `Box<{own}>` with `nest`")
    } else {
        format!("`{own}`")
    }
}
