//! Writes what fuzzing begins with into `corpus`.

#[path = "../shared/mod.rs"]
mod shared;

use std::path::Path;
use std::{fs, io};

fn main() -> io::Result<()> {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    for (target, seeds) in shared::seeds::all() {
        let folder = corpus.join(target);
        fs::create_dir_all(&folder)?;
        for (place, seed) in seeds.iter().enumerate() {
            fs::write(folder.join(format!("seed-{place:03}")), seed)?;
        }
        println!("{target}: {} seeds", seeds.len());
    }
    Ok(())
}
