//! What is printed talks to the running kernel. The controller is there in every kernel, and answers everyone.

use crate::golden::nlctrl_corrected::{GetfamilyRequest, GetpolicyRequest, Nlctrl};

const NAME: &str = "nlctrl";

#[test]
fn the_controller_tells_of_itself() {
    let mut controller = Nlctrl::connect().expect("the controller");
    let request = GetfamilyRequest {
        family_name: Some(NAME.to_owned()),
    };
    let reply = controller.getfamily(&request).expect("a reply");
    assert_eq!((reply.family_id, reply.version), (Some(16), Some(2)));
    let groups = reply.mcast_groups.expect("groups");
    assert!(
        groups
            .iter()
            .any(|group| group.name.as_deref() == Some("notify"))
    );
}

#[test]
fn the_controller_dumps_families_and_policies() {
    let mut controller = Nlctrl::connect().expect("the controller");
    let families = controller.getfamily_dump().expect("a dump");
    let names: Vec<_> = families
        .map(|family| family.expect("a family").family_name)
        .collect();
    assert!(names.contains(&Some(NAME.to_owned())), "{names:?}");

    let request = GetpolicyRequest {
        family_name: Some(NAME.to_owned()),
        ..GetpolicyRequest::default()
    };
    let policies = controller.getpolicy(&request).expect("a dump");
    let policies = policies.filter_map(|policy| policy.expect("a policy").policy);
    // The name of a family is attribute 2, and text of at most 15 bytes.
    let mut entries = policies.flatten().filter(|entry| entry.key.1 == 2);
    let name = entries.next().expect("the policy of the name").value;
    assert_eq!(name.max_length, Some(15));
}
