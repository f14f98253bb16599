//! What a specification says: the keys of `genetlink`, `genetlink-c` and `genetlink-legacy`
//! (`Documentation/netlink/genetlink-legacy.yaml`, which has those of the others).
//!
//! Fields that begin with `_` only steer the C code that is made for the kernel.

mod short;
mod words;

pub(crate) use short::{Entry, Number, SentTo};
pub(crate) use words::{
    AttributeType, ByteOrder, DefinitionType, DisplayHint, DontValidate, EnumModel, MemberType,
    Permission, Protocol,
};

use serde::Deserialize;
use serde::de::IgnoredAny;

use super::yaml::{Fault, Located, Node, read};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Spec {
    pub(crate) name: Located<String>,
    pub(crate) doc: Option<String>,
    #[serde(rename = "protocol")]
    _protocol: Option<Protocol>,
    pub(crate) uapi_header: Option<String>,
    pub(crate) version: Option<u8>,
    #[serde(default)]
    pub(crate) definitions: Vec<Located<Definition>>,
    pub(crate) attribute_sets: Vec<Located<AttributeSet>>,
    pub(crate) operations: Operations,
    #[serde(default)]
    pub(crate) mcast_groups: Groups,
    #[serde(rename = "c-family-name")]
    _c_family_name: Option<IgnoredAny>,
    #[serde(rename = "c-version-name")]
    _c_version_name: Option<IgnoredAny>,
    #[serde(rename = "max-by-define")]
    _max_by_define: Option<IgnoredAny>,
    #[serde(rename = "cmd-max-name")]
    _cmd_max_name: Option<IgnoredAny>,
    #[serde(rename = "cmd-cnt-name")]
    _cmd_cnt_name: Option<IgnoredAny>,
    #[serde(rename = "kernel-policy")]
    _kernel_policy: Option<IgnoredAny>,
    #[serde(rename = "kernel-family")]
    _kernel_family: Option<IgnoredAny>,
}

impl Spec {
    /// Reads what a tree says.
    pub(crate) fn read(tree: &Node) -> Result<Self, Fault> {
        let protocol = tree.get("protocol");
        // It has keys of its own, which need not be told one by one.
        if let Some(raw) = protocol.filter(|node| node.text() == Some("netlink-raw")) {
            let text = "`netlink-raw` is not generic netlink, and genl has no words for it";
            return Err(Fault::at(raw.place, text));
        }
        read(tree)
    }
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Definition {
    pub(crate) name: String,
    pub(crate) r#type: DefinitionType,
    pub(crate) doc: Option<String>,
    pub(crate) value: Option<Located<Number>>,
    pub(crate) value_start: Option<Located<Number>>,
    #[serde(default)]
    pub(crate) entries: Vec<Located<Entry>>,
    #[serde(default)]
    pub(crate) members: Vec<Located<Member>>,
    pub(crate) name_prefix: Option<String>,
    pub(crate) header: Option<String>,
    #[serde(rename = "scope")]
    _scope: Option<IgnoredAny>,
    #[serde(rename = "render-max")]
    _render_max: Option<IgnoredAny>,
    #[serde(rename = "enum-name")]
    _enum_name: Option<IgnoredAny>,
    #[serde(rename = "enum-cnt-name")]
    _enum_cnt_name: Option<IgnoredAny>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Member {
    pub(crate) name: String,
    pub(crate) r#type: MemberType,
    pub(crate) doc: Option<String>,
    pub(crate) len: Option<Number>,
    pub(crate) byte_order: Option<ByteOrder>,
    pub(crate) r#enum: Option<String>,
    #[serde(default)]
    pub(crate) enum_as_flags: bool,
    pub(crate) r#struct: Option<String>,
    pub(crate) display_hint: Option<DisplayHint>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct AttributeSet {
    pub(crate) name: String,
    pub(crate) doc: Option<String>,
    pub(crate) subset_of: Option<Located<String>>,
    pub(crate) attributes: Vec<Located<Attribute>>,
    pub(crate) name_prefix: Option<String>,
    #[serde(rename = "enum-name")]
    _enum_name: Option<IgnoredAny>,
    #[serde(rename = "attr-cnt-name")]
    _attr_cnt_name: Option<IgnoredAny>,
    #[serde(rename = "attr-max-name")]
    _attr_max_name: Option<IgnoredAny>,
    #[serde(rename = "header")]
    _header: Option<IgnoredAny>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Attribute {
    pub(crate) name: String,
    pub(crate) r#type: Option<AttributeType>,
    pub(crate) doc: Option<String>,
    pub(crate) value: Option<u16>,
    pub(crate) type_value: Option<Vec<String>>,
    pub(crate) byte_order: Option<ByteOrder>,
    pub(crate) multi_attr: Option<bool>,
    pub(crate) nested_attributes: Option<Located<String>>,
    pub(crate) r#enum: Option<Located<String>>,
    pub(crate) enum_as_flags: Option<bool>,
    pub(crate) checks: Option<Checks>,
    pub(crate) sub_type: Option<AttributeType>,
    pub(crate) display_hint: Option<DisplayHint>,
    pub(crate) r#struct: Option<Located<String>>,
    #[serde(rename = "name-prefix")]
    _name_prefix: Option<IgnoredAny>,
}

#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Checks {
    pub(crate) flags_mask: Option<Located<String>>,
    pub(crate) min: Option<Located<Number>>,
    pub(crate) max: Option<Located<Number>>,
    pub(crate) min_len: Option<Located<Number>>,
    pub(crate) max_len: Option<Located<Number>>,
    pub(crate) exact_len: Option<Located<Number>>,
    #[serde(default)]
    pub(crate) unterminated_ok: bool,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Operations {
    #[serde(default)]
    pub(crate) enum_model: EnumModel,
    pub(crate) fixed_header: Option<Located<String>>,
    pub(crate) list: Vec<Located<Operation>>,
    #[serde(rename = "name-prefix")]
    _name_prefix: Option<IgnoredAny>,
    #[serde(rename = "enum-name")]
    _enum_name: Option<IgnoredAny>,
    #[serde(rename = "async-prefix")]
    _async_prefix: Option<IgnoredAny>,
    #[serde(rename = "async-enum")]
    _async_enum: Option<IgnoredAny>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Operation {
    pub(crate) name: String,
    pub(crate) doc: Option<String>,
    pub(crate) value: Option<u8>,
    pub(crate) attribute_set: Option<Located<String>>,
    #[serde(default)]
    pub(crate) flags: Vec<Permission>,
    #[serde(default)]
    pub(crate) dont_validate: Vec<DontValidate>,
    pub(crate) config_cond: Option<String>,
    pub(crate) fixed_header: Option<Located<String>>,
    pub(crate) r#do: Option<Located<Mode>>,
    pub(crate) dump: Option<Located<Mode>>,
    pub(crate) notify: Option<Located<String>>,
    pub(crate) event: Option<Message>,
    pub(crate) mcgrp: Option<Located<SentTo>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Mode {
    pub(crate) request: Option<Located<Message>>,
    pub(crate) reply: Option<Located<Message>>,
    #[serde(rename = "pre")]
    _pre: Option<IgnoredAny>,
    #[serde(rename = "post")]
    _post: Option<IgnoredAny>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Message {
    pub(crate) value: Option<u8>,
    pub(crate) attributes: Option<Located<Vec<Located<String>>>>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Groups {
    #[serde(default)]
    pub(crate) list: Vec<Located<Group>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(crate) struct Group {
    pub(crate) name: String,
    pub(crate) doc: Option<String>,
    #[serde(rename = "c-define-name")]
    _c_define_name: Option<IgnoredAny>,
    #[serde(rename = "flags")]
    _flags: Option<IgnoredAny>,
}

/// A message of which nothing is told.
pub(crate) static EMPTY: Message = Message {
    value: None,
    attributes: None,
};
