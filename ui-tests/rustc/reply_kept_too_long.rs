use genl::{AttributeSet, genl_family};

#[derive(AttributeSet)]
struct Name<'a> {
    #[attr(1)]
    name: &'a str,
}

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(1)]
        fn name() -> Name<'_>;
    }
}

fn main() -> Result<(), genl::Error> {
    let mut pm = Pm::connect()?;
    let first = pm.name()?;
    let second = pm.name()?;
    println!("{} {}", first.name, second.name);
    Ok(())
}
