#include "backends/zvm_text/host_file.h"

#include "backends/zvm_text/controller_entries.h"
#include "backends/zvm_text/controllers.h"
#include "backends/zvm_text/directory.h"
#include "backends/zvm_text/last_statements.h"
#include "backends/zvm_text/start_exec.h"
#include "backends/zvm_text/system_config.h"

namespace hotsite::backends::zvm_text {

std::vector<HostFile> SharedFiles(const Host& host) {
  std::vector<HostFile> files;
  for (const auto write :
       {&WriteDirectory, &WriteSystemConfig, &WriteLastStatements, &WriteControllers, &WriteStartExec}) {
    HostFile file = write(host);
    if (!file.text.empty()) files.push_back(std::move(file));
  }
  for (HostFile& profile : ControllerProfiles(host)) files.push_back(std::move(profile));
  return files;
}

std::vector<OpenPlace> OpenPlacesOf(const std::vector<HostFile>& files) {
  std::vector<OpenPlace> places;
  for (const HostFile& file : files) places.insert(places.end(), file.open.begin(), file.open.end());
  return places;
}

}  // namespace hotsite::backends::zvm_text
