#[derive(Enumeration)]
#[repr(u16)]
pub enum Wrong {
    Inet = 2,
}
