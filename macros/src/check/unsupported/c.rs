//! Types of C, as the kernel's headers have them.

/// The message for types of Rust and of C whose width depends on the machine.
pub(super) const WIDTHS: &str = "its width differs between machines, that of an attribute does not\n\
     help: write `u32` or `u64`, as in the kernel's header";

/// Returns what to write for the C type `name`.
pub(super) fn of_name(name: &str) -> Option<String> {
    if let "size_t" | "ssize_t" | "c_long" | "c_ulong" = name {
        return Some(WIDTHS.to_owned());
    }
    let help = match parse(name)? {
        (integer, Order::Host) => format!("write `{integer}`"),
        (integer, Order::Big) => format!("write `{integer}`, and `big_endian` after the number"),
        (integer, Order::Little) => {
            let bytes = integer
                .trim_start_matches('u')
                .parse::<u8>()
                .map_or(0, |bits| bits / 8);
            format!("write `[u8; {bytes}]`, and convert it by `{integer}::from_le_bytes`")
        }
    };
    Some(format!("it is a C type\nhelp: {help}"))
}

enum Order {
    Host,
    Big,
    Little,
}

/// Returns the integer of `__u32`, `s8`, `__be16`, `u_int32_t` or `uint64_t`, and its byte order.
fn parse(name: &str) -> Option<(String, Order)> {
    let kinds = [
        ("__be", "", "u", Order::Big),
        ("be", "", "u", Order::Big),
        ("__le", "", "u", Order::Little),
        ("le", "", "u", Order::Little),
        ("__u", "", "u", Order::Host),
        ("__s", "", "i", Order::Host),
        ("s", "", "i", Order::Host),
        ("u_int", "_t", "u", Order::Host),
        ("uint", "_t", "u", Order::Host),
        ("int", "_t", "i", Order::Host),
    ];
    kinds.into_iter().find_map(|(start, end, sign, order)| {
        let bits = name.strip_prefix(start)?.strip_suffix(end)?;
        let known = ["8", "16", "32", "64"].contains(&bits);
        known.then(|| (format!("{sign}{bits}"), order))
    })
}
