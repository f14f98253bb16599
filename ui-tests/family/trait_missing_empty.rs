use genl::genl_family;

genl_family! {}

fn main() {}
