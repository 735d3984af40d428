// The numbered steps of our own z/VM's README: at home, at the hot site, and back. Used by readme.cpp.
#pragma once

#include <string>
#include <vector>

#include "backends/zvm_text/changes.h"
#include "backends/zvm_text/host_file.h"
#include "backends/zvm_text/open_places.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::zvm {

struct ReadmeSteps {
  const zvm_text::Host& host;
  const zvm_text::Changes& changes;
  const std::vector<zvm_text::HostFile>& files;

  /// What can only be done before the backup is taken.
  void WriteAtHome(TextWriter& out) const;
  /// Both IPLs, or the one where nothing differs. `open` takes the load address that waits for the vendor.
  void WriteHere(TextWriter& out, zvm_text::OpenPlaces& open) const;
  /// Everything back as it was; nothing where nothing was changed.
  void WriteUndo(TextWriter& out) const;
  /// Files that no step puts in place, since nothing in them differs from home.
  std::vector<std::string> AsAtHome() const;
};

}  // namespace hotsite::backends::zvm
