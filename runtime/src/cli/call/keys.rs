//! Parses `KEY=VALUE` arguments to the tree of the same request in JSON.

use serde_json::map::Entry;
use serde_json::{Map, Value};

use super::encode::Fault;

/// Parses arguments such as `addr.flags=signal,subflow`. A repeated key is a list. A key without a value is a flag.
pub(super) fn parse(arguments: &[String]) -> Result<Map<String, Value>, Fault> {
    let mut tree = Map::new();
    for argument in arguments {
        let (path, value) = match argument.split_once('=') {
            Some((path, value)) => (path, Value::from(value)),
            None => (argument.as_str(), Value::from(true)),
        };
        let steps = steps(path).ok_or_else(|| {
            Fault::new(
                path,
                "is not a key",
                "separate names with dots, and write the number of an element in brackets: `ops[0].id`",
            )
        })?;
        put(&mut tree, &steps, value, path)?;
    }
    Ok(tree)
}

/// Merges `newer` into `tree`, and overwrites values.
pub(super) fn merge(tree: &mut Map<String, Value>, newer: Map<String, Value>) {
    for (key, value) in newer {
        match (tree.get_mut(&key), value) {
            (Some(Value::Object(inner)), Value::Object(newer)) => merge(inner, newer),
            (_, value) => {
                tree.insert(key, value);
            }
        }
    }
}

/// Splits a path: `ops[0].id` has the parts `ops`, `0` and `id`.
fn steps(path: &str) -> Option<Vec<&str>> {
    let mut steps = Vec::new();
    for part in path.split('.') {
        let (name, mut rest) = part.split_at(part.find('[').unwrap_or(part.len()));
        if name.is_empty() {
            return None;
        }
        steps.push(name);
        while !rest.is_empty() {
            let (number, behind) = rest.strip_prefix('[')?.split_once(']')?;
            number.parse::<u16>().ok()?;
            steps.push(number);
            rest = behind;
        }
    }
    Some(steps)
}

fn put(
    tree: &mut Map<String, Value>,
    steps: &[&str],
    value: Value,
    path: &str,
) -> Result<(), Fault> {
    let Some((step, inner)) = steps.split_first() else {
        return Ok(());
    };
    if !inner.is_empty() {
        let nest = tree
            .entry(*step)
            .or_insert_with(|| Value::Object(Map::new()));
        return match nest {
            Value::Object(nest) => put(nest, inner, value, path),
            _ => Err(both(path)),
        };
    }
    match tree.entry(*step) {
        Entry::Vacant(place) => {
            place.insert(value);
        }
        Entry::Occupied(mut place) => match place.get_mut() {
            Value::Array(list) => list.push(value),
            Value::Object(_) => return Err(both(path)),
            first => *first = Value::Array(vec![first.take(), value]),
        },
    }
    Ok(())
}

fn both(path: &str) -> Fault {
    let help = "write either a value, or the keys inside it";
    Fault::new(path, "has both a value and keys inside it", help)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{merge, parse};

    fn tree(arguments: &[&str]) -> Result<Value, String> {
        let arguments: Vec<_> = arguments.iter().map(|it| (*it).to_owned()).collect();
        let tree = parse(&arguments).map(Value::from);
        tree.map_err(|fault| fault.to_string())
    }

    #[test]
    fn keys_are_a_tree() {
        assert_eq!(
            tree(&[
                "addr.family=inet",
                "addr.id=7",
                "token=1",
                "quiet",
                "text=a=b"
            ]),
            Ok(json!({
                "addr": { "family": "inet", "id": "7" }, "token": "1", "quiet": true, "text": "a=b"
            }))
        );
        assert_eq!(
            tree(&["a=1", "a=2", "a=3", "b[0].c=1", "b[1].c=2"]),
            Ok(json!({ "a": ["1", "2", "3"], "b": { "0": { "c": "1" }, "1": { "c": "2" } } }))
        );
    }

    #[test]
    fn what_is_not_a_key_is_refused() {
        for wrong in [
            "=1", "a..b=1", ".a=1", "a[x]=1", "a[1=2", "a[1]b=2", "[1]=2",
        ] {
            let refused = tree(&[wrong]).unwrap_err();
            assert!(refused.contains("is not a key"), "{wrong}: {refused}");
        }
        for both in [["a=1", "a.b=2"], ["a.b=2", "a=1"]] {
            let refused = tree(&both).unwrap_err();
            assert!(refused.contains("and keys inside it"), "{refused}");
        }
    }

    #[test]
    fn arguments_are_put_over_the_input() {
        let mut input = json!({ "addr": { "id": 1, "port": 2 }, "token": 3 });
        let newer = parse(&["addr.id=5".to_owned()]).unwrap_or_default();
        if let Some(input) = input.as_object_mut() {
            merge(input, newer);
        }
        assert_eq!(
            input,
            json!({ "addr": { "id": "5", "port": 2 }, "token": 3 })
        );
    }
}
