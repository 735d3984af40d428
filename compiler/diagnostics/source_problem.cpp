#include "compiler/diagnostics/source_problem.h"

#include <fmt/format.h>

#include "compiler/diagnostics/codes.h"

namespace hotsite {
namespace {

Code CodeOf(SourceProblem::Kind kind) {
  switch (kind) {
    case SourceProblem::Kind::kNulByte:
      return codes::kNulByte;
    case SourceProblem::Kind::kNotUtf8:
      return codes::kInvalidUtf8;
    case SourceProblem::Kind::kTooLong:
      return codes::kTooLong;
  }
  return codes::kTooLong;
}

}  // namespace

void ReportSourceProblem(std::string_view path, const SourceProblem& problem, Span used_at, Reporter& reporter) {
  reporter.Error(CodeOf(problem.kind), used_at, "`{}` can't be read as a spec: {}", path, problem.what)
      .Note(fmt::format("found at byte {} of the file", problem.offset));
}

}  // namespace hotsite
