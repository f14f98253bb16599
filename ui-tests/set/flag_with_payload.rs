use genl::AttributeSet;

#[derive(AttributeSet)]
enum Action {
    #[attr(1, flag)]
    PopVlan(bool),
}

fn main() {}
