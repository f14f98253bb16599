use genl::{AttributeSet, genl_family};

#[derive(Debug, AttributeSet)]
struct Name<'a> {
    #[attr(1)]
    name: &'a str,
}

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(1, dump)]
        fn names() -> Name<'_>;
    }
}

fn main() -> Result<(), genl::Error> {
    let mut pm = Pm::connect()?;
    for name in pm.names()? {
        println!("{:?}", name?);
    }
    let _ = pm.names()?.consistent(3)?;
    Ok(())
}
