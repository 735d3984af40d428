#include "compiler/driver/new_findings.h"

#include <fmt/format.h>

#include <set>

#include "compiler/diagnostics/fingerprint.h"
#include "compiler/driver/spec_pairs.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {
namespace {

/// Without the file that they stand in, so that a finding stays the same when a spec is renamed or split.
std::vector<std::string> FingerprintsOf(const Compilation& compilation) {
  return Fingerprints(compilation.findings, compilation.sources, [](const SourceFile& file) {
    return IsStandardModule(file) ? std::nullopt : std::optional<std::string>("");
  });
}

std::size_t Drop(const Compilation& before, Compilation& now) {
  const std::vector<std::string> known = FingerprintsOf(before), all = FingerprintsOf(now);
  const std::set<std::string_view> old(known.begin(), known.end());
  std::vector<Diagnostic> kept;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (!old.contains(all[i])) kept.push_back(std::move(now.findings[i]));
  }
  const std::size_t dropped = now.findings.size() - kept.size();
  now.findings = std::move(kept);
  return dropped;
}

}  // namespace

std::optional<std::string> KeepNewFindings(const SpecSource& spec, const std::string& revision, Compilation& now,
                                           std::string* problem) {
  const auto then = FindAt(spec, revision, problem);
  if (!then) return {};
  if (!now.model)
    return fmt::format("not all of {} can be read, so findings that it had before are shown too", spec.path);
  const std::string where = then->revision->revision().Where();
  std::string unheard;
  const auto pair = PairWith(spec, *then, &unheard);
  if (!pair) return fmt::format("{} isn't there {}, so all findings are new", spec.path, where);
  const SpecSource& before = pair->before;
  const Compilation old = Compile(before.path, *before.files);
  if (!old.model) return fmt::format("not all of {} can be read, so all findings count as new", before.title);
  const std::size_t dropped = Drop(old, now);
  if (dropped == 0) return fmt::format("{} has none of these findings", before.title);
  return fmt::format("{} that {} has too {} shown", CountOf(dropped, "finding"), before.title,
                     dropped == 1 ? "isn't" : "aren't");
}

}  // namespace hotsite::driver
