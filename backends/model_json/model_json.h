// The model_json backend: model.json, the checked model for other tools. Listed in backends/all.cpp.
//
// Shape, format version 1 (a new key doesn't raise the version; a key that changes its meaning or goes does):
//
//   format "hotsite-model", version 1, spec, customer
//   recovery       name, vendor, contract, test {what, from, to, zone}, further_tests, answers_due,
//                  milestones [{what, time, by_vendor}], ready_minutes, contacts [{role, who, phone, may}],
//                  remote {sessions, lead_minutes}, paper; null without a recovery
//   networks       [{name, plan}]: as declared
//   systems        [{id, name, kind, zvm, vendors, release, distribution, tier, runs, resources, nics, tcpip, lans,
//                  vipas, routes, forwards, volumes, disks, fcp, ipl, backups, restore, rto_minutes, rpo_minutes,
//                  needs, start_first, start_after, needed_by, addresses, doc}]: as declared
//   replications   [{name, systems, method, behind_minutes}]
//   products       [{name, vendor, systems, keyed_to, licence, contact}]
//   sites          [{name, recovery, networks [{network, readdressed, plan}],
//                    machines [{name, model, engines, engines_asked, capacity, serial, hmc, memory, tape, carriers,
//                      channels [{name, kind, reaches, chpids, npiv, devices}],
//                      partitions [{name, said_here, settings, placements [
//                        {system, kind, level, path, resources, nics, lans, restore, ipl, volumes, fcp, reason,
//                         guests}]}]}]}]
//   constraints    [{name, kind, severity, at, site, message, reason}]: what the spec itself requires, all judged
//   accepted       [{code, constraint, subject, found, reason, until}]: findings that the spec accepts
//   requirements   [{id, key, kind}]
//   holes          [{requirement, key, subject, attribute, reason}]
//
// Conventions: a key that says nothing is left out (false, empty, not said). A system is named by its id: `PRODA`, a
// Linux guest `VMPROD/ LNXWAS1`. A value that a spec states is {"value": …, "comparator": …, "reason": …}, one that the
// vendor is asked for {"open": requirement}. Memory is in MiB, frame sizes in KiB, MTUs in bytes; device numbers are
// four hex digits. `path` leads from the machine through the partition and each z/VM to the system. A placement's
// `device` is the number that the system itself uses; its attachment has the real one. A NIC's `over` (one more network
// over that device) and `bonded_with` are indices into the same list, from 0. Every element of a list that
// grows with the shop stands on a line of its own.
#pragma once

#include "backends/backend.h"

namespace hotsite::backends::model_json {

void Generate(const BuildInput& input, const ArtifactSink& sink);

inline constexpr BackendInfo kBackend{"model_json", "the checked model for other tools", "model.json", &Generate};

}  // namespace hotsite::backends::model_json
