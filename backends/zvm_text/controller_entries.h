// Directory entries of VSWITCH controllers that the spec names and that nobody has yet: neither shipped with z/VM nor
// restored with our directory. Used by directory.cpp and by the vendor's undo list.
#pragma once

#include <string>
#include <vector>

#include "backends/zvm_text/host.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::zvm_text {

struct ControllerEntry {
  std::string userid;
  std::vector<std::string> lines;       // the statements of all its records: USER, or IDENTITY and SUBCONFIGs
  std::vector<std::string> subconfigs;  // their names
};

/// One for each, in the order of the vswitches; of a single system image all are in the file of its first member here,
/// since the members share one directory.
std::vector<ControllerEntry> ControllerEntriesOf(const Host& host);

/// The entries with the remarks above them.
void WriteControllerEntries(TextWriter& out, const Host& host);

}  // namespace hotsite::backends::zvm_text
