"""Validates models by the JSON Schema of model.json, then breaks each in many small ways, none of which may pass.

usage: validate_model.py SCHEMA MODEL…     prints how many were valid and how many breakages were found"""
import copy
import json
import sys

from jsonschema import Draft202012Validator


def places(value, path=()):
    """Paths to all objects in `value`."""
    if isinstance(value, dict):
        yield path
        for key, one in value.items():
            yield from places(one, path + (key,))
    elif isinstance(value, list):
        for i, one in enumerate(value):
            yield from places(one, path + (i,))


def at(document, path):
    for step in path:
        document = document[step]
    return document


def breakages(model, seen):
    """(description, broken copy): an unknown member in each kind of object, each member with a value of another type; of
    objects with the same members at the same place, as noted in `seen`, one."""
    for path in places(model):
        keys = tuple(sorted(at(model, path)))
        shape = (tuple(step for step in path if isinstance(step, str)), keys)
        if shape in seen:
            continue
        seen.add(shape)
        broken = copy.deepcopy(model)
        at(broken, path)["no_such_member"] = 1
        yield f"{path}: a member that isn't known", broken
        for key in keys:
            broken = copy.deepcopy(model)
            at(broken, path)[key] = 1.5
            yield f"{path}: {key} is 1.5", broken


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)
    valid = found = 0
    seen = set()
    for name in sys.argv[2:]:
        with open(name, encoding="utf-8") as file:
            model = json.load(file)
        for error in validator.iter_errors(model):
            sys.exit(f"{name}: {list(error.absolute_path)}: {error.message[:300]}")
        valid += 1
        for what, broken in breakages(model, seen) if len(json.dumps(model)) < 40000 else ():
            if validator.is_valid(broken):
                sys.exit(f"{name}: passes although broken: {what}")
            found += 1
    for top in schema["required"]:  # and what must be there is missed
        broken = copy.deepcopy(model)
        del broken[top]
        if validator.is_valid(broken):
            sys.exit(f"passes without {top}")
        found += 1
    print(f"{valid} valid, {found} breakages found")


main()
