#include "compiler/rules/wording.h"

#include <fmt/format.h>

#include "compiler/support/name_ranges.h"
#include "compiler/support/text_writer.h"

namespace hotsite::rules {

std::string Names(const std::vector<std::string>& names, std::size_t most) {
  std::vector<std::string> words;
  std::size_t said = 0;
  for (const NameRange& range : NameRangesOf(names)) {
    if (words.size() == most) break;
    words.push_back(range.count == 1 ? fmt::format("`{}`", range.first)
                                     : fmt::format("`{}` to `{}`", range.first, range.last));
    said += range.count;
  }
  if (said < names.size()) words.push_back(fmt::format("{} more", names.size() - said));
  return JoinWords(words);
}

std::string FewNames(const std::vector<std::string>& names, std::string_view plural) {
  return names.size() <= kFewNames ? Names(names) : fmt::format("{} {}", names.size(), plural);
}

std::string OneOrCount(const std::vector<std::string>& names, std::string_view plural) {
  return names.size() == 1 ? fmt::format("`{}`", names.front()) : fmt::format("{} {}", names.size(), plural);
}

void AboutAll(Diagnostic& finding, const std::vector<std::string>& names) {
  for (const std::string& name : names) finding.About(name);
}

void ListNames(Diagnostic& finding, const std::vector<std::string>& names, std::size_t spelt_out) {
  if (names.size() > spelt_out) finding.Note(Names(names));
}

const model::Placement* AtHome(const model::Model& model, const model::Placement& placement) {
  const model::Site* home = model.home();
  if (home == nullptr || !model.at(placement.site).recovery) return nullptr;
  return model.Find(model.IdOf(*home), placement.system);
}

const std::string& NameOf(const model::Model& model, model::PlacementId placement) {
  return model.SystemOf(model.at(placement)).name;
}

std::string SourceNote(std::string_view source, std::string_view what, std::string_view then) {
  if (!source.empty()) return fmt::format("source: {}", source);
  return fmt::format("the library has no source for {}{}{}", what, then.empty() ? "" : ": ", then);
}

std::vector<std::string> NamesOf(const model::Model& model, const std::vector<const model::Placement*>& placements) {
  std::vector<std::string> names;
  for (const model::Placement* placement : placements) names.push_back(model.SystemOf(*placement).name);
  return names;
}

}  // namespace hotsite::rules
