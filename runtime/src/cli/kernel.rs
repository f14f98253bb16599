//! Requests to the controller.

use genl::Client;
use genl::description::Mode;
use genl::inspect::{Direction, Inspector};
use genl::nlctrl::{FamilyReply, GetFamily, Nlctrl};

use crate::failure::Failure;
use crate::{families, nearest};

/// How often a dump is repeated if families are registered or unregistered meanwhile.
const ATTEMPTS: usize = 5;

/// A client of the controller.
pub(crate) type Controller = Nlctrl<Client>;

/// Returns the families of the running kernel, in the order of their ids.
pub(crate) fn families(nlctrl: &mut Controller) -> Result<Vec<FamilyReply>, Failure> {
    let mut families = nlctrl.dump_families()?.consistent(ATTEMPTS)?;
    families.sort_by_key(|family| family.family_id);
    Ok(families)
}

/// Returns the family with this name or id.
pub(crate) fn family(nlctrl: &mut Controller, name: &str) -> Result<FamilyReply, Failure> {
    let family_id = name.parse().ok();
    let family_name = family_id.is_none().then(|| name.to_owned());
    let request = GetFamily {
        family_id,
        family_name,
    };
    match nlctrl.get_family(&request) {
        Ok(family) => Ok(family),
        // A name that cannot be encoded is not the name of any family.
        Err(error)
            if error.is_not_found() || matches!(error.kind(), genl::ErrorKind::Encode(_)) =>
        {
            let families = families(nlctrl)?;
            let names = families.iter().map(|family| family.family_name.as_str());
            let help = match nearest::nearest(name, names) {
                Some(name) => format!("a family with a similar name exists: `{name}`"),
                None => "`genl list` prints its families".to_owned(),
            };
            Err(Failure::failed(format_args!(
                "the running kernel has no family `{name}` in this network namespace\nhelp: {help}"
            )))
        }
        Err(error) => Err(error.into()),
    }
}

/// Returns an inspector that knows the family ids of the running kernel and the descriptions of genl.
pub(crate) fn inspector() -> Result<Inspector, Failure> {
    let mut inspector = Inspector::new(families::DESCRIBED);
    let operations = Nlctrl::DESCRIPTION.operations.iter();
    for dump in operations.filter(|it| it.mode == Mode::Dump && it.request.is_nothing()) {
        let mut client = Client::open()?;
        let mut answers = client.ask(Nlctrl::FAMILY, dump, |_| {})?;
        while let Some(answer) = answers.next() {
            inspector.follow(answer?.as_bytes(), Direction::FromKernel);
        }
    }
    Ok(inspector)
}
