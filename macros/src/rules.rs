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
    Syntax "syntax": "what the macros read is Rust";

    // Our attributes, and the words in them.
    AttributeMisplaced "attribute_misplaced": "each attribute of ours has its place";
    AttributeUnknown "attribute_unknown": "what stands above a `fn` with a number is `op` or `event`";
    AttributeConditional "attribute_conditional": "an attribute of the block's stands there whatever the configuration is";
    ParenthesesMissing "parentheses_missing": "an attribute holds its words in parentheses";
    WordExpected "word_expected": "what is no number is a word, without quotes and paths";
    WordUnknown "word_unknown": "a place has the words of its table";
    WordMisplaced "word_misplaced": "a word stands in the place that has it";
    WordTwice "word_twice": "a word stands once";
    WordsExclusive "words_exclusive": "of words that say different things of the same, one stands";
    WordWithValue "word_with_value": "a word that says all by itself stands alone";
    WordWithoutValue "word_without_value": "a word that needs a value has it behind `=`";
    ValueNoInteger "value_no_integer": "a bound is an integer";
    ValueNoName "value_no_name": "what refers to an item of the block names it";
    ValueNoString "value_no_string": "a name of the kernel's is a string literal";
    ValueNoType "value_no_type": "what refers to a type names it";
    NameTaken "name_taken": "what a set or a family names has that name for itself";
    NameEmpty "name_empty": "a name is not empty";
    NameMissing "name_missing": "a family and its groups have the names that the kernel knows them by";
    NameTooLong "name_too_long": "a name of the kernel's has 15 bytes at most";
    NameWithNul "name_with_nul": "a name has no NUL in it";
    NameUnprintable "name_unprintable": "a name of the kernel's is of printable ASCII";
    CrateNoPath "crate_no_path": "`crate` says by a path where `genl` is found";

    // Numbers.
    NumberMissing "number_missing": "numbers are always written";
    NumberTwice "number_twice": "an item has one number";
    NumberNotFirst "number_not_first": "the number comes before the words";
    NumberNoLiteral "number_no_literal": "a number is an integer literal, which a macro can read";
    NumberSuffix "number_suffix": "a number has no suffix";
    NumberOutOfRange "number_out_of_range": "a number fits where it is written: 14 bits, or 8";
    NumberTaken "number_taken": "an attribute has a number of its own in its set";
    OpNumberTaken "op_number_taken": "an operation has a number of its own among the dos, or among the dumps";
    EventNumberTaken "event_number_taken": "an event has a number of its own among the events";

    // Attribute sets.
    DeriveMisplaced "derive_misplaced": "a set is a struct or an enum, an enumeration is an enum";
    FieldsUnnamed "fields_unnamed": "the fields of a set have names";
    ConstantTaken "constant_taken": "what becomes a constant has its name for itself";
    SubsetOfItself "subset_of_itself": "a subset is one of another set";
    SubsetEmpty "subset_empty": "an enum that is a subset has variants";
    SubsetWithWords "subset_with_words": "the fields of a subset leave numbers and words to its set";
    SubsetWithPad "subset_with_pad": "a subset leaves the pad attribute to its set";
    SubsetUpperCase "subset_upper_case": "a field of a subset is called as in its set, in lower case";
    UnknownOfOtherType "unknown_of_other_type": "unknown attributes are kept as `UnknownAttribute`";
    UnknownNotAlone "unknown_not_alone": "`unknown` stands alone";
    UnknownTwice "unknown_twice": "there is one place for what is unknown";

    // The types of fields.
    TypeUnsupported "type_unsupported": "a payload is of a type that the kernel could read";
    TypeStatic "type_static": "nothing is borrowed from a message for `'static`";
    LifetimeUnnamed "lifetime_unnamed": "a field borrows for a lifetime of its struct";
    OptionTwice "option_twice": "one `Option` says that an attribute may be absent";
    BoolOptional "bool_optional": "a `bool` says by itself that a flag may be absent";
    WordMissing "word_missing": "a type that leaves open how it is written has the word that tells";
    ListWordMissing "list_word_missing": "a `Vec` has a word that tells how it repeats";
    ListWordMisfit "list_word_misfit": "the words for lists stand on a `Vec`";
    ListOptional "list_optional": "where no list and an empty one are the same, there is no `Option`";
    ListOfBools "list_of_bools": "the elements of a list have a payload";
    ListOfLists "list_of_lists": "the elements of a list are no lists";
    ListOfOptions "list_of_options": "the elements of a list are there";
    FlagMisfit "flag_misfit": "`flag` is for a `bool`";
    BigEndianMisfit "big_endian_misfit": "`big_endian` is for integers of 2, 4 and 8 bytes";
    UnterminatedMisfit "unterminated_misfit": "`unterminated` is for text whose type brings no NUL";
    FlagsMisfit "flags_misfit": "`flags` is for types of `bitflags!`";
    NestOfEnum "nest_of_enum": "a nest of mixed attributes is a `Vec` of them";
    NestMisfit "nest_misfit": "`nest` is for attribute sets";
    UintMisfit "uint_misfit": "`uint` is for `u64`, and `sint` for `i64`";
    Bitfield32Misfit "bitfield32_misfit": "`bitfield32` is for `Bitfield32`";
    CStructMisfit "c_struct_misfit": "`c_struct` is for structs of `zerocopy`";
    ArrayMisfit "array_misfit": "`array` is for integers";
    IndexedMalformed "indexed_malformed": "`indexed` holds `from = N` or `zero`, if anything";
    IndexedMisfit "indexed_misfit": "a list of `Indexed` has the word `indexed`, alone";
    KeyedMalformed "keyed_malformed": "`keyed` names one key or two, each with its type";
    KeyedMisfit "keyed_misfit": "`keyed` is for a list of `Keyed`, with as many keys";
    KeyOfOtherType "key_of_other_type": "a key is the number of an attribute, a `u16`";
    KeyTwice "key_twice": "each key has a name of its own";

    // Bounds.
    BoundMisfit "bound_misfit": "`min` and `max` bound integers, the lengths bound text and bytes";
    BoundOutOfRange "bound_out_of_range": "a bound is a value that there can be";
    BoundsCrossed "bounds_crossed": "something lies between the bounds";

    // The variants of a set.
    VariantWithValue "variant_with_value": "a variant that is an attribute has a number and no value";
    VariantWithoutPayload "variant_without_payload": "a variant that is no flag holds a payload";
    VariantOfSeveral "variant_of_several": "a variant holds one payload, without a name";
    VariantOptional "variant_optional": "a variant is an attribute that is there";
    VariantWithMulti "variant_with_multi": "a variant is one attribute";
    FlagWithPayload "flag_with_payload": "a variant that is a flag holds nothing";

    // Enumerations.
    EnumerationGeneric "enumeration_generic": "an enumeration has no parameters";
    ReprMissing "repr_missing": "an enumeration says by `repr` the integer it stands for";
    ReprUnsupported "repr_unsupported": "an enumeration stands for an integer of 1, 2, 4 or 8 bytes";
    UnknownMissing "unknown_missing": "an enumeration has a place for values that it does not name";
    UnknownNoInteger "unknown_no_integer": "the place of values without a name holds the integer, alone";
    UnknownWithoutRoom "unknown_without_room": "the language has a value for the place of values without a name";
    UnknownWithNumber "unknown_with_number": "the place of values without a name has no value";
    VariantWithPayload "variant_with_payload": "a variant with a value holds nothing";
    ValueMissing "value_missing": "an enumeration names a value";
    ValueBehindUnknown "value_behind_unknown": "no value counts on from the place of values without a name";
    ValueOutOfRange "value_out_of_range": "a value fits the integer of the enumeration";

    // The block.
    TraitMissing "trait_missing": "a block holds a family, as a trait";
    TraitNotPlain "trait_not_plain": "the trait of a family has a name and items alone";
    FamilyTwice "family_twice": "a block holds one family";
    FamilyEmpty "family_empty": "a family has operations or events";
    ItemStray "item_stray": "a block holds groups, operations and events alone";
    ItemPublic "item_public": "the items of a block are as visible as its trait";
    ConstNoGroup "const_no_group": "the constants of a block are multicast groups";
    GroupNotPlain "group_not_plain": "a group has no parameters";
    GroupTaken "group_taken": "a group of the kernel's is declared once";
    GroupUnused "group_unused": "a group has events, or is allowed to have none";
    GroupMissing "group_missing": "an event says to which group it is sent, or that it is sent to none";
    GroupUnknown "group_unknown": "an event is sent to a group of its block";
    TypeTaken "type_taken": "what the block makes has its name for itself";
    FnUpperCase "fn_upper_case": "a `fn` is in lower case, as its constant is in upper case";
    NameReserved "name_reserved": "what the client has of its own is not taken";
    VariantTaken "variant_taken": "an event has a variant of its own";
    VariantNoIdentifier "variant_no_identifier": "the name of an event becomes that of a variant";

    // Operations and events.
    FnUnmarked "fn_unmarked": "a `fn` is an operation or an event";
    FnMarkedTwice "fn_marked_twice": "a `fn` is either an operation or an event";
    FnQualified "fn_qualified": "a `fn` has no qualifiers";
    FnGeneric "fn_generic": "a `fn` has no parameters of its own";
    FnWithBody "fn_with_body": "a `fn` has no body";
    FnWithSelf "fn_with_self": "a `fn` has no `self`";
    ParameterTwice "parameter_twice": "a `fn` takes one set at most";
    LifetimeNamed "lifetime_named": "the lifetimes in a block are `'_`";
    ParameterNoName "parameter_no_name": "a parameter has a plain name";
    TypeNoSet "type_no_set": "a `fn` takes and returns attribute sets, by value and bare";
    ReplyMissing "reply_missing": "where there are several replies there is one";
    ReplyOptional "reply_optional": "of several replies each is there";
    ReplyNumberUnused "reply_number_unused": "`reply` is for a reply with a number of its own";
    EventWithReply "event_with_reply": "an event is not replied to";
    NotifyUnknown "notify_unknown": "a notification names an operation of its block";
    NotifyWithParameter "notify_with_parameter": "a notification has no set of its own";
    NotifyWithoutReply "notify_without_reply": "a notification carries the reply of its operation";
}
