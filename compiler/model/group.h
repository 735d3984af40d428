// Systems that are one to their users: a single system image of z/VM systems, a sysplex of z/OS systems.
#pragma once

#include <string>
#include <vector>

#include "compiler/model/system.h"

namespace hotsite::model {

/// A single system image (SSI): z/VM systems, its members, that share one user directory and volumes, and between which
/// guests are relocated live. Source: vm.ibm.com/ssi.
struct Cluster {
  std::string name;
  std::string doc;
  Written written;
  std::vector<Reference> members;  // in text order, at least one
  std::vector<SystemId> guests;    // declared in the cluster itself
  std::vector<Volumes> volumes;    // those that all members share, the one of the PDR among them
};

/// What keeps the clocks of a sysplex's machines together.
enum class Timer : std::uint8_t { kUnsaid, kStp };

/// A sysplex: z/OS systems that share couple data sets and, in a parallel sysplex, coupling facilities.
/// Source: z/OS MVS Setting Up a Sysplex.
struct Sysplex {
  std::string name;
  std::string doc;
  Written written;
  std::vector<Reference> members;   // in text order, at least one
  std::vector<SystemId> couplings;  // its coupling facilities
  std::vector<Volumes> volumes;     // those that hold the couple data sets
  Timer timer = Timer::kUnsaid;
};

}  // namespace hotsite::model
