//! Finds the faults that can be planted in a source file.

use core::ops::Range;

use proc_macro2::Span;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, Block, Expr, ExprMethodCall, Lit, ReturnType, Stmt, Type, UnOp};

use crate::exchange::{
    counterparts, has_let, is_catch_all, is_left_out, is_written, other_operator, values,
};
use crate::fault::{Fault, Kind, one_line};

/// Returns the faults of a file, in order.
pub fn faults(area: &'static str, file: &str, source: &str) -> Result<Vec<Fault>, syn::Error> {
    let mut finder = Finder {
        source,
        found: Vec::new(),
    };
    finder.visit_file(&syn::parse_file(source)?);
    let mut found = finder.found;
    found.sort_by_key(|(_, place, _)| (place.start, place.end));
    let faults = found.into_iter().map(|(kind, place, new)| {
        let line = source[..place.start].lines().count().max(1);
        let whole = source.lines().nth(line - 1).unwrap_or_default();
        let old = match kind {
            Kind::Body => whole,
            _ => &source[place.clone()],
        };
        let (old, whole) = (one_line(old), one_line(whole));
        Fault {
            area,
            file: file.to_owned(),
            line,
            old,
            whole,
            place,
            new,
            kind,
            is_viable: true,
        }
    });
    Ok(faults.collect())
}

struct Finder<'s> {
    source: &'s str,
    found: Vec<(Kind, Range<usize>, String)>,
}

impl Finder<'_> {
    fn text(&self, span: Span) -> &str {
        &self.source[span.byte_range()]
    }

    fn add(&mut self, kind: Kind, span: Span, new: String) {
        self.found.push((kind, span.byte_range(), new));
    }

    fn expression(&mut self, span: Span, new: String) {
        self.add(Kind::Expression, span, new);
    }

    /// What a function returns at once.
    fn body(&mut self, output: &ReturnType, block: &Block) {
        if block.stmts.is_empty() {
            return;
        }
        let values = match output {
            ReturnType::Default => &[""][..],
            ReturnType::Type(_, ty) => values(self.text(ty.span())),
        };
        let brace = block.brace_token.span.open().byte_range();
        for value in values {
            let place = brace.end..brace.end;
            self.found.push((Kind::Body, place, (*value).to_owned()));
        }
    }

    /// Two arguments beside each other in the other order.
    fn swap<'e>(&mut self, whole: Span, arguments: impl Iterator<Item = &'e Expr>) {
        let arguments: Vec<_> = arguments.map(|a| a.span().byte_range()).collect();
        let whole_range = whole.byte_range();
        for pair in arguments.windows(2) {
            let [one, other] = pair else {
                continue;
            };
            let source = self.source;
            if source[one.clone()] == source[other.clone()] {
                continue;
            }
            let new = [
                &source[whole_range.start..one.start],
                &source[other.clone()],
                &source[one.end..other.start],
                &source[one.clone()],
                &source[other.end..whole_range.end],
            ];
            self.expression(whole, new.concat());
        }
    }

    /// Another method, where one has a counterpart.
    fn method(&mut self, call: &ExprMethodCall) {
        let (span, name) = (call.span(), call.method.to_string());
        let (whole, method) = (span.byte_range(), call.method.span().byte_range());
        for other in counterparts(&name) {
            let before = &self.source[whole.start..method.start];
            let behind = &self.source[method.end..whole.end];
            self.expression(span, [before, other, behind].concat());
        }
        if name == "is_empty" {
            self.expression(span, format!("!{}", self.text(span)));
        }
    }

    /// Other words in what is formatted, and faults in its arguments.
    fn formatted(&mut self, span: Span, whole: &syn::Macro) {
        const FORMATS: [&str; 3] = ["format", "write", "writeln"];
        if !FORMATS.iter().any(|name| whole.path.is_ident(name)) {
            return;
        }
        let parser = Punctuated::<Expr, syn::Token![,]>::parse_terminated;
        let Ok(arguments) = whole.parse_body_with(parser) else {
            return;
        };
        let is_text =
            |argument: &&Expr| matches!(argument, Expr::Lit(lit) if matches!(lit.lit, Lit::Str(_)));
        let end = arguments
            .iter()
            .find(is_text)
            .map(|text| text.span().byte_range().end);
        if let Some(end) = end {
            let (range, source) = (span.byte_range(), self.source);
            let new = [
                &source[range.start..end - 1],
                "#",
                &source[end - 1..range.end],
            ];
            self.expression(span, new.concat());
        }
        for argument in arguments.iter().filter(|argument| !is_text(argument)) {
            self.nested(argument);
        }
    }

    fn nested(&mut self, argument: &Expr) {
        let mut finder = Finder {
            source: self.source,
            found: Vec::new(),
        };
        finder.visit_expr(argument);
        self.found.append(&mut finder.found);
    }

    fn literal(&mut self, lit: &Lit) {
        let new = match lit {
            Lit::Int(int) => format!("{} + 1", self.text(int.span())),
            Lit::Bool(bool) => (!bool.value).to_string(),
            Lit::Str(text) => format!("{:?}", format!("{}#", text.value())),
            _ => return,
        };
        self.expression(lit.span(), new);
    }
}

impl<'ast> Visit<'ast> for Finder<'_> {
    // Constants cannot ask for the switch.
    fn visit_item_const(&mut self, _: &'ast syn::ItemConst) {}
    fn visit_item_static(&mut self, _: &'ast syn::ItemStatic) {}
    fn visit_impl_item_const(&mut self, _: &'ast syn::ImplItemConst) {}
    fn visit_trait_item_const(&mut self, _: &'ast syn::TraitItemConst) {}
    fn visit_item_enum(&mut self, _: &'ast syn::ItemEnum) {}
    fn visit_expr_const(&mut self, _: &'ast syn::ExprConst) {}
    fn visit_type(&mut self, _: &'ast Type) {}
    fn visit_generic_argument(&mut self, _: &'ast syn::GenericArgument) {}
    fn visit_pat(&mut self, _: &'ast syn::Pat) {}
    fn visit_attribute(&mut self, _: &'ast Attribute) {}

    fn visit_expr_repeat(&mut self, repeat: &'ast syn::ExprRepeat) {
        self.visit_expr(&repeat.expr);
    }

    fn visit_item_mod(&mut self, module: &'ast syn::ItemMod) {
        if !is_left_out(&module.attrs) {
            visit::visit_item_mod(self, module);
        }
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        if !is_left_out(&item.attrs) {
            visit::visit_item_impl(self, item);
        }
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        if item.sig.constness.is_none() && !is_left_out(&item.attrs) {
            self.body(&item.sig.output, &item.block);
            visit::visit_item_fn(self, item);
        }
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        if item.sig.constness.is_none() && !is_left_out(&item.attrs) {
            self.body(&item.sig.output, &item.block);
            visit::visit_impl_item_fn(self, item);
        }
    }

    fn visit_trait_item_fn(&mut self, item: &'ast syn::TraitItemFn) {
        if let Some(block) = &item.default {
            self.body(&item.sig.output, block);
        }
        visit::visit_trait_item_fn(self, item);
    }

    fn visit_stmt(&mut self, stmt: &'ast Stmt) {
        if let Stmt::Expr(expr, Some(_)) = stmt {
            match expr {
                Expr::MethodCall(_) | Expr::Call(_) | Expr::Assign(_) => {
                    self.add(Kind::Statement, stmt.span(), String::new());
                }
                // In tests, writing text does not fail.
                Expr::Try(inner) if is_written(&inner.expr) => {
                    self.add(Kind::Statement, stmt.span(), String::new());
                }
                Expr::Try(inner) => {
                    let new = format!("let _ = {};", self.text(inner.expr.span()));
                    self.add(Kind::Statement, stmt.span(), new);
                    self.add(Kind::Statement, stmt.span(), String::new());
                }
                _ => {}
            }
        }
        visit::visit_stmt(self, stmt);
    }

    fn visit_arm(&mut self, arm: &'ast syn::Arm) {
        match &arm.guard {
            Some((_, guard)) if !has_let(guard) => {
                self.expression(guard.span(), "true".to_owned());
                self.expression(guard.span(), "false".to_owned());
            }
            _ => {}
        }
        visit::visit_arm(self, arm);
    }

    fn visit_expr(&mut self, expr: &'ast Expr) {
        match expr {
            Expr::Binary(binary) if !has_let(expr) => {
                if let Some(operator) = other_operator(&binary.op) {
                    let (left, right) = (&binary.left, &binary.right);
                    let (left, right) = (self.text(left.span()), self.text(right.span()));
                    self.expression(expr.span(), format!("{left} {operator} {right}"));
                }
            }
            Expr::If(branch) if !has_let(&branch.cond) => {
                let condition = format!("!({})", self.text(branch.cond.span()));
                self.expression(branch.cond.span(), condition);
            }
            Expr::Unary(unary) if matches!(unary.op, UnOp::Not(_)) => {
                self.expression(expr.span(), self.text(unary.expr.span()).to_owned());
            }
            Expr::Match(whole) if whole.arms.iter().any(is_catch_all) => {
                let arms = whole.arms.iter().filter(|arm| arm.guard.is_none());
                for arm in arms.filter(|arm| !is_catch_all(arm)) {
                    self.add(Kind::Arm, arm.pat.span(), String::new());
                }
            }
            Expr::Macro(call) => self.formatted(expr.span(), &call.mac),
            Expr::Lit(lit) => self.literal(&lit.lit),
            Expr::Call(call) => self.swap(expr.span(), call.args.iter()),
            Expr::MethodCall(call) => {
                self.swap(expr.span(), call.args.iter());
                self.method(call);
            }
            _ => {}
        }
        visit::visit_expr(self, expr);
    }
}
