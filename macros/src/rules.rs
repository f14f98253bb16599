//! What an item has to keep to: every rule, its short name, and what it says.
//!
//! A rule is stated once here, checked and worded in `check`, told in a table of
//! `check/tests/cases/`, and shown at its token by a file of `ui-tests/` that is named after it.

/// One line a rule: its name in the code, its short name, and what it says.
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

            /// The noun, and what is wrong with it.
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
    AttributeMisplaced "attribute_misplaced": "each attribute stands on the item that it is for";
    AttributeUnknown "attribute_unknown": "the attribute of a `fn` is `#[op(..)]` or `#[event(..)]`";
    AttributeConditional "attribute_conditional": "attributes of the block are not in a `cfg_attr`";
    ParenthesesMissing "parentheses_missing": "the words of an attribute are in parentheses";
    WordExpected "word_expected": "behind the number come words, without quotes and paths";
    WordUnknown "word_unknown": "each attribute takes the words of its table";
    WordMisplaced "word_misplaced": "a word is in the attribute that takes it";
    WordTwice "word_twice": "a word is written once";
    WordsExclusive "words_exclusive": "words that contradict each other are not written together";
    WordWithValue "word_with_value": "a word that takes no value has none";
    WordWithoutValue "word_without_value": "a word that takes a value has one, after `=`";
    ValueNoInteger "value_no_integer": "the value of a bound is an integer";
    ValueNoName "value_no_name": "`group`, `notify`, `shape_of` and `sibling` take the name of an item";
    ValueNoString "value_no_string": "the value of `name` is a string literal";
    ValueNoType "value_no_type": "words that take a type have one as their value";
    NameTaken "name_taken": "two items do not have the same name";
    NameEmpty "name_empty": "a name is not empty";
    NameMissing "name_missing": "a family and its groups have the names by which the kernel registers them";
    NameTooLong "name_too_long": "names of families and groups have at most 15 bytes";
    NameWithNul "name_with_nul": "a name contains no NUL";
    NameUnprintable "name_unprintable": "names of families and groups are printable ASCII";
    CrateNoPath "crate_no_path": "the value of `crate` is a path";

    // Numbers.
    NumberMissing "number_missing": "each attribute, operation and event has a number";
    NumberTwice "number_twice": "an attribute, an operation or an event has one number";
    NumberNotFirst "number_not_first": "the number comes before the words";
    NumberNoLiteral "number_no_literal": "a number is an integer literal";
    NumberSuffix "number_suffix": "a number has no suffix";
    NumberOutOfRange "number_out_of_range": "a number fits its field in the message: 14 bits or 8";
    NumberTaken "number_taken": "two attributes of a set do not have the same number";
    OpNumberTaken "op_number_taken": "two dos, or two dumps, do not have the same number";
    EventNumberTaken "event_number_taken": "two events do not have the same number";

    // Attribute sets.
    DeriveMisplaced "derive_misplaced": "a set is a struct or an enum, an enumeration is an enum, a C struct is a struct";
    FieldsUnnamed "fields_unnamed": "the fields of a set and of a C struct have names";
    ConstantTaken "constant_taken": "two constants do not have the same name";
    SubsetOfItself "subset_of_itself": "a set is not a subset of itself";
    SubsetEmpty "subset_empty": "an enum that is a subset has variants";
    SubsetWithWords "subset_with_words": "an attribute of a subset has the number and the name that it has in the set";
    PlainMisplaced "plain_misplaced": "`plain` is for a field of a subset whose set has another word";
    SubsetWithPad "subset_with_pad": "a subset has no `pad`: it is that of the set";
    SubsetUpperCase "subset_upper_case": "a field of a subset has the name that it has in the set, in lower case";
    UnknownOfOtherType "unknown_of_other_type": "unknown attributes are kept as `UnknownAttribute`";
    UnknownNotAlone "unknown_not_alone": "`unknown` is written without a number and other words";
    UnknownTwice "unknown_twice": "one field or variant keeps what is unknown";

    // The types of fields.
    TypeUnsupported "type_unsupported": "the type of a field has an encoding";
    TypeStatic "type_static": "a field does not borrow for `'static`";
    LifetimeUnnamed "lifetime_unnamed": "a field that borrows names a lifetime of its struct";
    OptionTwice "option_twice": "an `Option` is not in another one";
    BoolOptional "bool_optional": "a flag is a `bool`, not an `Option<bool>`";
    WordMissing "word_missing": "a type with several encodings has a word that chooses one";
    ListWordMissing "list_word_missing": "a `Vec` has a word that says how its elements are encoded";
    ListWordMisfit "list_word_misfit": "the words for lists are for a `Vec`";
    ListOptional "list_optional": "there is no `Option` where a list without elements and no list are encoded alike";
    OmitEmptyMisfit "omit_empty_misfit": "`omit_empty` is for a `Vec` that has an attribute even when it is empty";
    ListOfBools "list_of_bools": "the elements of a list are not `bool`";
    ListOfLists "list_of_lists": "the elements of a list are not lists";
    ListOfOptions "list_of_options": "the elements of a list are not optional";
    FlagMisfit "flag_misfit": "`flag` is for a `bool`";
    U8Misfit "u8_misfit": "`u8` is for a `bool` in a byte";
    BigEndianMisfit "big_endian_misfit": "`big_endian` is for integers of 2, 4 and 8 bytes";
    UnterminatedMisfit "unterminated_misfit": "`unterminated` is for text whose type brings no NUL";
    FlagsMisfit "flags_misfit": "`flags` is for types of `bitflags!`";
    NestOfEnum "nest_of_enum": "a nest of mixed attributes is a `Vec` of them";
    NestMisfit "nest_misfit": "`nest` is for attribute sets";
    UintMisfit "uint_misfit": "`uint` is for `u64`, and `sint` for `i64`";
    Bitfield32Misfit "bitfield32_misfit": "`bitfield32` is for `Bitfield32`";
    CStructMisfit "c_struct_misfit": "`c_struct` is for structs of `zerocopy`";
    ArrayMisfit "array_misfit": "`array` is for elements of one length";
    IndexedMalformed "indexed_malformed": "`indexed` holds `from = N` or `zero`, if anything";
    IndexedMisfit "indexed_misfit": "a list of `Indexed` has the word `indexed`, alone";
    KeyedMalformed "keyed_malformed": "`keyed` names one key or two, each with its type";
    KeyedMisfit "keyed_misfit": "`keyed` is for a list of `Keyed`, with as many keys";
    KeyOfOtherType "key_of_other_type": "a key is the number of an attribute, a `u16`";
    KeyTwice "key_twice": "each key has a name of its own";

    // Bounds.
    HintUnknown "hint_unknown": "a display hint is one of those that there are";
    SiblingMisfit "sibling_misfit": "`sibling` is for a codec of one payload of a struct";
    SiblingUnknown "sibling_unknown": "`sibling` names a field of its struct";
    SiblingDependent "sibling_dependent": "a sibling is another attribute, whose codec has no sibling";
    HintMisfit "hint_misfit": "a display hint is for the types that have its form";
    BoundMisfit "bound_misfit": "`min` and `max` bound integers, the lengths bound text and bytes";
    BoundOutOfRange "bound_out_of_range": "a bound is a value that the type can have";
    BoundsCrossed "bounds_crossed": "the lower bound is not above the upper one";

    // The variants of a set.
    VariantWithValue "variant_with_value": "a variant of a set has no value";
    VariantWithoutPayload "variant_without_payload": "a variant of a set that is no flag has a payload";
    VariantOfSeveral "variant_of_several": "a variant of a set has one payload, without a name";
    VariantOptional "variant_optional": "the payload of a variant is not optional";
    VariantWithMulti "variant_with_multi": "a variant of a set has no `multi`: each is one attribute";
    FlagWithPayload "flag_with_payload": "a variant with `flag` has no payload";

    // Enumerations.
    EnumerationGeneric "enumeration_generic": "an enumeration has no generics";
    ReprMissing "repr_missing": "an enumeration has the `repr` of an integer";
    ReprUnsupported "repr_unsupported": "the integer of an enumeration has 1, 2, 4 or 8 bytes";
    UnknownMissing "unknown_missing": "an enumeration has a variant for unknown values";
    UnknownNoInteger "unknown_no_integer": "the variant for unknown values holds the integer";
    UnknownWithoutRoom "unknown_without_room": "the variants leave a discriminant to the variant for unknown values";
    UnknownWithNumber "unknown_with_number": "the variant for unknown values has no value";
    VariantWithPayload "variant_with_payload": "a variant with a value has no payload";
    ValueMissing "value_missing": "an enumeration has a variant with a value";
    ValueBehindUnknown "value_behind_unknown": "a variant behind the one for unknown values says its value";
    ValueOutOfRange "value_out_of_range": "a value fits the integer of the enumeration";

    // C structs.
    LayoutMissing "layout_missing": "a C struct has the layout of C";

    // The block.
    TraitMissing "trait_missing": "a block declares a family, as a trait";
    TraitNotPlain "trait_not_plain": "the trait has no generics, supertraits or qualifiers";
    FamilyTwice "family_twice": "a block declares one family";
    FamilyEmpty "family_empty": "a family has operations or events";
    ItemStray "item_stray": "a block contains groups, operations and events";
    ItemPublic "item_public": "the items of a block have no visibility";
    ConstNoGroup "const_no_group": "the constants of a block are multicast groups";
    GroupNotPlain "group_not_plain": "the constant of a group has no generics";
    GroupTaken "group_taken": "two groups do not have the same name";
    GroupUnused "group_unused": "a group has an event";
    GroupMissing "group_missing": "an event has a `group`, or is `unicast`";
    GroupUnknown "group_unknown": "the group of an event is declared in its block";
    GroupTwice "group_twice": "an event names a group once";
    TypeTaken "type_taken": "two types do not have the same name";
    FnUpperCase "fn_upper_case": "a `fn` is named in lower case";
    NameReserved "name_reserved": "a `fn` or a group does not have the name of an item of the client";
    VariantTaken "variant_taken": "two events do not become the same variant";
    VariantNoIdentifier "variant_no_identifier": "the name of an event becomes that of a variant";

    // Operations and events.
    FnUnmarked "fn_unmarked": "a `fn` is an operation or an event";
    FnMarkedTwice "fn_marked_twice": "a `fn` is either an operation or an event";
    FnQualified "fn_qualified": "a `fn` has no qualifiers";
    FnGeneric "fn_generic": "a `fn` has no generics";
    FnWithBody "fn_with_body": "a `fn` has no body";
    FnWithSelf "fn_with_self": "a `fn` has no `self`";
    ParameterTwice "parameter_twice": "a `fn` takes one set at most";
    LifetimeNamed "lifetime_named": "the lifetimes in a block are `'_`";
    ParameterNoName "parameter_no_name": "the pattern of a parameter is a name";
    TypeNoSet "type_no_set": "a `fn` takes and returns attribute sets, by value";
    ShapeUnknown "shape_unknown": "`shape_of` names an operation above";
    ShapeMisfit "shape_misfit": "the shapes of an operation have its number, and are dos or dumps as it is";
    ReplyMissing "reply_missing": "an operation with several replies says the set of one";
    ReplyOptional "reply_optional": "each of several replies is present";
    ReplyNumberUnused "reply_number_unused": "`reply` is for a reply whose number is not that of the request";
    EventWithReply "event_with_reply": "an event has no reply";
    HeaderUnused "header_unused": "`header = ()` is for a family with a header";
    NotifyUnknown "notify_unknown": "a notification names an operation of its block";
    NotifyWithParameter "notify_with_parameter": "a notification has no parameter";
    NotifyWithoutReply "notify_without_reply": "the operation of a notification has a reply";
}
