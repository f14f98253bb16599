use genl::AttributeSet;

#[derive(AttributeSet)]
struct Wrapper<T> {
    #[attr(1, nest)]
    inner: T,
}

fn set<S: AttributeSet>() {}

fn main() {
    set::<Wrapper<u32>>();
}
