//! `genl export`: the YAML says the same as that of the kernel, and nothing of an author's can break it.

mod compared;
mod hostile;
mod imported;
mod printed;
mod spec;
mod text;
mod words;
