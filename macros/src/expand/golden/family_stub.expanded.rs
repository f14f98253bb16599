::core::compile_error! {
    "`#[op(..)]` has no word `dmup`\nhelp: there is `dump`"
}
#[derive(::core::clone::Clone, ::core::fmt::Debug)]
#[allow(dead_code)]
struct Pm<__C = ::genl::Client> {
    channel: __C,
}
#[automatically_derived]
#[allow(dead_code, deprecated)]
impl Pm<()> {
    /// The family: its name and its version.
    const FAMILY: ::genl::Family = ::genl::Family::new("pm", 1);
    /// Operation 1 (`fine`), a do: takes `Get`, answered by `Reply`.
    const FINE: ::genl::Do<Get, Reply> = Self::FAMILY.op("fine", 1);
    /// Operation 2 (`wrong`), a do: takes `Get`, answered by `Reply`.
    const WRONG: ::genl::Do<Get, Reply> = Self::FAMILY.op("wrong", 2);
    /// What the family is, as data.
    const DESCRIPTION: &'static ::genl::description::Family = &::genl::description::Family::new(
        Self::FAMILY,
        "",
        &[],
        &[(&Self::FINE).describe(""), (&Self::WRONG).describe("")],
        &[],
    );
}
#[automatically_derived]
#[allow(dead_code, deprecated)]
impl Pm<::genl::Client> {
    /// Opens a netlink socket and asks the kernel for the family.
    ///
    /// # Errors
    ///
    /// If the socket cannot be opened, or the kernel does not have the family.
    fn connect() -> ::core::result::Result<Self, ::genl::Error> {
        ::genl::Client::connect(Pm::FAMILY).map(Self::new)
    }
}
#[automatically_derived]
#[allow(dead_code, deprecated)]
impl<__C> Pm<__C> {
    /// A client over `channel`.
    #[must_use]
    const fn new(channel: __C) -> Self {
        Self { channel }
    }
    /// The channel that the operations go through.
    #[must_use]
    const fn channel(&mut self) -> &mut __C {
        &mut self.channel
    }
}
#[automatically_derived]
#[allow(dead_code, deprecated)]
impl<__C: ::genl::Channel> Pm<__C> {
    /// Operation 1: [`FINE`](Pm::FINE).
    fn fine(&mut self, request: &Get) -> __C::Reply<'_, Reply> {
        (&mut self.channel).call(&Pm::FINE, request)
    }
    /// Operation 2: [`WRONG`](Pm::WRONG).
    fn wrong(&mut self, request: &Get) -> __C::Reply<'_, Reply> {
        (&mut self.channel).call(&Pm::WRONG, request)
    }
}
