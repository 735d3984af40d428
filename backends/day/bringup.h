// The steps from empty disks to running systems at one site, in an order in which each can be done. Parts of
// bringup.cpp.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "backends/day/parts.h"
#include "backends/day/restore.h"
#include "backends/zvm_text/start_order.h"

namespace hotsite::backends::day {

using StepNumber = std::size_t;  // index into Plan::steps

struct Step {
  std::vector<StepNumber> after;  // sorted, each once; empty: from the beginning
  std::string system;             // VMPROD
  std::string action;
  std::string expect;
};

struct Plan {
  const Day& day;
  std::vector<RestoreGroup> groups;
  std::vector<Step> steps;
  std::map<model::SystemId, StepNumber> up;  // after which step a system is of use to others

  /// The steps that write a partition's volumes; under nothing those that several share.
  std::map<const model::Placement*, std::vector<StepNumber>> restored = {};
  std::map<const model::Sysplex*, StepNumber> couple_data_sets = {};

  const model::Model& model() const { return day.model(); }
  StepNumber Add(std::vector<StepNumber> after, std::string system, std::string action, std::string expect);
  /// The steps after which all volumes of a partition are written.
  std::vector<StepNumber> Restored(const model::Placement& top);
};

/// All steps of the site.
Plan MakePlan(const Day& day);

// bringup_zos.cpp.
void AddZos(Plan& plan, const model::Placement& placement, std::vector<StepNumber> after);

// bringup_zvm.cpp.
void AddZvm(Plan& plan, const model::Placement& placement, std::vector<StepNumber> after);
/// A z/VM of the vendor's: what the vendor does, what we do.
void AddVendorZvm(Plan& plan, const model::Placement& placement, std::vector<StepNumber> after);

// bringup_guests.cpp.
/// The guests in the order in which they start, alike Linux ones in one step; a router and a z/OS have steps of their
/// own.
void AddGuests(Plan& plan, const model::Placement& host, StepNumber after);
/// The first step in which a Linux reaches a z/OS that it needs, by the addresses of both.
void AddFirstContact(Plan& plan, const model::Placement& host);

/// `in partition PRODA`, `in its virtual machine`.
std::string WhereItRuns(const model::Model& model, const model::Placement& placement);
/// `load address 0A80, load parameter ??DSK-002`; what to take instead where the spec says neither.
std::string LoadOf(const Plan& plan, const model::Placement& placement);

}  // namespace hotsite::backends::day
