// Which files a build would write otherwise for the newer of two specs.
#pragma once

#include <vector>

#include "backends/changelog/changelog.h"
#include "compiler/driver/compare.h"
#include "compiler/driver/pipeline.h"

namespace hotsite::driver {

/// In the order of their paths. Both are built, in two threads, and compared file by file. What tells which spec and
/// which revision it is (file name, digest, lines, what was issued when) doesn't count: both are built as drafts of one
/// name. Neither has errors.
std::vector<backends::changelog::AffectedFile> AffectedFiles(const Compilation& before, const Compilation& now);

/// Fills in the files of a comparison; where one side can't be built, a remark says so instead.
void AddAffectedFiles(Comparison& comparison);

}  // namespace hotsite::driver
