// README.txt of a Linux system at a site. Its first line says whether anything differs from home; then the commands to
// apply, to check, to go back, and what waits for the vendor. For whoever is on site, with a 3270 session.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backends/linux/difference.h"
#include "backends/linux/probes.h"
#include "backends/linux/scripts.h"

namespace hotsite::backends::linux_guest {

/// The path of differences that aren't a file's: values to be changed by hand.
inline constexpr std::string_view kValuesPath;

struct ReadmeInput {
  const BuildInput& input;
  const model::Placement& placement;
  const HostPlan& plan;
  const HostPlan* home = nullptr;  // none: the system has no place at home, or no writer
  const Writer* writer = nullptr;  // none: which files its distribution uses isn't known, or it is a guest of a KVM
  const std::vector<File>& files;
  /// Nothing where the system has no place at home. Of values (kValuesPath) where no files are written.
  const std::optional<std::vector<Difference>>& differences;
  const std::vector<Probe>& probes;
  bool virtio = false;  // a guest of a KVM
  bool boot = false;    // BOOT.txt stands beside it
  const Scripts& scripts;
};

std::string WriteReadme(const ReadmeInput& readme);

}  // namespace hotsite::backends::linux_guest
