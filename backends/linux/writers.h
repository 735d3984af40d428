// The writers of network files, one for each way in which distributions keep them (model::NetworkFiles). A new one is a
// file with two functions and a line in writers.cpp.
#pragma once

#include <string>
#include <vector>

#include "backends/linux/host_plan.h"

namespace hotsite::backends::linux_guest {

/// One file of the system: its path without the leading slash, its text, whether it waits for the vendor.
struct File {
  std::string path;
  std::string text;
  std::vector<OpenPlace> open;
};

/// The commands that bring the network up, take it down and start it anew, one for each NIC.
struct Commands {
  std::vector<std::string> devices_up, interfaces_up;
  std::vector<std::string> interfaces_down, devices_down;
  std::string restart;
};

struct Writer {
  model::NetworkFiles kind;
  std::vector<File> (*write)(const HostPlan& plan) = nullptr;
  Commands (*commands)(const HostPlan& plan) = nullptr;
  std::vector<std::string> notes;  // what its reader must know, one paragraph each
};

/// A guest of a KVM has virtio interfaces, which none of the writers is for.
bool IsGuestOfKvm(const model::Model& model, const model::System& system);

/// The writer for a system; nothing where the library doesn't say which files its distribution uses, or none of ours
/// fits.
const Writer* FindWriter(const model::Model& model, const model::System& system);

}  // namespace hotsite::backends::linux_guest
