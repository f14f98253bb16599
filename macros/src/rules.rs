//! All rules for the items that the macros read.
//!
//! Each rule is stated here once. `check` checks it and has its message, a table in `check/tests/cases/` tests the message,
//! and a file in `ui-tests/` with the name of the rule tests the place of the message.

/// One line per rule: the name in the code, the short name, and the statement.
macro_rules! rules {
    ($($rule:ident $name:literal: $statement:literal;)*) => {
        /// A rule of the macros.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Rule {
            $(#[doc = $statement] $rule,)*
        }

        #[cfg(test)]
        impl Rule {
            pub(crate) const ALL: &[Self] = &[$(Self::$rule,)*];

            /// Returns the short name: a noun, and what is wrong with it.
            pub(crate) fn name(self) -> &'static str {
                match self {
                    $(Self::$rule => $name,)*
                }
            }

            pub(crate) fn statement(self) -> &'static str {
                match self {
                    $(Self::$rule => $statement,)*
                }
            }
        }
    };
}

rules! {
    Syntax "syntax": "the input is valid Rust";

    // Our attributes, and the words in them.
    AttributeMisplaced "attribute_misplaced": "each attribute is on the kind of item that it is made for";
    AttributeUnknown "attribute_unknown": "a `fn` has the attribute `#[op(..)]` or `#[event(..)]`, and no other with words of ours";
    AttributeConditional "attribute_conditional": "the attributes of the block are not in a `cfg_attr`";
    ParenthesesMissing "parentheses_missing": "the words of an attribute are in parentheses";
    WordExpected "word_expected": "after the number, an attribute contains words, without quotes and paths";
    WordUnknown "word_unknown": "an attribute contains only words that exist";
    WordMisplaced "word_misplaced": "a word is in the attribute to which it belongs";
    WordTwice "word_twice": "a word is written once";
    WordsExclusive "words_exclusive": "words that contradict each other are not written together";
    WordWithValue "word_with_value": "a word that takes no value has none";
    WordWithoutValue "word_without_value": "a word that takes a value has one, after `=`";
    ValueNoInteger "value_no_integer": "the value of a bound is an integer";
    ValueNoName "value_no_name": "`group`, `notify`, `shape_of`, `sibling` and `display_hint` take a name";
    ValueNoString "value_no_string": "the value of `name` is a string literal";
    ValueNoType "value_no_type": "`header`, `subset_of` and `with` take a type";
    NameDuplicate "name_duplicate": "two items do not have the same netlink name";
    NameEmpty "name_empty": "a name is not empty";
    NameMissing "name_missing": "a family and its groups have the names by which the kernel registers them";
    NameTooLong "name_too_long": "names of families and groups have at most 15 bytes";
    NameWithNul "name_with_nul": "a name contains no NUL";
    NameUnprintable "name_unprintable": "names of families and groups are printable ASCII";
    CrateNoPath "crate_no_path": "the value of `crate` is a path";

    // Numbers.
    NumberMissing "number_missing": "each attribute, operation and event has a number";
    NumberTwice "number_twice": "an attribute, an operation or an event has one number only";
    NumberNotFirst "number_not_first": "the number comes before the words";
    NumberNoLiteral "number_no_literal": "a number is an integer literal";
    NumberSuffix "number_suffix": "a number has no suffix";
    NumberOutOfRange "number_out_of_range": "the number of an attribute has 14 bits, and any other number 8";
    NumberDuplicate "number_duplicate": "two attributes of a set do not have the same number";
    OpNumberDuplicate "op_number_duplicate": "two dos, or two dumps, do not have the same number";
    EventNumberDuplicate "event_number_duplicate": "two events do not have the same number";

    // Attribute sets.
    DeriveMisplaced "derive_misplaced": "an attribute set is a struct or an enum, an enumeration is an enum, and a C struct is a struct";
    FieldsUnnamed "fields_unnamed": "the fields of an attribute set and of a C struct have names";
    ConstantDuplicate "constant_duplicate": "two items do not need the same constant";
    SubsetOfItself "subset_of_itself": "a set is not a subset of itself";
    SubsetEmpty "subset_empty": "an enum that is a subset has variants";
    SubsetWithWords "subset_with_words": "a field of a subset has the number and the name of its set, and writes neither";
    PlainMisplaced "plain_misplaced": "`plain` is used in a subset only";
    SubsetWithPad "subset_with_pad": "a subset has the pad attribute of its set, and no word `pad`";
    SubsetUpperCase "subset_upper_case": "a field of a subset is named as in its set, in lower case";
    UnknownOfOtherType "unknown_of_other_type": "unknown attributes are kept as `UnknownAttribute`";
    UnknownNotAlone "unknown_not_alone": "`unknown` is written without a number and other words";
    UnknownTwice "unknown_twice": "one field or variant keeps unknown attributes or values";

    // The types of fields.
    TypeUnsupported "type_unsupported": "the type of a field can be encoded";
    TypeStatic "type_static": "a field does not have the lifetime `'static`";
    LifetimeUnnamed "lifetime_unnamed": "a borrowed field has a named lifetime";
    OptionTwice "option_twice": "an `Option` is not in another `Option` or in a `Box`";
    BoolOptional "bool_optional": "a flag is a `bool`, not an `Option<bool>`";
    WordMissing "word_missing": "a type with several encodings has a word that chooses one";
    ListWordMissing "list_word_missing": "a `Vec` has a word that specifies the encoding of a list";
    ListWordMisfit "list_word_misfit": "the words for lists are used on a `Vec`";
    ListOptional "list_optional": "a list with `multi` is not optional: an empty list and an absent one look the same";
    OmitEmptyMisfit "omit_empty_misfit": "`omit_empty` is used on a `Vec` that is written even when it is empty";
    ListOfBools "list_of_bools": "a list of `bool` has a word";
    ListOfLists "list_of_lists": "the elements of a list are not lists";
    ListOfOptions "list_of_options": "the elements of a list are not optional";
    FlagMisfit "flag_misfit": "`flag` is used on a `bool`";
    U8Misfit "u8_misfit": "`u8` is used on a `bool`";
    BigEndianMisfit "big_endian_misfit": "`big_endian` is used on integers of 2, 4 or 8 bytes";
    UnterminatedMisfit "unterminated_misfit": "`unterminated` is used on text other than `&CStr`";
    FlagsMisfit "flags_misfit": "`flags` is used on a type made by `bitflags!`";
    NestOfEnum "nest_of_enum": "a nest of an enum is a list of it";
    NestMisfit "nest_misfit": "`nest` is used on an attribute set";
    UintMisfit "uint_misfit": "`uint` is used on `u64`, and `sint` on `i64`";
    Bitfield32Misfit "bitfield32_misfit": "`bitfield32` is used on `Bitfield32`";
    CStructMisfit "c_struct_misfit": "`c_struct` is used on a C struct";
    ArrayMisfit "array_misfit": "`array` is used on a list of elements with a fixed size";
    IndexedMalformed "indexed_malformed": "`indexed` has `from = N`, `zero` or nothing in parentheses";
    IndexedMisfit "indexed_misfit": "a list of `Indexed` has the word `indexed`, without a start";
    KeyedMalformed "keyed_malformed": "`keyed` has one or two keys in parentheses, each with its type";
    KeyedMisfit "keyed_misfit": "`keyed` is used on a list of `Keyed`, with as many keys";
    KeyOfOtherType "key_of_other_type": "the type of a key is `u16`";
    KeyTwice "key_twice": "two keys do not have the same name";

    // Bounds, hints and siblings.
    HintUnknown "hint_unknown": "a display hint is one that exists";
    SiblingMisfit "sibling_misfit": "`sibling` is used beside `with`, on a field of a struct that is not a list";
    SiblingUnknown "sibling_unknown": "`sibling` names a field of its struct";
    SiblingDependent "sibling_dependent": "a sibling is another attribute, and has no sibling itself";
    HintMisfit "hint_misfit": "a display hint is used on a type that can have its form";
    BoundMisfit "bound_misfit": "`min` and `max` are used on integers, and the lengths on text and bytes";
    BoundOutOfRange "bound_out_of_range": "a bound is a possible value of its type";
    BoundsCrossed "bounds_crossed": "the lower bound is not greater than the upper bound";

    // The variants of a set.
    VariantWithValue "variant_with_value": "a variant of a set has no value";
    VariantWithoutPayload "variant_without_payload": "a variant of a set has a payload, unless it is a flag";
    VariantOfSeveral "variant_of_several": "a variant of a set has one payload, without a field name";
    VariantOptional "variant_optional": "the payload of a variant is not optional";
    VariantWithMulti "variant_with_multi": "a variant of a set does not have the word `multi`";
    FlagWithPayload "flag_with_payload": "a variant with `flag` has no payload";

    // Enumerations.
    EnumerationGeneric "enumeration_generic": "an enumeration has no generics";
    ReprMissing "repr_missing": "an enumeration has the `repr` of an integer";
    ReprUnsupported "repr_unsupported": "the integer of an enumeration has 1, 2, 4 or 8 bytes";
    UnknownMissing "unknown_missing": "an enumeration has a variant for unknown values";
    UnknownNoInteger "unknown_no_integer": "the variant for unknown values holds the integer of the enumeration";
    UnknownWithoutRoom "unknown_without_room": "the discriminant after the last variant before the `#[unknown]` one is free";
    UnknownWithNumber "unknown_with_number": "the variant for unknown values has no value";
    VariantWithPayload "variant_with_payload": "a variant with a value has no payload";
    ValueMissing "value_missing": "an enumeration has a variant with a value";
    ValueAfterUnknown "value_after_unknown": "a variant after the one for unknown values has a written value";
    ValueOutOfRange "value_out_of_range": "a value fits the integer of the enumeration";

    // C structs.
    LayoutMissing "layout_missing": "a C struct has `#[repr(C)]` or `#[repr(transparent)]`";

    // The block.
    TraitMissing "trait_missing": "a block declares a family, as a trait";
    TraitNotPlain "trait_not_plain": "the trait has no generics, supertraits or qualifiers";
    FamilyTwice "family_twice": "a block declares one family";
    FamilyEmpty "family_empty": "a family has operations or events";
    ItemStray "item_stray": "a block contains groups, operations and events only";
    ItemPublic "item_public": "the items of a block have no visibility";
    ConstNoGroup "const_no_group": "the constants of a block are multicast groups";
    GroupNotPlain "group_not_plain": "the constant of a group has no generics";
    GroupDuplicate "group_duplicate": "two groups do not have the same name";
    GroupUnused "group_unused": "each group is named by an event";
    GroupMissing "group_missing": "an event has `group` or `unicast`";
    GroupUnknown "group_unknown": "the group of an event is declared in its block";
    GroupTwice "group_twice": "an event names a group once";
    TypeDuplicate "type_duplicate": "an attribute set does not have the name of a generated type";
    FnUpperCase "fn_upper_case": "the name of a `fn` is in lower case";
    NameReserved "name_reserved": "a `fn` or a group does not have the name of an item of the client";
    VariantDuplicate "variant_duplicate": "two events do not need the same variant";
    VariantNoIdentifier "variant_no_identifier": "the name of an event gives the name of a variant";

    // Operations and events.
    FnUnmarked "fn_unmarked": "a `fn` is an operation or an event";
    FnMarkedTwice "fn_marked_twice": "a `fn` is not an operation and an event at once";
    FnQualified "fn_qualified": "a `fn` has no qualifiers";
    FnGeneric "fn_generic": "a `fn` has no generics";
    FnWithBody "fn_with_body": "a `fn` has no body";
    FnWithSelf "fn_with_self": "a `fn` has no `self`";
    ParameterTwice "parameter_twice": "a `fn` has one parameter at most";
    LifetimeNamed "lifetime_named": "the lifetimes in a block are `'_`";
    ParameterNoName "parameter_no_name": "the pattern of a parameter is a name";
    TypeNoSet "type_no_set": "a `fn` takes and returns attribute sets, by value";
    ShapeUnknown "shape_unknown": "`shape_of` names an operation above";
    ShapeMisfit "shape_misfit": "an operation with `shape_of` has the number of the named operation, and is a do or a dump as it is";
    ReplyMissing "reply_missing": "an operation with `dump` or `multi` has a reply type";
    ReplyOptional "reply_optional": "the reply of an operation with `dump` or `multi` is not optional";
    ReplyNumberUnused "reply_number_unused": "`reply` is used if the number of the reply differs from that of the operation";
    EventWithReply "event_with_reply": "an event has no reply";
    HeaderUnused "header_unused": "`header = ()` is used in a family with a header";
    NotifyUnknown "notify_unknown": "`notify` names an operation of its block";
    NotifyWithParameter "notify_with_parameter": "an event with `notify` has no parameter";
    NotifyWithoutReply "notify_without_reply": "`notify` names an operation with a reply";
}
