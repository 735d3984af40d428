#include "tests/unit/diff_lines.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>

#include "tests/unit/checked.h"

namespace hotsite {

std::string LineOf(const diff::SpecChange& change) {
  std::string line =
      fmt::format("{} {} {}", change.code.ToString(), ToString(change.what), fmt::join(change.subjects, ", "));
  if (!change.sites.empty()) line += fmt::format(" at {}", fmt::join(change.sites, ", "));
  if (!change.part.empty()) line += " " + change.part;
  if (!change.description.empty()) return fmt::format("{}: {}", line, change.description);
  return fmt::format("{}{}{}: {} -> {}", line, change.attribute.empty() ? "" : " ", change.attribute, change.before,
                     change.now);
}

std::vector<diff::SpecChange> ChangesBetween(const std::string& before, const std::string& now) {
  const Checked old = Check(before), today = Check(now);
  INFO(old.text + today.text);
  REQUIRE(old.model);
  REQUIRE(today.model);
  const requirements::Requirements none;
  return diff::CompareSpecs({*old.model, none}, {*today.model, none}).all;
}

std::string LinesBetween(const std::string& before, const std::string& now) {
  std::string lines;
  for (const diff::SpecChange& change : ChangesBetween(before, now))
    lines += (lines.empty() ? "" : "\n") + LineOf(change);
  return lines;
}

std::string Replaced(std::string text, std::string_view from, std::string_view to) {
  const std::size_t at = text.find(from);
  INFO(from);
  REQUIRE(at != std::string::npos);
  REQUIRE(text.find(from, at + 1) == std::string::npos);
  return text.replace(at, from.size(), to);
}

void CheckEdits(const std::string& spec, const std::vector<Edited>& edits) {
  for (const Edited& one : edits) {
    INFO(one.to);
    CHECK(LinesBetween(spec, Replaced(spec, one.from, one.to)) == one.told);
  }
}

}  // namespace hotsite
