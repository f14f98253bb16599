use genl::{AttributeSet, genl_family};

#[derive(Debug, AttributeSet)]
enum Name<'a> {
    #[attr(1)]
    Name(&'a str),
}

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(1, dump)]
        fn names() -> Vec<Name<'_>>;
    }
}

fn main() -> Result<(), genl::Error> {
    let mut pm = Pm::connect()?;
    for names in pm.names()? {
        println!("{:?}", names?);
    }
    Ok(())
}
