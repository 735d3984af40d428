#include <fmt/format.h>

#include "backends/changelog/changelog.h"

namespace hotsite::backends::changelog {

std::string Human(const Changelog& log, const TextOptions&) {
  std::string text = fmt::format("{} → {}\n", log.before.title, log.now.title);
  for (const diff::SpecChange& change : log.changes.all) {
    text += fmt::format("{} {} {} at {}: {} {}{}: {} → {}\n", change.code.ToString(), ToString(change.what),
                        fmt::join(change.subjects, ", "), fmt::join(change.sites, ", "), change.part, change.attribute,
                        change.description, change.before, change.now);
  }
  return text;
}

}  // namespace hotsite::backends::changelog
