#include "backends/linux/open_files.h"

#include <string_view>

namespace hotsite::backends::linux_guest {
namespace {

constexpr std::string_view kMark = "OPEN-";

/// The path with a name that says that it waits and that nothing reads.
std::string UnreadPath(const std::string& path) {
  const std::size_t start = path.rfind('/') + 1;
  std::string name = path.substr(start);
  // The name of an interface or device may say already that it is open (HostPlan).
  if (const std::size_t mark = name.find(kMark); mark != std::string::npos) name.erase(mark, kMark.size());
  const bool by_ending = name.ends_with(".rules");
  return path.substr(0, start) + (by_ending ? name + ".OPEN" : std::string(kMark) + name);
}

}  // namespace

File WaitingFor(const std::vector<OpenPlace>& places, File file) {
  for (const OpenPlace& place : places) {
    if (file.text.find("??" + place.requirement) != std::string::npos) file.open.push_back(place);
  }
  if (!file.open.empty()) file.path = UnreadPath(file.path);
  return file;
}

std::string ClosedPath(const std::string& path) {
  const std::size_t start = path.rfind('/') + 1;
  std::string name = path.substr(start);
  if (name.starts_with(kMark)) name.erase(0, kMark.size());
  if (name.ends_with(".OPEN")) name.resize(name.size() - 5);
  return path.substr(0, start) + name;
}

std::vector<OpenPlace> OpenOf(const std::vector<const HostRoute*>& routes) {
  std::vector<OpenPlace> all;
  for (const HostRoute* route : routes) all.insert(all.end(), route->open.begin(), route->open.end());
  return all;
}

std::vector<OpenPlace> OpenOf(const HostPlan& plan, const Interface& face,
                              const std::vector<const HostRoute*>& routes) {
  std::vector<OpenPlace> all = OpenOf(plan, face);
  const std::vector<OpenPlace> of_routes = OpenOf(routes);
  all.insert(all.end(), of_routes.begin(), of_routes.end());
  return all;
}

}  // namespace hotsite::backends::linux_guest
