#!/usr/bin/env python3
"""A plugin for `hotsite build`: a table of what runs where at each recovery site, for a spreadsheet.

    hotsite build 2009.dr --plugin csv=examples/plugins/guests_csv.py

writes plugins/csv/<site>.csv. A plugin reads model.json from standard input and prints the files that it makes as JSON;
docs/plugins.md tells the rest."""
import csv
import io
import json
import sys


def amount(stated):
    """A stated value as text; what waits for the vendor as the request's token."""
    if stated is None:
        return ""
    return "??" + stated["open"] if "open" in stated else str(stated["value"])


def rows(site):
    for machine in site["machines"]:
        for partition in machine["partitions"]:
            for placed in partition["placements"]:
                resources = placed.get("resources", {})
                addresses = [address for nic in placed.get("nics", []) for address in nic.get("addresses", [])]
                yield {
                    "system": placed["system"],
                    "kind": placed["kind"],
                    "level": placed["level"],
                    "machine": machine["name"],
                    "partition": partition["name"],
                    "memory_mib": amount(resources.get("memory_mib")),
                    "processors": amount(resources.get("processors")),
                    "addresses": " ".join(addresses),
                }


def artifact(site):
    text = io.StringIO()
    table = csv.DictWriter(
        text,
        ["system", "kind", "level", "machine", "partition", "memory_mib", "processors", "addresses"],
        lineterminator="\n",
    )
    table.writeheader()
    open_places = []
    for row in rows(site):
        table.writerow(row)
        for column in ("memory_mib", "processors"):
            if row[column].startswith("??"):
                open_places.append({"requirement": row[column][2:], "what": f"{column} of {row['system']}"})
    return {"path": f"{site['name']}.csv", "text": text.getvalue(), "open": open_places}


def main():
    model = json.load(sys.stdin)
    if model["version"] != 1:
        sys.exit(f"model.json has version {model['version']}; this plugin knows version 1")
    json.dump({"artifacts": [artifact(site) for site in model["sites"] if site["recovery"]]}, sys.stdout)


main()
