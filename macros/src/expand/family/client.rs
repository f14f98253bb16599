//! The client: a channel, and one short method for each operation.

use proc_macro2::{Ident, TokenStream};
use quote::{quote, quote_spanned};

use super::constants::constant_type;
use super::{attributes, doc, event_type, expand_block, lifetimes};
use crate::expand::{at, named, named_at};
use crate::model::{Family, Mode, Operation, Outer, Request};

pub(super) fn expand_struct(family: &Family) -> TokenStream {
    let Family {
        krate, vis, outer, ..
    } = family;
    let ident = named(&family.ident);
    let Outer {
        doc_tokens,
        cfg,
        deprecated,
        others,
        ..
    } = outer;
    quote_spanned! {at(&family.ident)=>
        #cfg #deprecated #others #doc_tokens
        #[derive(::core::clone::Clone, ::core::fmt::Debug)]
        #[allow(dead_code)]
        #vis struct #ident<__C = #krate::Client> {
            channel: __C,
        }
    }
}

pub(super) fn expand_methods(family: &Family) -> TokenStream {
    let krate = &family.krate;
    let sockets = expand_sockets(family);
    let connect = expand_block(
        family,
        &TokenStream::new(),
        &quote!(#krate::Client),
        &sockets,
    );
    let channel = expand_channel(family);
    let operations = family.operations.iter();
    let operations = operations.map(|operation| expand_operation(family, operation));
    let calls = expand_block(
        family,
        &quote!(<__C: #krate::Channel>),
        &quote!(__C),
        &quote!(#channel #(#operations)*),
    );
    let in_async_programs = expand_async(family);
    quote!(#connect #calls #in_async_programs)
}

/// `connect` and `listen` of async programs. Which there are depends on the features of the runtime, so its own macro writes them.
fn expand_async(family: &Family) -> TokenStream {
    let Family { krate, vis, .. } = family;
    let (cfg, ident) = (&family.outer.cfg, named(&family.ident));
    let events = family.listens.then(|| event_type(family, "static"));
    quote_spanned! {at(&family.ident)=>
        #cfg
        #krate::__async_clients!(#vis #ident [#events]);
    }
}

fn expand_sockets(family: &Family) -> TokenStream {
    let Family { krate, vis, .. } = family;
    let ident = named(&family.ident);
    let listen = family.listens.then(|| {
        let events = event_type(family, "static");
        quote! {
            /// Joins `groups` on a socket of its own, and receives what is sent to them.
            ///
            /// # Errors
            ///
            /// If the socket cannot be opened, the kernel does not have the family or one of the
            /// groups, or the caller may not join them.
            #vis fn listen(
                groups: &[#krate::MulticastGroup],
            ) -> ::core::result::Result<#krate::Listener<#events>, #krate::Error> {
                #krate::Listener::connect(groups)
            }
        }
    });
    quote! {
        /// Opens a netlink socket and asks the kernel for the family.
        ///
        /// # Errors
        ///
        /// If the socket cannot be opened, or the kernel does not have the family.
        #vis fn connect() -> ::core::result::Result<Self, #krate::Error> {
            #krate::Client::connect(#ident::FAMILY).map(Self::new)
        }
        #listen
    }
}

fn expand_channel(family: &Family) -> TokenStream {
    let vis = &family.vis;
    quote! {
        /// A client over `channel`.
        #[must_use]
        #vis const fn new(channel: __C) -> Self {
            Self { channel }
        }

        /// The channel that the operations go through.
        #[must_use]
        #vis const fn channel(&mut self) -> &mut __C {
            &mut self.channel
        }
    }
}

fn expand_operation(family: &Family, operation: &Operation) -> TokenStream {
    let vis = &family.vis;
    let method = named(&operation.method);
    // Where rustc points at if what is sent or what comes back is no set.
    let span = match (&operation.request, &operation.reply) {
        (_, Some(ty)) | (Some(Request { ty, .. }), None) => at(ty),
        (None, None) => at(&method),
    };
    let (client, constant) = (
        named_at(&family.ident, span),
        named_at(&operation.constant, span),
    );
    let (call, answer) = match operation.mode {
        Mode::Do if !operation.multi => (quote_spanned!(span=> call), "Reply"),
        Mode::Do | Mode::Dump => (quote_spanned!(span=> dump), "Dump"),
    };
    let answer = Ident::new(answer, span);
    let reply = constant_type(operation.reply.as_ref());
    let returned = quote_spanned!(span=> __C::#answer<'_, #reply>);
    let (parameter, argument) = match &operation.request {
        Some(Request { ident, ty }) => {
            let ty = lifetimes::rename(ty, "_");
            (quote!(, #ident: &#ty), quote!(#ident))
        }
        None => (TokenStream::new(), quote!(&())),
    };
    let attributes = attributes(&operation.outer);
    let doc = doc::method(family, operation);
    let this = quote!(self);
    // On a reference, the channel's own method comes before one that a trait of the author's has for
    // everything.
    let body = quote_spanned! {span=>
        { (&mut #this.channel).#call(&#client::#constant, #argument) }
    };
    quote_spanned! {at(&method)=>
        #attributes #doc
        #vis fn #method(&mut #this #parameter) -> #returned #body
    }
}
