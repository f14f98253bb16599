use genl::genl_family;

const PM_CMD_FLUSH: u8 = 5;

genl_family! {
    #[family(name = "pm")]
    trait Pm {
        #[op(PM_CMD_FLUSH)]
        fn flush();
    }
}

fn main() {}
