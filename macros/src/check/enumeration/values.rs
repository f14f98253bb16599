//! The values of the variants.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{ToTokens, quote};
use syn::Expr;

use crate::check::types::range;
use crate::check::values::literal;
use crate::errors::Errors;
use crate::model::Value;
use crate::rules::Rule;

/// The values of the variants. A variant without one has the next value, as in Rust.
pub(super) struct Values<'r> {
    pub(super) next: Next,
    repr: Option<&'r Ident>,
    /// The variants with literal values.
    literals: Vec<(i128, Ident)>,
}

pub(super) enum Next {
    Literal(i128),
    After(TokenStream),
    AfterUnknown(Ident),
}

impl<'r> Values<'r> {
    pub(super) fn new(repr: Option<&'r Ident>) -> Self {
        Self {
            next: Next::Literal(0),
            repr,
            literals: Vec::new(),
        }
    }

    /// Returns the value of a variant without one in this place.
    pub(super) fn counted(&self) -> Option<i128> {
        match self.next {
            Next::Literal(value) => Some(value),
            Next::After(_) | Next::AfterUnknown(_) => None,
        }
    }

    pub(super) fn holder(&self, value: i128) -> Option<&Ident> {
        let mut literals = self.literals.iter();
        literals
            .find(|(literal, _)| *literal == value)
            .map(|(_, ident)| ident)
    }

    pub(super) fn fits(&self, value: i128) -> bool {
        self.repr.is_none_or(|repr| {
            let (least, greatest) = range(&repr.to_string());
            (least..=greatest).contains(&value)
        })
    }

    /// Returns the last variant after which a variant without a value can follow.
    pub(super) fn last_with_room(&self) -> Option<&Ident> {
        let mut literals = self.literals.iter().rev();
        literals
            .find(|(value, _)| self.fits(value + 1) && self.holder(value + 1).is_none())
            .map(|(_, ident)| ident)
    }

    pub(super) fn of(
        &mut self,
        discriminant: Option<Expr>,
        ident: &Ident,
        errors: &mut Errors,
    ) -> Option<Value> {
        let (value, tokens) = match discriminant {
            Some(expression) => match literal(&expression) {
                Some(value) => (value, expression.into_token_stream()),
                None => return Some(self.expression(expression.into_token_stream())),
            },
            None => match &self.next {
                Next::Literal(value) => (*value, ident.to_token_stream()),
                Next::After(base) => {
                    let expression = quote!(#base + 1);
                    return Some(self.expression(expression));
                }
                Next::AfterUnknown(unknown) => {
                    let message = format!(
                        "missing value of `{ident}`, which follows the `#[unknown]` variant `{unknown}`\n\
                         help: write `{ident} = ..`, or move `{unknown}` to the end"
                    );
                    errors.push(Rule::ValueAfterUnknown, ident, message);
                    return None;
                }
            },
        };
        self.next = Next::Literal(value.saturating_add(1));
        self.literals.push((value, ident.clone()));
        self.check_range(value, &tokens, errors).then(|| {
            let mut written = Literal::i128_unsuffixed(value);
            written.set_span(ident.span());
            Value::Literal(written)
        })
    }

    fn expression(&mut self, expression: TokenStream) -> Value {
        self.next = Next::After(quote!((#expression)));
        Value::Expression(expression)
    }

    fn check_range(&self, value: i128, tokens: &TokenStream, errors: &mut Errors) -> bool {
        let fits = self.fits(value);
        if let (Some(repr), false) = (self.repr, fits) {
            let (least, greatest) = range(&repr.to_string());
            errors.push(
                Rule::ValueOutOfRange,
                tokens,
                format!(
                    "`{value}` is out of range for `{repr}` ({least}..={greatest})\n\
                     help: write a wider integer in `#[repr(..)]` if the kernel sends such values"
                ),
            );
        }
        fits
    }
}
