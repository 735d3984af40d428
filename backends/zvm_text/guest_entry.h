// The statements of one guest's directory entry, made from its placement (CP Planning and Administration). Split into
// what a PROFILE may hold and what is the guest's own, so that directory.cpp can share the former among equal guests.
#pragma once

#include <string>
#include <vector>

#include "backends/zvm_text/host.h"
#include "backends/zvm_text/open_places.h"

namespace hotsite::backends::zvm_text {

struct GuestEntry {
  std::string name;
  std::vector<std::string> remarks;  // what the reader should know; stand above USER
  std::string user;                  // the USER statement
  std::vector<std::string> general;  // may stand in a profile: before any device statement
  std::vector<std::string> devices;  // may stand in a profile
  std::vector<std::string> own;      // NICDEF, DEDICATE, MDISK and the remarks between them
};

/// The entry of `guest` under `host`.
GuestEntry MakeGuestEntry(const Host& host, const model::Placement& guest, OpenPlaces& open);

}  // namespace hotsite::backends::zvm_text
