#include "compiler/check/source_provider.h"

namespace hotsite::check {

// Made from stdlib/*.dr by the build (stdlib/embed.cmake).
struct EmbeddedModule {
  std::string_view name;
  std::string_view text;
};
extern const EmbeddedModule kEmbeddedModules[];
extern const std::size_t kEmbeddedModuleCount;

std::optional<std::string> MemorySources::Read(const std::string& path, std::string* problem) {
  const auto found = files_.find(path);
  if (found != files_.end()) return found->second;
  *problem = "can't be read: there is no such file";
  return {};
}

std::optional<std::string_view> StandardModule(std::string_view name) {
  for (std::size_t i = 0; i < kEmbeddedModuleCount; ++i) {
    if (kEmbeddedModules[i].name == name) return kEmbeddedModules[i].text;
  }
  return {};
}

std::vector<std::string_view> StandardModules() {
  std::vector<std::string_view> names;
  for (std::size_t i = 0; i < kEmbeddedModuleCount; ++i) names.push_back(kEmbeddedModules[i].name);
  return names;
}

}  // namespace hotsite::check
