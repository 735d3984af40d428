#include "compiler/diff/sheet_facts.h"

#include <algorithm>

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

struct Amount {
  std::int64_t amount;
  std::string text;
  model::Comparator comparator, standard;  // what is meant where nothing is said isn't told
};

void AddCompared(Sheet& sheet, Code code, std::string_view attribute, Amount amount, Span span) {
  if (amount.comparator != amount.standard)
    amount.text = fmt::format("{} {}", ToString(amount.comparator), amount.text);
  Fact& fact = Add(sheet, code, attribute, Sense::kAmount, std::move(amount.text), span);
  fact.amount = amount.amount;
  fact.comparator = amount.comparator;
}

}  // namespace

void AddWord(Sheet& sheet, Code code, std::string_view attribute, std::string text, Span span) {
  if (!text.empty()) Add(sheet, code, attribute, Sense::kWord, std::move(text), span);
}

void AddOwn(Sheet& sheet, Code code, std::string_view attribute, std::string text, Span span) {
  if (!text.empty()) Add(sheet, code, attribute, Sense::kOwn, std::move(text), span);
}

void AddNames(Sheet& sheet, Code code, std::string_view attribute, std::string text, Span span) {
  if (!text.empty()) Add(sheet, code, attribute, Sense::kNames, std::move(text), span);
}

void AddChoice(Sheet& sheet, Code code, std::string_view attribute, std::string text, Span span) {
  if (!text.empty()) Add(sheet, code, attribute, Sense::kChoice, std::move(text), span);
}

void AddName(Sheet& sheet, Code code, std::string name, Span span) {
  Add(sheet, code, "", Sense::kName, std::move(name), span);
}

void AddEditorial(Sheet& sheet, Code code, std::string_view attribute, std::string text, Span span) {
  if (!text.empty()) Add(sheet, code, attribute, Sense::kEditorial, std::move(text), span);
}

void AddAmount(Sheet& sheet, Code code, std::string_view attribute, std::int64_t amount, std::string text, Span span,
               model::Comparator comparator) {
  AddCompared(sheet, code, attribute, {amount, std::move(text), comparator, model::Comparator::kExactly}, span);
}

void AddCapacity(Sheet& sheet, Code code, std::string_view attribute, std::int64_t amount, std::string text, Span span,
                 model::Comparator comparator) {
  AddCompared(sheet, code, attribute, {amount, std::move(text), comparator, model::Comparator::kAtLeast}, span);
}

void AddAmountAtMost(Sheet& sheet, Code code, std::string_view attribute, std::int64_t amount, std::string text,
                     Span span) {
  AddCompared(sheet, code, attribute, {amount, std::move(text), model::Comparator::kAtMost, model::Comparator::kAtMost},
              span);
}

void AddOpen(Sheet& sheet, Code code, std::string_view attribute, Span span) {
  Add(sheet, code, attribute, Sense::kWord, {}, span).open = true;
}

std::string InOrder(std::vector<std::string> names) {
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return fmt::format("{}", fmt::join(names, ", "));
}

void AddStatedCount(Sheet& sheet, Code code, std::string_view attribute, const model::Stated<std::int64_t>& value,
                    Meant meant) {
  AddStatedAmount(
      sheet, code, attribute, value, meant, [](std::int64_t n) { return n; },
      [](std::int64_t n) { return std::to_string(n); });
}

void AddStatedMemory(Sheet& sheet, Code code, std::string_view attribute, const model::Stated<MemorySize>& value) {
  AddStatedAmount(
      sheet, code, attribute, value, Meant::kCapacity,
      [](MemorySize size) { return static_cast<std::int64_t>(size.mib()); },
      [](MemorySize size) { return size.ToString(); });
}

void AddReasons(Sheet& sheet, std::initializer_list<std::string_view> reasons, Span span) {
  std::string all;
  for (const std::string_view reason : reasons) {
    if (reason.empty()) continue;
    if (!all.empty()) all += "; ";
    all += reason;
  }
  AddEditorial(sheet, codes::kWords, "reason", std::move(all), span);
}

}  // namespace hotsite::diff
