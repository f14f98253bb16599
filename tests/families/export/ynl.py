#!/usr/bin/env python3
"""The kernel's own tool reads exported YAML: same requests, same replies, as with the kernel's YAML.

Needs:
  - root, for a network namespace of its own (`unshare --net`) and `ip`;
  - `tools/net/ynl` of a kernel source of Linux 6.12 or later (Debian: the package `linux-source-6.12`), given by --ynl;
  - PyYAML and, for --schemas (`Documentation/netlink` of a kernel source), jsonschema;
  - the exported YAML: `cargo run -p genl-families --bin exports FOLDER`, given by --exported.

The kernel's YAML is that in tests/tests/import/specs. Nothing is downloaded, nothing in the repository is written.

    tests/families/export/ynl.py --ynl .../tools/net/ynl --schemas .../Documentation/netlink --exported FOLDER

What is done live is done by the exported YAML. The kernel's answers are then played to a second tool that has the kernel's YAML: it
must send the same bytes and decode the same values. Names of values and forms for people (`enum`, `display-hint`) are taken out of both
first, since the kernel's YAML lacks some; with them, the exported YAML is run once more by itself.
"""

import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
FAMILIES = ["mptcp_pm", "nlctrl", "ethtool", "netdev", "tcp_metrics"]

# Operations that authors spell in another way.
RENAMED = {"get-family": "getfamily", "get-policy": "getpolicy"}

# Attributes at which the kernel's YAML is wrong, so that its tool cannot be the judge.
UNJUDGED = {
    # The kernel's header has `pad` (11) before `mask` (12).
    "nlctrl": {"mask", "pad"},
    # They repeat, or hold one more attribute, and the kernel's YAML does not say so.
    "ethtool": {"grp"},
    "mptcp_pm": set(),
    "netdev": set(),
    "tcp_metrics": set(),
}


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--ynl", required=True, type=pathlib.Path)
    parser.add_argument("--exported", required=True, type=pathlib.Path)
    parser.add_argument("--schemas", type=pathlib.Path)
    return parser.parse_args()


class Recorded:
    """A socket that keeps what is sent and received."""

    def __init__(self, sock):
        self.sock, self.sent, self.received = sock, [], []

    def send(self, data, flags=0):
        self.sent.append(bytes(data))
        return self.sock.send(data, flags)

    def recv(self, size, flags=0):
        self.received.append(self.sock.recv(size, flags))
        return self.received[-1]

    def __getattr__(self, name):
        return getattr(self.sock, name)


class Played(Recorded):
    """A socket that answers as another one was answered."""

    def __init__(self, sock, replies):
        super().__init__(sock)
        self.replies = list(replies)

    def send(self, data, flags=0):
        self.sent.append(bytes(data))
        return len(data)

    def recv(self, size, flags=0):
        return self.replies.pop(0)


class Compared:
    """A family by both descriptions."""

    def __init__(self, name, exported, folder):
        import lib
        self.name, self.lib = name, lib
        theirs = ROOT / "tests/tests/import/specs" / f"{name}.yaml"
        ours = exported / f"{name}.yaml"
        self.theirs = lib.YnlFamily(str(bare(theirs, folder / "theirs")), schema="")
        self.ours = lib.YnlFamily(str(bare(ours, folder / "ours")), schema="")
        self.named = lib.YnlFamily(str(ours), schema="")
        self.encoded = self.run = 0

    def encode(self, name, values):
        op, other = self.ours.ops[name], self.theirs.ops[RENAMED.get(name, name)]
        one = self.ours._encode_message(op, values, [], 1)
        two = self.theirs._encode_message(other, values, [], 1)
        assert one == two, f"{self.name} {name} {values}:\n{one.hex()}\n{two.hex()}"
        self.encoded += 1

    def encode_all(self):
        """Every request with every attribute that both have in it."""
        for name, op in self.ours.ops.items():
            other = self.theirs.ops.get(RENAMED.get(name, name))
            if other is None:
                print(f"  {self.name}: {name} is not in the kernel's YAML")
                continue
            for mode in ("do", "dump"):
                mine = op.yaml.get(mode, {}).get("request", {}).get("attributes", [])
                assert mode not in op.yaml or mode in other.yaml, f"{name} {mode}"
                self.encode(name, {
                    attribute: self.example(self.ours.attr_sets[op["attribute-set"]][attribute], 0)
                    for attribute in mine
                    if self.is_encoded(op["attribute-set"], attribute)
                })

    def is_encoded(self, space, name):
        # The tool encodes no lists in nests.
        kind = self.ours.attr_sets[space][name]["type"]
        return kind not in ("indexed-array", "nest-type-value") and "type-value" not in self.ours.attr_sets[space][name].yaml

    def example(self, attr, depth):
        kind = attr["type"]
        if kind == "nest":
            space = attr["nested-attributes"]
            return {
                name: self.example(inner, depth + 1)
                for name, inner in self.ours.attr_sets[space].items()
                if depth < 4 and inner["type"] != "pad" and self.is_encoded(space, name)
            }
        if kind == "string":
            return "text"
        if kind == "flag":
            return True
        if kind == "bitfield32":
            return {"value": 1, "selector": 3}
        if kind == "binary":
            return bytes(range(attr.yaml.get("checks", {}).get("exact-len", 6)))
        return {"u8": 0xfe, "s8": -2}.get(kind, 0x1234)

    def live(self, name, values, dump=False, named=None):
        """Asks the kernel by the exported YAML, and plays its answers to the other one."""
        flags = [self.lib.Netlink.NLM_F_DUMP] if dump else []
        live = self.ours.sock = Recorded(getattr(self.ours.sock, "sock", self.ours.sock))
        ours = outcome(self.ours, name, values, flags)
        played = self.theirs.sock = Played(getattr(self.theirs.sock, "sock", self.theirs.sock), live.received)
        theirs = outcome(self.theirs, RENAMED.get(name, name), values, flags)
        assert live.sent == played.sent, f"{self.name} {name}: sent {live.sent} and {played.sent}"
        assert not played.replies, f"{self.name} {name}: replies are left"
        ours, theirs = (without(it, UNJUDGED[self.name]) for it in (ours, theirs))
        assert ours == theirs, f"{self.name} {name}:\n{ours}\n{theirs}"
        self.run += 1
        # The same with all names.
        self.named.sock = Recorded(getattr(self.named.sock, "sock", self.named.sock))
        return outcome(self.named, name, named or values, flags)


def outcome(family, name, values, flags):
    try:
        return family._ops([(name, values, list(flags))])[0]
    except Exception as error:
        if type(error).__name__ != "NlError":
            raise
        return f"error {error.nl_msg.error} {(error.nl_msg.extack or {}).get('msg')}"


def without(value, names):
    if isinstance(value, dict):
        return {key: without(inner, names) for key, inner in value.items() if key not in names}
    if isinstance(value, list):
        return [without(inner, names) for inner in value]
    return value


def bare(path, folder):
    """The YAML without names of values and forms for people."""
    import yaml
    spec = yaml.safe_load(path.read_text())
    sets = [attribute for each in spec["attribute-sets"] for attribute in each["attributes"]]
    for attribute in sets:
        for key in ("enum", "enum-as-flags", "display-hint"):
            attribute.pop(key, None)
    folder.mkdir(exist_ok=True)
    copy = folder / path.name
    copy.write_text("# SPDX-License-Identifier: NOASSERTION\n" + yaml.safe_dump(spec, sort_keys=False))
    return copy


def ip(*words):
    return subprocess.run(["ip", *words], check=True, capture_output=True, text=True).stdout


def mptcp_pm(family):
    address = {"family": 2, "id": 5, "addr4": 0x0A000001, "flags": 1}
    named = {"family": "inet", "id": 6, "addr4": 0x0A000002, "flags": ["signal"]}
    answer = family.live("add-addr", {"addr": address}, named={"addr": named})
    assert answer is None, answer
    six = {"family": 10, "id": 7, "addr6": bytes.fromhex("fd" + 14 * "00" + "01"), "flags": 2}
    family.live("add-addr", {"addr": six}, named={"addr": {"id": 5, "family": "inet", "addr4": 1}})
    print(ip("mptcp", "endpoint").rstrip())
    for expected in ("10.0.0.1 id 5 signal", "10.0.0.2 id 6 signal", "fd00::1 id 7 subflow"):
        assert expected in ip("mptcp", "endpoint")
    print(" ", family.live("get-addr", {"addr": {"id": 7}}))
    print(" ", family.live("get-addr", {}, dump=True))
    family.live("set-limits", {"rcv-add-addrs": 3, "subflows": 4})
    assert "add_addr_accepted 3 subflows 4" in ip("mptcp", "limits"), ip("mptcp", "limits")
    print(" ", family.live("get-limits", {}))
    print(" ", family.live("del-addr", {"addr": {"id": 99}}))
    family.live("del-addr", {"addr": {"id": 5}}, named={"addr": {"id": 6}})
    family.live("flush-addrs", {})
    assert ip("mptcp", "endpoint") == ""
    print(" ", family.live("announce", {"token": 1, "addr": address}))


def nlctrl(family):
    print(" ", family.live("get-family", {"family-name": "nlctrl"}))
    families = family.live("get-family", {}, dump=True)
    print("  families:", len(families))
    number = next(it["family-id"] for it in families if it["family-name"] == "mptcp_pm")
    policy = family.live("get-policy", {"family-id": number}, dump=True)
    print("  policy:", len(policy), policy[-1])
    print(" ", family.live("get-family", {"family-name": "nothing"}))


def ethtool(family):
    ip("link", "add", "one", "type", "veth", "peer", "name", "two")
    ip("link", "set", "one", "up")
    ip("link", "set", "two", "up")
    one = {"header": {"dev-name": "one"}}
    for name in ("linkinfo-get", "linkmodes-get", "linkstate-get", "features-get", "channels-get", "rings-get", "tsinfo-get",
                 "strset-get", "stats-get"):
        if name not in family.ours.ops:
            continue
        answer = family.live(name, one if name != "strset-get" else {**one, "counts-only": True})
        print(f"  {name}: {str(answer)[:150]}")
        if "dump" in family.ours.ops[name].yaml:
            family.live(name, {"header": {}}, dump=True)
    wanted = {"nomask": None, "bits": {"bit": [{"name": "tx-gso-partial", "value": True}]}}
    print(" ", str(family.live("features-set", {**one, "wanted": {"bits": wanted["bits"]}}))[:150])


def netdev(family):
    print(" ", family.live("dev-get", {"ifindex": 1}))
    print("  devices:", len(family.live("dev-get", {}, dump=True)))
    for name in ("page-pool-get", "queue-get", "napi-get", "qstats-get"):
        print(f"  {name}: {family.live(name, {}, dump=True)}")
    print(" ", family.live("dev-get", {"ifindex": 999}))


def tcp_metrics(family):
    print(" ", family.live("get", {"addr-ipv4": 0x7F000001}))
    print(" ", family.live("get", {}, dump=True))
    print(" ", family.live("del", {"addr-ipv6": bytes(15) + b"\1"}))


def validate(exported, schemas):
    import jsonschema
    import yaml
    for path in sorted(exported.glob("*.yaml")):
        spec = yaml.safe_load(path.read_text())
        schema = yaml.safe_load((schemas / f"{spec['protocol']}.yaml").read_text())
        jsonschema.validate(spec, schema)
        print(f"{path.name}: valid {spec['protocol']}")


def main():
    options = arguments()
    if os.environ.get("GENL_YNL_NAMESPACE") is None:
        os.environ["GENL_YNL_NAMESPACE"] = "own"
        os.execvp("unshare", ["unshare", "--net", sys.executable, *sys.argv])
    # Linux 6.13 and before have `lib`, later ones `pyynl/lib`.
    tool = options.ynl / "pyynl" if (options.ynl / "pyynl").is_dir() else options.ynl
    sys.path.insert(0, str(tool))
    sys.dont_write_bytecode = True
    if options.schemas:
        validate(options.exported, options.schemas)
    import lib.ynl
    # Both tools number their requests alike.
    lib.ynl.random.randint = lambda least, most: least
    ip("link", "set", "lo", "up")
    with tempfile.TemporaryDirectory() as folder:
        for name in FAMILIES:
            print(name)
            family = Compared(name, options.exported, pathlib.Path(folder))
            family.encode_all()
            globals()[name](family)
            print(f"{name}: {family.encoded} requests encoded, {family.run} asked of the kernel: equal")


if __name__ == "__main__":
    main()
