#include "compiler/diagnostics/finding_report.h"

#include "compiler/diagnostics/render.h"
#include "compiler/support/check.h"

namespace hotsite {
namespace {

struct NamedFormat {
  std::string_view name;
  Format format;
};

constexpr NamedFormat kFormats[] = {
    {"human", Format::kHuman},           {"json", Format::kJson},     {"sarif", Format::kSarif},
    {"github", Format::kGithub},         {"gitlab", Format::kGitlab}, {"junit", Format::kJunit},
    {"checkstyle", Format::kCheckstyle},
};

}  // namespace

std::optional<Format> FindFormat(std::string_view name) {
  for (const NamedFormat& one : kFormats) {
    if (one.name == name) return one.format;
  }
  return {};
}

std::string RenderFindings(Format format, const FindingReport& report) {
  switch (format) {
    case Format::kHuman:
      break;
    case Format::kJson:
      return RenderJson(report.findings, report.sources, report.contract);
    case Format::kSarif:
      return RenderSarif(report);
    case Format::kGithub:
      return RenderGithub(report);
    case Format::kGitlab:
      return RenderGitlab(report);
    case Format::kJunit:
      return RenderJunit(report);
    case Format::kCheckstyle:
      return RenderCheckstyle(report);
  }
  HOTSITE_CHECK(false, "people are told by RenderTerminal");
  return {};
}

}  // namespace hotsite
