// The changelog as a comment of a pull request.
#include <fmt/format.h>

#include <algorithm>

#include "backends/changelog/changelog.h"
#include "backends/changelog/markdown_log.h"
#include "compiler/support/text_writer.h"
#include "compiler/support/utf8.h"

namespace hotsite::backends::changelog {
namespace {

struct Plan {
  Room room;
  std::size_t logs;
};

constexpr std::size_t kAll = static_cast<std::size_t>(-1);

/// From all to next to nothing: pictures go first, then details, then rows of tables, then whole comparisons.
constexpr Plan kPlans[] = {
    {{}, kAll},
    {{.pictures = false}, kAll},
    {{.pictures = false, .trees = false}, kAll},
    {{.pictures = false, .trees = false, .lists = false}, kAll},
    {{.pictures = false, .trees = false, .lists = false, .rows = false}, kAll},
    {{.pictures = false, .trees = false, .lists = false, .rows = false, .changes = 100}, kAll},
    {{.pictures = false, .trees = false, .lists = false, .rows = false, .changes = 50}, kAll},
    {{.pictures = false, .trees = false, .lists = false, .rows = false, .changes = 20}, kAll},
    {{.pictures = false, .trees = false, .lists = false, .rows = false, .changes = 8}, kAll},
    {{.pictures = false, .trees = false, .lists = false, .rows = false, .changes = 0, .grave = 5}, kAll},
    {{.pictures = false, .trees = false, .lists = false, .rows = false, .changes = 0, .grave = 1}, kAll},
    {{.pictures = false, .trees = false, .lists = false, .rows = false, .changes = 0, .grave = 1}, 30},
    {{.pictures = false, .trees = false, .lists = false, .rows = false, .changes = 0, .grave = 1}, 10},
    {{.pictures = false, .trees = false, .lists = false, .rows = false, .changes = 0, .grave = 1}, 3},
    {{.pictures = false, .trees = false, .lists = false, .rows = false, .changes = 0, .grave = 1}, 1},
    {{.pictures = false, .trees = false, .lists = false, .rows = false, .changes = 0, .grave = 0}, 0},
};

std::string TitleOf(const std::vector<Changelog>& logs) {
  const auto changed = static_cast<std::size_t>(
      std::count_if(logs.begin(), logs.end(), [](const Changelog& log) { return !log.changes.same_meaning(); }));
  if (logs.empty()) return "no spec to compare";
  if (changed == 0) return fmt::format("no change in meaning in {}", CountOf(logs.size(), "spec"));
  return fmt::format("{} of {} changed in meaning", changed, CountOf(logs.size(), "spec"));
}

std::string Print(const std::vector<MarkdownLog>& parts, const std::string& title, const Plan& plan) {
  std::string text = fmt::format("{}\n", kCommentMark);
  const bool one = parts.size() == 1 && plan.logs > 0;
  if (!one) text += fmt::format("### Hotsite · {}\n", title);
  for (std::size_t i = 0; i < std::min(parts.size(), plan.logs); ++i)
    text += (one ? "" : "\n") + parts[i].Print(plan.room, one ? "### Hotsite ·" : "####");
  if (parts.size() > plan.logs)
    text +=
        fmt::format("\n… and {} more; `hotsite diff` tells all.\n", CountOf(parts.size() - plan.logs, "comparison"));
  return text;
}

}  // namespace

std::string Markdown(const std::vector<Changelog>& logs, std::size_t most) {
  const std::vector<MarkdownLog> parts(logs.begin(), logs.end());
  const std::string title = TitleOf(logs);
  std::string text;
  for (const Plan& plan : kPlans) {
    text = Print(parts, title, plan);
    if (CountCodePoints(text) <= most) break;
  }
  return text;
}

}  // namespace hotsite::backends::changelog
