// hotsite diff OLD NEW, hotsite diff SPEC --against REVISION
#include "backends/changelog/changelog.h"
#include "compiler/driver/affected_files.h"
#include "compiler/driver/commands.h"
#include "compiler/driver/compare.h"
#include "compiler/driver/disk_sources.h"
#include "compiler/driver/report.h"

namespace hotsite::driver {

int RunDiff(const Arguments& arguments, Streams streams) {
  DiskSources of_before, of_now;
  auto [before, now] = CompileBoth(arguments.operands.front(), of_before, arguments.operands.back(), of_now);
  const CommonOptions options = CommonFrom(arguments);
  for (const Compilation* one : {&before, &now}) {
    if (one->model) continue;
    ReportFindings(*one, options, streams);
    return kUsage;
  }
  std::string old_title = before.path, new_title = now.path;
  Comparison comparison({std::move(before), std::move(old_title)}, {std::move(now), std::move(new_title)});
  AddAffectedFiles(comparison);
  streams.out << (options.json ? backends::changelog::Json({comparison.log()})
                               : backends::changelog::Human(comparison.log(), {options.colour, options.most}));
  return kClean;
}

}  // namespace hotsite::driver
