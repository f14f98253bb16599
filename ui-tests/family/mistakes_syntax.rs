use genl::genl_family;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(1)]
        fn get(request);
        #[op(2)]
        fn set() -> ;
        #[op(3)]
        fn fine();
    }
}

fn main() {
    let _ = Pm::FINE;
}
