// Names of folders and open places, the same in every backend: a system's folder is its name, qualified only where two
// would collide; a value that the vendor must supply is a token that no reader accepts.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "compiler/model/model.h"
#include "compiler/requirements/requirement.h"

namespace hotsite::backends {

/// `name` as one part of a path: characters that no system name has become `_`, so that nothing leaves its folder.
inline std::string PathPart(std::string_view name) {
  std::string part;
  for (const char c : name) {
    const bool plain = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
                       std::string_view("@#$_-").find(c) != std::string_view::npos;
    part += plain ? c : '_';
  }
  return part.empty() ? "_" : part;
}

/// `text` for a line of a plain-text file: what isn't printable ASCII becomes `?`, so that no line breaks where none
/// was meant.
inline std::string PlainText(std::string_view text) {
  std::string plain;
  for (const char c : text) plain += c >= ' ' && c <= '~' ? c : '?';
  return plain;
}

/// `??OSA-002`: stands where the answer to a question will stand. The identifier comes from the ledger, a file like any
/// other.
inline std::string OpenToken(const requirements::Requirements& requirements, model::HoleId hole) {
  return "??" + PathPart(requirements.IdOf(hole));
}

/// A device of an answer that names groups of three: `??OSA-002` the first device of the first group, `??OSA-002+1` the
/// next, `??OSA-002.17` the first of the 17th group. `group` counts from 0. Groups are counted, not offsets: the
/// vendor's groups need not lie side by side.
inline std::string DeviceToken(const requirements::Requirements& requirements, model::HoleId hole, std::size_t group,
                               unsigned plus = 0) {
  std::string token = OpenToken(requirements, hole);
  if (group > 0) token += "." + std::to_string(group + 1);
  if (plus > 0) token += "+" + std::to_string(plus);
  return token;
}

/// The folders of all systems of one kind that are placed at recovery sites.
class Folders {
 public:
  Folders(const model::Model& model, model::SystemKind kind) : model_(model) {
    for (const model::Site* site : model.recovery_sites()) {
      for (const model::PlacementId id : site->placements) {
        const model::System& system = model.SystemOf(model.at(id));
        if (system.kind != kind) continue;
        if (sites_[model.at(id).system]++ == 0) ++names_[PathPart(system.name)];
      }
    }
  }

  /// `LNXWAS1`; `VMPROD.LNXWAS1` where another z/VM has a guest of that name; `site.LNXWAS1` where several sites place
  /// it.
  std::string Of(const model::Placement& placement) const {
    const model::System& system = model_.SystemOf(placement);
    std::string folder = PathPart(system.name);
    const auto name = names_.find(folder);
    if (name != names_.end() && name->second > 1 && system.parent.valid()) {
      folder = PathPart(model_.at(system.parent).name) + "." + folder;
    }
    const auto sites = sites_.find(placement.system);
    if (sites != sites_.end() && sites->second > 1) folder = PathPart(model_.at(placement.site).name) + "." + folder;
    return folder;
  }

 private:
  const model::Model& model_;
  std::map<std::string, int, std::less<>> names_;
  std::map<model::SystemId, int> sites_;
};

}  // namespace hotsite::backends
