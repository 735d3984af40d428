#include "compiler/schema/pattern.h"

#include <fmt/format.h>

#include <array>
#include <unordered_map>
#include <utility>

#include "compiler/support/check.h"
#include "compiler/support/split.h"
#include "compiler/support/text_writer.h"

namespace hotsite::schema {
namespace {

constexpr std::array<std::pair<std::string_view, Type>, 48> kTypeNames{{
    {"name", Type::kName},
    {"base", Type::kBase},
    {"system", Type::kSystem},
    {"network", Type::kNetwork},
    {"library", Type::kLibrary},
    {"module", Type::kModule},
    {"text", Type::kText},
    {"word", Type::kWord},
    {"choice", Type::kChoice},
    {"count", Type::kCount},
    {"version", Type::kVersion},
    {"ratio", Type::kRatio},
    {"percent", Type::kPercent},
    {"memory", Type::kMemory},
    {"memory_or_none", Type::kMemoryOrNone},
    {"frame", Type::kFrame},
    {"device", Type::kDevice},
    {"devices", Type::kDevices},
    {"address", Type::kAddress},
    {"ip", Type::kIp},
    {"subnet", Type::kSubnet},
    {"mac", Type::kMac},
    {"mac_prefix", Type::kMacPrefix},
    {"engine", Type::kEngine},
    {"engines", Type::kEngines},
    {"engine_count", Type::kEngineCount},
    {"duration", Type::kDuration},
    {"time", Type::kTime},
    {"date", Type::kDate},
    {"zone", Type::kZone},
    {"extent", Type::kExtent},
    {"range", Type::kRange},
    {"comparator", Type::kComparator},
    {"backup", Type::kBackup},
    {"volser", Type::kVolser},
    {"userid", Type::kUserid},
    {"domain", Type::kDomain},
    {"code", Type::kCode},
    {"destination", Type::kDestination},
    {"index", Type::kIndex},
    {"load_parameter", Type::kLoadParameter},
    {"wwpn", Type::kWwpn},
    {"lun", Type::kLun},
    {"expression", Type::kExpression},
    {"kind", Type::kKind},
    {"condition", Type::kCondition},
    {"requirement", Type::kRequirement},
    {"answer", Type::kAnswer},
}};

Type TypeNamed(std::string_view name) {
  for (const auto& [known, type] : kTypeNames) {
    if (known == name) return type;
  }
  HOTSITE_CHECK(false, "a pattern names a type that doesn't exist");
  return Type::kWord;
}

// `<role:type(choices)?...>` without the angle brackets.
Element ParseTyped(std::string_view text) {
  Element element;
  element.list = text.ends_with("...");
  if (element.list) text.remove_suffix(3);
  element.hole = text.ends_with('?');
  if (element.hole) text.remove_suffix(1);
  const std::size_t colon = text.find(':');
  element.role = text.substr(0, colon);
  std::string_view type = text.substr(colon + 1);
  if (const std::size_t open = type.find('('); open != std::string_view::npos) {
    element.choices = SplitAt(type.substr(open + 1, type.size() - open - 2), '|');
    type = type.substr(0, open);
  }
  element.type = TypeNamed(type);
  return element;
}

Form ParseForm(std::string_view text) {
  Form form;
  bool optional = false;
  const auto part = [&]() -> Part& {
    if (form.empty() || form.back().optional || optional) form.push_back({optional, {}});
    return form.back();
  };
  Part* open = nullptr;
  while (!text.empty()) {
    if (text.front() == ' ') {
      text.remove_prefix(1);
      continue;
    }
    if (text.front() == '[') {
      optional = true;
      open = &part();
      text.remove_prefix(1);
      continue;
    }
    if (text.front() == ']') {
      optional = false;
      open = nullptr;
      text.remove_prefix(1);
      continue;
    }
    const bool typed = text.front() == '<';
    const std::size_t end = typed ? text.find('>') + 1 : std::min(text.find_first_of(" ]"), text.size());
    Element element;
    if (typed) {
      element = ParseTyped(text.substr(1, end - 2));
    } else {
      element.literal = text.substr(0, end);
    }
    (open != nullptr ? *open : part()).elements.push_back(std::move(element));
    text.remove_prefix(end);
  }
  return form;
}

std::vector<Form> ParsePattern(std::string_view text) {
  std::vector<Form> forms;
  while (true) {
    const std::size_t bar = text.find(" || ");
    forms.push_back(ParseForm(text.substr(0, bar)));
    if (bar == std::string_view::npos) return forms;
    text.remove_prefix(bar + 4);
  }
}

}  // namespace

const std::vector<Form>& FormsOf(const Row& row) {
  static const auto kForms = [] {
    std::unordered_map<const Row*, std::vector<Form>> forms;
    for (const Row& one : AllRows()) forms.emplace(&one, ParsePattern(one.pattern));
    return forms;
  }();
  return kForms.at(&row);
}

std::string UsageOf(const Element& element) {
  if (!element.literal.empty()) return std::string(element.literal);
  std::string text;
  if (element.type == Type::kComparator) {
    text = "at least|at most|exactly";
  } else if (!element.choices.empty()) {
    for (const std::string_view choice : element.choices) text += (text.empty() ? "" : "|") + std::string(choice);
  } else {
    text = ToUpper(element.role);
  }
  if (element.list) text += ", …";
  if (element.hole) text += "|?";
  return text;
}

std::string_view NameOf(Type type) {
  for (const auto& [name, known] : kTypeNames) {
    if (known == type) return name;
  }
  HOTSITE_CHECK(false, "a type has no name");
  return {};
}

std::vector<Type> AllTypes() {
  std::vector<Type> types;
  for (const auto& [name, type] : kTypeNames) types.push_back(type);
  return types;
}

std::string UsageOf(const Row& row, const Form& form) {
  std::string text(row.word);
  for (const Part& part : form) {
    std::string inner;
    for (const Element& element : part.elements) inner += (inner.empty() ? "" : " ") + UsageOf(element);
    if (!inner.empty()) text += part.optional ? fmt::format(" [{}]", inner) : fmt::format(" {}", inner);
  }
  if (row.word == "accept") text += " because \"…\"";  // a reason may stand in each statement; here it must
  return text;
}

std::string UsageOf(const Row& row) {
  std::string text;
  for (const Form& form : FormsOf(row)) text += (text.empty() ? "" : " | ") + UsageOf(row, form);
  return text;
}

}  // namespace hotsite::schema
