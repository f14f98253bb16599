//! What is written in the place of something else.

use syn::{Attribute, BinOp, Expr};

/// Another operator on the same types.
pub fn other_operator(operator: &BinOp) -> Option<&'static str> {
    Some(match operator {
        BinOp::Eq(_) => "!=",
        BinOp::Ne(_) => "==",
        BinOp::Lt(_) => "<=",
        BinOp::Le(_) => "<",
        BinOp::Gt(_) => ">=",
        BinOp::Ge(_) => ">",
        BinOp::And(_) => "||",
        BinOp::Or(_) => "&&",
        BinOp::Add(_) | BinOp::Mul(_) => "-",
        BinOp::Sub(_) => "+",
        BinOp::Div(_) => "*",
        BinOp::Rem(_) => "/",
        BinOp::BitAnd(_) | BinOp::BitXor(_) => "|",
        BinOp::BitOr(_) => "&",
        BinOp::Shl(_) => ">>",
        BinOp::Shr(_) => "<<",
        BinOp::AddAssign(_) => "-=",
        BinOp::SubAssign(_) => "+=",
        BinOp::BitOrAssign(_) => "&=",
        BinOp::BitAndAssign(_) => "|=",
        _ => return None,
    })
}

/// Methods with another meaning. Those that do not exist for a type do not compile.
pub fn counterparts(name: &str) -> impl Iterator<Item = &'static str> {
    const PAIRS: &[(&str, &str)] = &[
        ("min", "max"),
        ("any", "all"),
        ("is_some", "is_none"),
        ("is_ok", "is_err"),
        ("first", "last"),
        ("next", "last"),
        ("is_some_and", "is_none_or"),
        ("to_be_bytes", "to_le_bytes"),
        ("to_ne_bytes", "to_be_bytes"),
        ("starts_with", "ends_with"),
        ("take", "as_ref"),
    ];
    PAIRS.iter().filter_map(move |(one, other)| match name {
        name if name == *one => Some(*other),
        name if name == *other => Some(*one),
        _ => None,
    })
}

/// What a function of this type returns at once.
pub fn values(ty: &str) -> &'static [&'static str] {
    match ty {
        "bool" => &["true", "false"],
        "u8" | "u16" | "u32" | "u64" | "usize" | "i32" => &["0", "1"],
        "String" => &["::std::string::String::new()"],
        "&str" | "&'static str" => &["\"\""],
        "fmt::Result" => &["::core::result::Result::Ok(())"],
        _ if ty.starts_with("Option<") => &["::core::option::Option::None"],
        _ if ty.starts_with("Result<()") || ty.starts_with("io::Result<()") => {
            &["::core::result::Result::Ok(())"]
        }
        _ if ty.starts_with("Vec<") => &["::std::vec::Vec::new()"],
        _ => &[],
    }
}

/// Whether it binds names, as in `a && let Some(b) = c`.
pub fn has_let(expr: &Expr) -> bool {
    match expr {
        Expr::Let(_) => true,
        Expr::Binary(binary) => has_let(&binary.left) || has_let(&binary.right),
        _ => false,
    }
}

/// Whether a match is complete with this arm alone.
pub fn is_catch_all(arm: &syn::Arm) -> bool {
    arm.guard.is_none() && matches!(arm.pat, syn::Pat::Wild(_))
}

/// Whether an item is not there in the build, or is a test.
pub fn is_left_out(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| {
        let Ok(list) = attribute.meta.require_list() else {
            return attribute.path().is_ident("test");
        };
        let tokens = list.tokens.to_string();
        list.path.is_ident("cfg") && (tokens.contains("test") || tokens.starts_with("not"))
    })
}

/// Whether it writes text or JSON, to what is called `f` or `map`.
pub fn is_written(expr: &Expr) -> bool {
    let is_output = |expr: &Expr| match expr {
        Expr::Path(path) => ["f", "map"].iter().any(|name| path.path.is_ident(name)),
        _ => false,
    };
    match expr {
        Expr::Macro(_) => true,
        Expr::MethodCall(call) => is_output(&call.receiver),
        Expr::Call(call) => call.args.iter().any(is_output),
        _ => false,
    }
}
