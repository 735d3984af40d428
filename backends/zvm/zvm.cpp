#include "backends/zvm/zvm.h"

#include "backends/zvm/autolog_exec.h"
#include "backends/zvm/dtcparms.h"
#include "backends/zvm/readme.h"
#include "backends/zvm/tcpip_profile.h"
#include "backends/zvm_text/changes.h"
#include "backends/zvm_text/vendor_annex.h"

namespace hotsite::backends::zvm {
namespace {

using zvm_text::Host;
using zvm_text::HostFile;

void Put(const std::string& folder, HostFile file, const ArtifactSink& sink) {
  sink({folder + "/" + file.name, std::move(file.text), false, std::move(file.open)});
}

std::vector<HostFile> OwnFiles(const BuildInput& input, const Host& host) {
  const zvm_text::Changes changes = zvm_text::ChangesOf(host);
  std::vector<HostFile> files = SharedFiles(host);
  for (HostFile file :
       {WriteAutologExec(host), WriteTcpipProfile(host), WriteDtcparms(host), zvm_text::WriteChanges(host, changes)}) {
    if (!file.text.empty()) files.push_back(std::move(file));
  }
  files.insert(files.begin(), WriteReadme(input, host, changes, files));
  return files;
}

}  // namespace

void Generate(const BuildInput& input, const ArtifactSink& sink) {
  for (const bool vendors : {false, true}) {
    for (const model::Placement* placement : zvm_text::HostsOf(input.model, vendors)) {
      const Host host = zvm_text::MakeHost(input.model, input.requirements, *placement);
      const std::string folder = (vendors ? "vendor-zvm/" : "zvm/") + zvm_text::FolderOf(input.model, *placement);
      std::vector<HostFile> files = vendors ? VendorFiles(host) : OwnFiles(input, host);
      for (HostFile& file : files) Put(folder, std::move(file), sink);
    }
  }
}

}  // namespace hotsite::backends::zvm
