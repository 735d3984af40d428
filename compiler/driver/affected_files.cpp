#include "compiler/driver/affected_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <future>
#include <string>
#include <string_view>
#include <utility>

#include "compiler/driver/build.h"
#include "compiler/support/check.h"

namespace hotsite::driver {
namespace {

using backends::changelog::AffectedFile;

/// A file that a build writes. Bytes aren't kept: those of 10,000 guests would be a gigabyte.
struct Made {
  std::string path;
  std::uint64_t content = 0;
};

/// Both sides are compared as drafts of one spec.
backends::BuildInput InputOfDraft(const Compilation& compilation) {
  return {.model = *compilation.model,
          .requirements = compilation.requirements,
          .spec_name = "spec.dr",
          .spec_digest = std::string(64, '0')};
}

/// What the backend of that name makes; of an empty name all. Pictures are only sketched, unless `drawn`.
std::vector<Made> Make(const Compilation& compilation, std::string_view only, bool drawn) {
  std::vector<Made> made;
  backends::BuildInput input = InputOfDraft(compilation);
  input.undrawn = !drawn;
  for (const backends::BackendInfo& backend : backends::AllBackends()) {
    if (!only.empty() && backend.name != only) continue;
    backend.generate(input, [&](const backends::Artifact& artifact) {
      const std::string_view says = artifact.content.empty() ? artifact.text : artifact.content;
      made.push_back({artifact.path, std::hash<std::string_view>()(says) + (artifact.executable ? 1 : 0)});
    });
  }
  std::sort(made.begin(), made.end(), [](const Made& a, const Made& b) { return a.path < b.path; });
  return made;
}

constexpr std::string_view kPictures = "diagrams/";

std::vector<AffectedFile> CompareBuilds(const Compilation& before, const Compilation& now, std::string_view only,
                                        bool drawn) {
  std::future<std::vector<Made>> older = std::async(std::launch::async, [&] { return Make(before, only, drawn); });
  const std::vector<Made> today = Make(now, only, drawn), old = older.get();
  std::vector<AffectedFile> affected;
  for (auto a = old.begin(), b = today.begin(); a != old.end() || b != today.end();) {
    if (b == today.end() || (a != old.end() && a->path < b->path)) {
      affected.push_back({(a++)->path, AffectedFile::How::kGone});
    } else if (a == old.end() || b->path < a->path) {
      affected.push_back({(b++)->path, AffectedFile::How::kNew});
    } else {
      if (a->content != b->content) affected.push_back({b->path, AffectedFile::How::kChanged});
      ++a, ++b;
    }
  }
  return affected;
}

/// Completes "a spec …"; empty: it is built.
std::string_view WhyNotBuilt(const Compilation& compilation) {
  if (compilation.has_errors()) return "with errors";
  return compilation.model->recovery_sites().empty() ? "without a recovery" : "";
}

}  // namespace

std::vector<AffectedFile> AffectedFiles(const Compilation& before, const Compilation& now) {
  for (const Compilation* one : {&before, &now})
    HOTSITE_CHECK(one->model && !one->has_errors(), "only a spec without errors is built");
  std::vector<AffectedFile> affected = CompareBuilds(before, now, {}, false);
  const auto is_picture = [](const AffectedFile& file) { return file.path.starts_with(kPictures); };
  if (std::none_of(affected.begin(), affected.end(), is_picture)) return affected;
  std::erase_if(affected, is_picture);
  for (AffectedFile& file : CompareBuilds(before, now, "diagram", true)) affected.push_back(std::move(file));
  std::sort(affected.begin(), affected.end(),
            [](const AffectedFile& a, const AffectedFile& b) { return a.path < b.path; });
  return affected;
}

bool WantsFiles(std::string_view when, const Compilation& before, const Compilation& now) {
  if (when != "auto") return when == "always";
  return std::max(before.model->systems.size(), now.model->systems.size()) <= kMostSystemsForFiles;
}

void JudgeBoth(Compilation& before, Compilation& now) {
  const std::future<void> older = std::async(std::launch::async, [&] { Judge(before); });
  Judge(now);
  older.wait();
}

void AddAffectedFiles(Comparison& comparison) {
  for (const ComparedSpec* one : {&comparison.before(), &comparison.now()}) {
    const std::string_view problem = WhyNotBuilt(one->compilation);
    if (problem.empty()) continue;
    comparison.remarks.push_back(fmt::format("files aren't compared, since `build` writes none of a spec {}", problem));
    return;
  }
  comparison.files = AffectedFiles(comparison.before().compilation, comparison.now().compilation);
}

}  // namespace hotsite::driver
