// The writers of network files, one for each way in which distributions keep them (model::NetworkFiles). A new one is a
// file with its functions and a line in writers.cpp.
#pragma once

#include <string>
#include <vector>

#include "backends/linux/host_plan.h"

namespace hotsite::backends::linux_guest {

/// One file of the system: its path without the leading slash, its text, whether it waits for the vendor.
struct File {
  /// How the text gets into the system.
  enum class Part : std::uint8_t {
    kWhole,  // it is the file
    kKeys,   // lines KEY=value: each replaces that key's line in the system's file, or is added to it
    kLines,  // each line is added to the system's file where it isn't there
  };
  std::string path;
  std::string text;
  std::vector<OpenPlace> open;
  Part part = Part::kWhole;
  unsigned mode = 0644;  // readers refuse some files that others may read
  std::string keeps =
      {};  // a key: the home file's own line of it stays, so the home file must be there under this path
};

/// The commands that bring the network up, take it down and start it anew.
struct Commands {
  std::vector<std::string> devices_up, interfaces_up;      // where nothing differs, should it not come up by itself
  std::vector<std::string> interfaces_down, devices_down;  // before the home files come back
  std::vector<std::string> activate;                       // behind apply.sh: make the new files count
};

struct Writer {
  model::NetworkFiles kind;
  std::vector<File> (*write)(const HostPlan& plan) = nullptr;
  Commands (*commands)(const HostPlan& plan) = nullptr;
  /// Patterns of the shell, without the leading slash: files that configure what ours configure. Where anything differs
  /// from home, those that aren't ours have to go, or the system would have two networks.
  std::vector<std::string> replaces;
  std::vector<std::string> notes;  // what its reader must know, one paragraph each
};

/// A guest of a KVM has virtio interfaces, which none of the writers is for.
bool IsGuestOfKvm(const model::Model& model, const model::System& system);

/// The writer for a system; nothing where the library doesn't say which files its distribution uses.
const Writer* FindWriter(const model::Model& model, const model::System& system);

}  // namespace hotsite::backends::linux_guest
