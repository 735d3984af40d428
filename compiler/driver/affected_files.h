// Which files a build would write otherwise for the newer of two specs.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "backends/changelog/changelog.h"
#include "compiler/driver/compare.h"
#include "compiler/driver/pipeline.h"

namespace hotsite::driver {

/// In the order of their paths. Both are built, in two threads, and compared file by file. What tells which spec and
/// which revision it is (file name, digest, lines, what was issued when) doesn't count: both are built as drafts of one
/// name. Neither has errors.
std::vector<backends::changelog::AffectedFile> AffectedFiles(const Compilation& before, const Compilation& now);

/// Larger specs are compared without their files, unless one asks for them: building both takes longer than all else.
inline constexpr std::size_t kMostSystemsForFiles = 2'000;

/// Whether the files of two specs, which have models, are to be compared. `when`: `always`, `never`, `auto`.
bool WantsFiles(std::string_view when, const Compilation& before, const Compilation& now);

/// Runs the rules on both, in two threads: what has errors isn't built.
void JudgeBoth(Compilation& before, Compilation& now);

/// Fills in the files of a comparison whose sides were judged; where one can't be built, a remark says so instead.
void AddAffectedFiles(Comparison& comparison);

}  // namespace hotsite::driver
