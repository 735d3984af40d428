// What the READMEs of our z/VM and of the vendor's have in common: numbered steps, the list of files, what waits for
// whom.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "backends/zvm_text/host_file.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::zvm_text {

/// Numbers steps: `1. [ ] text`.
class StepWriter {
 public:
  explicit StepWriter(TextWriter& out) : out_(out) {}
  void Step(std::string_view text);

 private:
  TextWriter& out_;
  unsigned number_ = 0;
};

bool HasFile(const std::vector<HostFile>& files, std::string_view name);

/// Every file with what it is; that those `as_home` are not needed.
void WriteFileList(TextWriter& out, const std::vector<HostFile>& files, const std::vector<std::string>& as_home = {});

/// What waits for the vendor, by identifier; an empty line behind it.
void WriteWaiting(TextWriter& out, const std::vector<HostFile>& files);

/// The statements whose value the spec itself leaves out, if any, by file.
void WriteUnsaid(TextWriter& out, const std::vector<HostFile>& files);

}  // namespace hotsite::backends::zvm_text
