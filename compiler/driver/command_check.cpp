// hotsite check SPEC
#include <fmt/format.h>

#include "compiler/driver/commands.h"
#include "compiler/driver/disk_sources.h"
#include "compiler/driver/report.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {
namespace {

// One line that says what was looked at, so that silence isn't taken for success.
void Conclude(const Compilation& compilation, llvm::raw_ostream& out) {
  const model::Model& model = *compilation.model;
  std::size_t guests = 0, systems = 0;
  for (const model::System& system : model.systems) {
    if (system.kind != model::SystemKind::kExternal) ++(system.parent.valid() ? guests : systems);
  }
  out << fmt::format("{}: {}, {}, {}; no errors\n", compilation.path, CountOf(model.sites.size(), "site"),
                     CountOf(systems, "system"), CountOf(guests, "Linux guest"));
}

}  // namespace

int RunCheck(const Arguments& arguments, Streams streams) {
  const CommonOptions options = CommonFrom(arguments);
  DiskSources disk;
  const Compilation compilation = Compile(options.spec, disk);
  const int code = ReportFindings(compilation, options, streams);
  if (options.json || !compilation.model || compilation.has_errors()) return code;
  Conclude(compilation, streams.out);
  ListWaiting(compilation, streams.out);
  return code;
}

}  // namespace hotsite::driver
