"""Reads inventories with ansible-inventory and says what is wrong: anything on stderr, a host without its variables, a
group that it renamed, a text that came out otherwise.

usage: read_inventory.py FILE…     prints one JSON object: file -> what `ansible-inventory --list` says"""
import json
import os
import subprocess
import sys

os.environ.update(
    ANSIBLE_NOCOLOR="1",
    ANSIBLE_LOCALHOST_WARNING="False",
    ANSIBLE_INVENTORY_UNPARSED_FAILED="True",
    ANSIBLE_INVENTORY_ANY_UNPARSED_IS_FAILED="True",
    ANSIBLE_TRANSFORM_INVALID_GROUP_CHARS="never",  # an invalid name is then a warning, and a warning a failure
    LC_ALL="C.UTF-8",
)


def plain(value):
    """Texts marked as unsafe stand in an object of their own."""
    if isinstance(value, dict):
        if set(value) == {"__ansible_unsafe"}:
            return value["__ansible_unsafe"]
        return {key: plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list) else value


def main():
    read = {}
    for name in sys.argv[1:]:
        run = subprocess.run(["ansible-inventory", "-i", name, "--list"], capture_output=True, text=True)
        if run.returncode != 0 or run.stderr.strip():
            sys.exit(f"{name}: {run.returncode}: {run.stderr}")
        read[name] = plain(json.loads(run.stdout))
    json.dump(read, sys.stdout)


main()
