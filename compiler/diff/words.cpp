#include "compiler/diff/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <vector>

#include "compiler/support/text_writer.h"
#include "compiler/support/utf8.h"

namespace hotsite::diff {
namespace {

using model::Comparator;
using requirements::IssuedRow;
using requirements::Kind;
using requirements::ValueType;

/// As much as a cell of a table has room for.
constexpr std::size_t kMostColumns = 100;
constexpr std::size_t kMostNames = 8;
/// Of longer sentences the difference isn't looked for.
constexpr std::size_t kMostWords = 300;

std::string Cut(const std::string& text) {
  if (DisplayWidth(text) <= kMostColumns) return text;
  std::size_t end = 0;
  while (end < kMostColumns) end += CodePointBytes(text, end);
  return text.substr(0, end) + " …";
}

bool IsFigure(ValueType type) {
  return type == ValueType::kMemory || type == ValueType::kCount || type == ValueType::kFrame;
}

/// Names of a long list that the other one doesn't have.
std::vector<std::string> Only(const std::vector<std::string>& these, const std::vector<std::string>& those) {
  std::vector<std::string> only;
  for (const std::string& one : these) {
    if (std::find(those.begin(), those.end(), one) == those.end()) only.push_back(one);
  }
  return only;
}

/// A long list as its difference to another.
std::string Members(const IssuedRow& row, const IssuedRow& other, const char* with) {
  const auto names = PartsOf(row.value, ", ");
  if (names.size() <= kMostNames) return row.value;
  const auto only = Only(names, PartsOf(other.value, ", "));
  return fmt::format("{}{}", names.size(), only.empty() ? "" : fmt::format(", {} {}", with, JoinWords(only)));
}

using Words = std::vector<std::string>;

/// Which words of `a` and `b` are in a longest common subsequence.
std::pair<std::vector<bool>, std::vector<bool>> Shared(const Words& a, const Words& b) {
  std::vector<std::vector<std::uint16_t>> length(a.size() + 1, std::vector<std::uint16_t>(b.size() + 1));
  for (std::size_t i = a.size(); i-- > 0;) {
    for (std::size_t j = b.size(); j-- > 0;) {
      length[i][j] = a[i] == b[j] ? static_cast<std::uint16_t>(length[i + 1][j + 1] + 1)
                                  : std::max(length[i + 1][j], length[i][j + 1]);
    }
  }
  std::pair<std::vector<bool>, std::vector<bool>> shared{std::vector<bool>(a.size()), std::vector<bool>(b.size())};
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      shared.first[i++] = shared.second[j++] = true;
    } else if (length[i + 1][j] >= length[i][j + 1]) {
      ++i;
    } else {
      ++j;
    }
  }
  return shared;
}

/// The words that aren't shared, each with the one before and behind it; `…` for what is left out.
std::string Unshared(const Words& words, const std::vector<bool>& shared) {
  std::string text;
  bool left_out = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool near = !shared[i] || (i > 0 && !shared[i - 1]) || (i + 1 < words.size() && !shared[i + 1]);
    if (near) text += (text.empty() ? "" : " ") + words[i];
    if (!near && !left_out) text += text.empty() ? "…" : " …";
    left_out = !near;
  }
  return text == "…" ? "not said" : text;
}

/// What differs between two sentences.
std::pair<std::string, std::string> Difference(std::string_view before, std::string_view now) {
  const Words a = PartsOf(before, " "), b = PartsOf(now, " ");
  if (a.size() > kMostWords || b.size() > kMostWords) return {std::string(before), std::string(now)};
  const auto [in_a, in_b] = Shared(a, b);
  return {Unshared(a, in_a), Unshared(b, in_b)};
}

bool IsPlace(const IssuedRow& row) { return row.attribute == "placement"; }

std::string MustOfFigure(const Step& step, const IssuedRow& now) {
  if (now.type == ValueType::kTime) return "reschedule";
  if (step.direction == Direction::kNone) return now.comparator == Comparator::kExactly ? "make exact" : "check";
  if (now.comparator == Comparator::kExactly && now.type == ValueType::kCount) return "change";
  return step.direction == Direction::kUp ? "raise" : "lower";
}

std::string MustOfNames(const IssuedRow& before, const IssuedRow& now) {
  const auto was = PartsOf(before.value, ", "), is = PartsOf(now.value, ", ");
  const auto more = Only(is, was), less = Only(was, is);
  if (more.size() == 1) return "add " + more.front();
  if (!more.empty()) return fmt::format("add {}", more.size());
  return less.empty() ? "change" : "may take out";
}

}  // namespace

std::string Short(const IssuedRow& row) {
  if (row.value.empty()) {
    switch (row.kind) {
      case Kind::kQuestion:
        return "asked";
      case Kind::kInformation:
        return "told";
      case Kind::kDemand:
      case Kind::kChoice:
        return "required";
    }
  }
  if (IsFigure(row.type)) return fmt::format("{} {}", ToString(row.comparator), row.value);
  if (row.type == ValueType::kTime && row.comparator != Comparator::kExactly)
    return fmt::format("{} {}", row.comparator == Comparator::kAtMost ? "by" : "not before", row.value);
  return Cut(row.value);
}

std::pair<std::string, std::string> BeforeAndNow(const IssuedRow& before, const IssuedRow& now) {
  if (before.value != now.value && before.type == ValueType::kNames && now.type == ValueType::kNames) {
    return {Cut(Members(before, now, "with")), Cut(Members(now, before, "with"))};
  }
  std::pair<std::string, std::string> words{Short(before), Short(now)};
  if (words.first != words.second) return words;
  words = Difference(before.sentence, now.sentence);
  return {Cut(words.first), Cut(words.second)};
}

std::string MustOfNew(const IssuedRow& now) {
  switch (now.kind) {
    case Kind::kQuestion:
      return "answer";
    case Kind::kChoice:
      return "choose";
    case Kind::kInformation:
      return "read";
    case Kind::kDemand:
      break;
  }
  return now.type == ValueType::kTime ? "schedule" : "build new";
}

std::string MustOf(ChangeClass what, const Step& step, const IssuedRow& before, const IssuedRow& now) {
  if (what == ChangeClass::kEditorial) return "nothing";
  if (what == ChangeClass::kMoves) return now.kind == Kind::kInformation ? "read" : "rename";
  if (now.kind == Kind::kInformation) return "read";
  if (now.kind == Kind::kQuestion) return before.kind == Kind::kQuestion ? "answer again" : "answer";
  if (what == ChangeClass::kLoosens) return "nothing";
  if (before.kind == Kind::kQuestion) return "confirm";
  if (before.kind == Kind::kInformation) return MustOfNew(now);
  if (now.kind == Kind::kChoice) return "choose again";
  if (IsPlace(now)) return "rebuild";
  if (step.relation == Relation::kSame) return "check";  // the value is the same, what it is about isn't
  if (now.type == ValueType::kNames && before.value != now.value) return MustOfNames(before, now);
  if (now.type == ValueType::kDevices) return "redefine";
  if (IsFigure(now.type) || now.type == ValueType::kTime) return MustOfFigure(step, now);
  return "change";
}

std::string MustOfWithdrawn(const IssuedRow& before) {
  const bool built = before.kind == Kind::kDemand || before.kind == Kind::kChoice;
  return built && before.type != ValueType::kTime ? "may remove" : "nothing";
}

}  // namespace hotsite::diff
