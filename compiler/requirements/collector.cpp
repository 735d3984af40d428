#include "compiler/requirements/collector.h"

#include <algorithm>
#include <utility>

#include "compiler/support/check.h"
#include "compiler/support/text_writer.h"

namespace hotsite::requirements {
namespace {

bool IsWordCharacter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' ||
         static_cast<unsigned char>(c) >= 0x80;
}

bool IsKeyword(std::string_view word) {
  return word == "SHALL" || word == "SHOULD" || word == "MAY" || word == "MUST" || word == "REQUIRED";
}

/// Control characters become blanks, runs of blanks one; none stays at either end.
std::string OneLine(std::string_view text) {
  std::string line;
  for (const char c : text) {
    const bool blank = static_cast<unsigned char>(c) <= ' ' || c == '\x7F';
    if (!blank) line += c;
    if (blank && !line.empty() && line.back() != ' ') line += ' ';
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

}  // namespace

std::string PlainText(std::string_view text) {
  const std::string line = OneLine(text);
  std::string plain;
  for (std::size_t at = 0; at < line.size();) {
    std::size_t end = at;
    while (end < line.size() && IsWordCharacter(line[end])) ++end;
    if (end == at) {
      plain += line[at++];
      continue;
    }
    const std::string_view word = std::string_view(line).substr(at, end - at);
    plain += IsKeyword(word) ? ToLower(word) : std::string(word);
    at = end;
  }
  return plain;
}

Row& Row::About(std::string_view subject, std::string_view attribute) {
  row_.subject = OneLine(subject);
  row_.attribute = OneLine(attribute);
  return *this;
}

Row& Row::Says(std::string sentence) {
  row_.sentence = OneLine(sentence);
  return *this;
}

Row& Row::Because(std::string_view stated, std::string_view otherwise) {
  row_.reason = PlainText(stated.empty() ? otherwise : stated);
  return *this;
}

Row& Row::Wants(ValueType type, std::string value, model::Comparator comparator) {
  row_.type = type;
  row_.value = OneLine(value);
  row_.comparator = comparator;
  return *this;
}

Row& Row::InGroups(DeviceForm form) {
  row_.form = form;
  return *this;
}

Row& Row::At(Span span) {
  row_.span = span;
  return *this;
}

Collector::Collector(const model::Model& model) : model_(model), asked_(model.holes.size(), false) {
  for (const model::System& system : model.systems) ++names_[system.name];
}

void Collector::TurnTo(const model::Site& site) {
  site_ = &site;
  ++sites_;
}

void Collector::LeaveSites() { site_ = nullptr; }

Requirement& Collector::Add(Category category, Kind kind, std::string key) {
  // Two facts with one key would share an identifier; the later one is told apart.
  std::string unique = key;
  for (unsigned n = 2; !keys_.insert(unique).second; ++n) unique = key + "#" + std::to_string(n);
  Requirement& row = rows_.emplace_back();
  row_sites_.push_back(site_);
  row.category = category;
  row.kind = kind;
  row.key = std::move(unique);
  return row;
}

std::string Collector::AtSite(std::string key) const {
  return sites_ > 1 && site_ != nullptr ? key + "@" + site_->name : key;
}

Row Collector::Demand(Category category, std::string key) {
  return Row(Add(category, Kind::kDemand, AtSite(std::move(key))));
}

Row Collector::Choice(Category category, std::string key) {
  return Row(Add(category, Kind::kChoice, AtSite(std::move(key))));
}

Row Collector::Information(Category category, std::string key) {
  return Row(Add(category, Kind::kInformation, AtSite(std::move(key))));
}

Row Collector::Question(Category category, std::string key) {
  return Row(Add(category, Kind::kQuestion, AtSite(std::move(key))));
}

Row Collector::Question(Category category, model::HoleId hole) {
  HOTSITE_CHECK(!asked_[hole.index], "a question of the spec is asked once");
  asked_[hole.index] = true;
  const model::Hole& asked = model_.at(hole);
  Requirement& row = Add(category, Kind::kQuestion, asked.key);
  row.hole = hole;
  return Row(row).At(asked.span);
}

std::string Collector::NameOf(model::SystemId id) const {
  const model::System& system = model_.at(id);
  const auto count = names_.find(system.name);
  if (count == names_.end() || count->second < 2 || !system.parent.valid()) return system.name;
  return model_.at(system.parent).name + "." + system.name;
}

void Collector::NameSites() {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    std::string& sentence = rows_[i].sentence;
    if (row_sites_[i] == nullptr || sentence.empty()) continue;
    rows_[i].site = row_sites_[i]->name;
    sentence = "At the site " + row_sites_[i]->name + ", " + ToLower(sentence.substr(0, 1)) + sentence.substr(1);
  }
}

std::vector<Requirement> Collector::Take() {
  if (sites_ > 1) NameSites();
  std::stable_sort(rows_.begin(), rows_.end(),
                   [](const Requirement& a, const Requirement& b) { return a.category < b.category; });
  return std::move(rows_);
}

}  // namespace hotsite::requirements
