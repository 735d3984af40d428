// A changelog made by hand, with a text of the test's own wherever a spec's words stand.
#pragma once

#include <memory>
#include <string>

#include "backends/changelog/changelog.h"

namespace hotsite::acceptance {

class HandMadeLog {
 public:
  /// Two small specs that differ in where a system runs. `text` stands in every place of a changelog that a spec fills:
  /// titles, remarks, subjects, sites, parts, attributes, both values, descriptions, rows, consequences, files.
  explicit HandMadeLog(const std::string& text);
  ~HandMadeLog();

  backends::changelog::Changelog log() const;
  diff::SpecChanges& changes();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace hotsite::acceptance
