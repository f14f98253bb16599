//! Keys and values that do not fit.

use serde_json::json;

use super::written;

#[test]
fn what_does_not_fit_names_the_key() {
    for (request, expected) in [
        (
            json!({ "byte": 256 }),
            "key `byte` is 256, expected 0 to 255",
        ),
        (
            json!({ "byte": "--1" }),
            "key `byte` is `--1`, expected an integer",
        ),
        (
            json!({ "signed": 6 }),
            "key `signed` is 6, expected -5 to 5",
        ),
        (
            json!({ "any-signed": "0x8000000000000000" }),
            "key `any-signed` is 9223372036854775808, expected -9223372036854775808 to 9223372036854775807",
        ),
        (
            json!({ "inner": { "inner": { "id": -1 } } }),
            "key `inner.inner.id` is -1, expected 0 to 255",
        ),
        (
            json!({ "many": [1, 70_000] }),
            "key `many[1]` is 70000, expected 0 to 65535",
        ),
        (
            json!({ "color": "darkgren" }),
            "key `color` has the unknown value `darkgren`\nhelp: a value with a similar name exists: `dark-green`",
        ),
        (
            json!({ "color": true }),
            "key `color` needs a value: an integer",
        ),
        (
            json!({ "bits": "first,2nd" }),
            "key `bits` has the unknown value `2nd`\nhelp: expected one of `FIRST`, `SECOND_ONE`",
        ),
        (
            json!({ "v4": "::1" }),
            "key `v4` is `::1`, expected an IPv4 address",
        ),
        (
            json!({ "mac": "02:00" }),
            "key `mac` has 2 bytes, expected 6",
        ),
        (
            json!({ "mac": "020000" }),
            "key `mac` is `020000`, expected bytes such as `0x0102` or `01:02`",
        ),
        (
            json!({ "blob": "0x0102030405" }),
            "key `blob` has 5 bytes, expected at most 4",
        ),
        (
            json!({ "blob": "0x010" }),
            "key `blob` is `0x010`, expected bytes such as `0x0102` or `01:02`",
        ),
        (
            json!({ "name": "12345678" }),
            "key `name` has 8 bytes, expected at most 7",
        ),
        (
            json!({ "name": "a\u{0}b" }),
            "key `name` is a string that contains a NUL",
        ),
        (
            json!({ "set": "maybe" }),
            "key `set` is `maybe`, expected `true` or `false`",
        ),
        (
            json!({ "inner": 3 }),
            "key `inner` cannot have a value: it contains keys\nhelp: write `inner.id`, `inner.inner`",
        ),
        (
            json!({ "nam": 3 }),
            "key `nam` is unknown\nhelp: a key with a similar name exists: `name`",
        ),
        (
            json!({ "byte": 1, "1": 2 }),
            "key `byte` is given twice, by two names",
        ),
        (
            json!({ "99": "text" }),
            "key `99` is `text`, expected bytes such as `0x0102` or `01:02`\nhelp: write the bytes of an unknown attribute, such as `0x0102`",
        ),
    ] {
        assert_eq!(written(&request), Err(expected.to_owned()), "{request}");
    }
}
