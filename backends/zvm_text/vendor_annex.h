// What the vendor must put into its own z/VM when guests of ours run there (option 2): the files of
// vendor-zvm/<system>/. The zvm backend writes them to disk, the request prints them as an annex; both take the text
// from here.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "backends/zvm_text/host_file.h"

namespace hotsite::backends::zvm_text {

struct VendorAnnex {
  std::string system;                                      // VENDORVM
  std::string title;                                       // Statements for VENDORVM
  std::vector<std::pair<std::string, std::string>> files;  // name and text, README.txt first
};

/// One annex per z/VM of the vendor's at the recovery sites, in text order; empty when all guests run under z/VMs of
/// ours.
std::vector<VendorAnnex> VendorAnnexes(const model::Model& model, const requirements::Requirements& requirements);

/// The same for one z/VM, with the open places of each file.
std::vector<HostFile> VendorFiles(const Host& host);

}  // namespace hotsite::backends::zvm_text
