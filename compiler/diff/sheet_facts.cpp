#include "compiler/diff/sheet_facts.h"

namespace hotsite::diff {
namespace {

Fact& Add(Sheet& sheet, Code code, std::string_view attribute, Sense sense, std::string text, Span span) {
  Fact& fact = sheet.facts.emplace_back();
  fact.code = code;
  fact.attribute = attribute;
  fact.sense = sense;
  fact.text = std::move(text);
  fact.span = span;
  return fact;
}

}  // namespace

void AddWord(Sheet& sheet, Code code, std::string_view attribute, std::string text, Span span) {
  if (!text.empty()) Add(sheet, code, attribute, Sense::kWord, std::move(text), span);
}

void AddNames(Sheet& sheet, Code code, std::string_view attribute, std::string text, Span span) {
  if (!text.empty()) Add(sheet, code, attribute, Sense::kNames, std::move(text), span);
}

void AddEditorial(Sheet& sheet, Code code, std::string_view attribute, std::string text, Span span) {
  if (!text.empty()) Add(sheet, code, attribute, Sense::kEditorial, std::move(text), span);
}

void AddName(Sheet& sheet, Code code, std::string name, Span span) {
  Add(sheet, code, {}, Sense::kName, std::move(name), span);
}

void AddAmount(Sheet& sheet, Code code, std::string_view attribute, std::int64_t amount, std::string text, Span span,
               model::Comparator comparator) {
  if (comparator != model::Comparator::kExactly) text = fmt::format("{} {}", ToString(comparator), text);
  Fact& fact = Add(sheet, code, attribute, Sense::kAmount, std::move(text), span);
  fact.amount = amount;
  fact.comparator = comparator;
}

void AddOpen(Sheet& sheet, Code code, std::string_view attribute, Span span) {
  Add(sheet, code, attribute, Sense::kWord, {}, span).open = true;
}

void AddReasons(Sheet& sheet, Code code, std::initializer_list<std::string_view> reasons, Span span) {
  std::string all;
  for (const std::string_view reason : reasons) {
    if (reason.empty()) continue;
    if (!all.empty()) all += "; ";
    all += reason;
  }
  AddEditorial(sheet, code, "reason", std::move(all), span);
}

}  // namespace hotsite::diff
