#include "compiler/driver/arguments.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "compiler/diagnostics/finding_report.h"
#include "compiler/diagnostics/style.h"
#include "compiler/driver/command_table.h"
#include "compiler/driver/disk_sources.h"
#include "compiler/driver/help.h"
#include "compiler/support/check.h"
#include "compiler/support/split.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {
namespace {

std::optional<unsigned> NumberOf(std::string_view text) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  return number;
}

std::string Dashed(std::string_view name) { return (name.size() == 1 ? "-" : "--") + std::string(name); }

bool LooksLikeOption(std::string_view word) { return word.size() > 1 && word.front() == '-'; }

std::vector<std::string_view> SplitList(std::string_view text) {
  std::vector<std::string_view> parts = SplitAt(text, ',');
  std::erase(parts, std::string_view());
  return parts;
}

/// Whether the option may be given several times, each time for something else.
bool IsRepeated(Value value) { return IsList(value) || value == Value::kPlugin || value == Value::kReport; }

bool IsForGit(const CommandRow& row, std::string_view word) {
  return word == "--git" && FindOption(row, "git") != nullptr;
}

bool IsChoice(std::string_view choices, std::string_view value) {
  const std::vector<std::string_view> all = SplitAt(choices, '|');
  return std::find(all.begin(), all.end(), value) != all.end();
}

}  // namespace

/// Goes through the words once; the first problem stops it.
class ArgumentReader {
 public:
  ArgumentReader(const CommandRow& row, std::span<const std::string> words) : row_(row), words_(words) {
    arguments_.row_ = &row;
  }

  bool Run() {
    bool options_end = false;
    while (next_ < words_.size()) {
      const std::string& word = words_[next_++];
      if (!options_end && IsForGit(row_, word)) {
        arguments_.given_["git"];
        options_end = true;  // git passes names of files, which may begin with `-`
      } else if (!options_end && word == "--") {
        options_end = true;
      } else if (!options_end && LooksLikeOption(word)) {
        if (!ReadOption(word)) return false;
      } else {
        arguments_.operands.push_back(word);
      }
    }
    return CheckOperands();
  }

  Arguments Take() { return std::move(arguments_); }
  const std::string& problem() const { return problem_; }

 private:
  bool Fail(std::string problem) {
    problem_ = std::move(problem);
    return false;
  }

  // `--format=json`, `--format json`, `-o DIR`, `-oDIR`.
  bool ReadOption(std::string_view word) {
    const bool is_long = word.starts_with("--");
    std::string_view name = word.substr(is_long ? 2 : 1);
    std::optional<std::string_view> value;
    if (const std::size_t equals = name.find('='); equals != std::string_view::npos) {
      value = name.substr(equals + 1);
      name = name.substr(0, equals);
    } else if (!is_long && name.size() > 1 && FindOption(row_, name.substr(0, 1)) != nullptr) {
      value = name.substr(1);
      name = name.substr(0, 1);
    }
    const OptionRow* option = FindOption(row_, name);
    if (option == nullptr || is_long != (name.size() > 1)) return FailUnknown(word.substr(0, word.find('=')));
    return ReadValue(*option, value);
  }

  bool ReadValue(const OptionRow& option, std::optional<std::string_view> value) {
    std::vector<std::string>& values = arguments_.given_[std::string(option.name)];
    if (option.value == Value::kNone) {
      return value ? Fail(fmt::format("`{}` takes no value", Dashed(option.name))) : true;
    }
    if (!value) {
      const bool next_is_value = next_ < words_.size() && !IsKnownOption(words_[next_]);
      if (!next_is_value) return Fail(fmt::format("`{}` needs a value: {}", Dashed(option.name), Spelled(option)));
      value = words_[next_++];
    }
    if (!IsRepeated(option.value)) values.clear();
    return CheckValue(option, *value, values);
  }

  bool CheckValue(const OptionRow& option, std::string_view value, std::vector<std::string>& values) {
    if (value.empty() && option.value != Value::kText)
      return Fail(fmt::format("`{}` has an empty value: {}", Dashed(option.name), Spelled(option)));
    if (option.value == Value::kNumber && NumberOf(value).value_or(0) < option.least)
      return Fail(fmt::format("`{}` takes a whole number from {} up, not `{}`", Dashed(option.name), option.least,
                              Printable(value)));
    if (option.value == Value::kNumber && !NumberOf(value))
      return Fail(fmt::format("`{}` takes a whole number, not `{}`", Dashed(option.name), Printable(value)));
    if (option.value == Value::kChoice && !IsChoice(option.choices, value))
      return FailChoice(fmt::format("`{}`", Dashed(option.name)), option.choices, value);
    if (option.value == Value::kReport && !CheckReport(option, value)) return false;
    if (!IsList(option.value)) {
      values.emplace_back(value);
      return true;
    }
    for (const std::string_view one : SplitList(value)) values.emplace_back(one);
    return true;
  }

  // `sarif=hotsite.sarif`.
  bool CheckReport(const OptionRow& option, std::string_view value) {
    const std::size_t equals = value.find('=');
    if (equals == std::string_view::npos || equals + 1 == value.size())
      return Fail(fmt::format("`{}` takes FORMAT=FILE, as `sarif=hotsite.sarif`, not `{}`", Dashed(option.name),
                              Printable(value)));
    const std::string_view format = value.substr(0, equals);
    return IsChoice(option.choices, format) ||
           FailChoice(fmt::format("FORMAT of `{}`", Dashed(option.name)), option.choices, format);
  }

  bool FailChoice(std::string_view what, std::string_view choices, std::string_view value) {
    const std::vector<std::string_view> all = SplitAt(choices, '|');
    std::vector<std::string> quoted;
    for (const std::string_view one : all) quoted.push_back(fmt::format("`{}`", one));
    return Fail(
        fmt::format("{} is {}, not `{}`{}", what, JoinWords(quoted, "or"), Printable(value), DidYouMean(value, all)));
  }

  bool IsKnownOption(std::string_view word) const {
    if (!LooksLikeOption(word)) return false;
    const std::string_view name = word.substr(word.starts_with("--") ? 2 : 1);
    return FindOption(row_, name.substr(0, name.find('='))) != nullptr;
  }

  bool FailUnknown(std::string_view word) {
    const std::string_view name = word.substr(std::min(word.find_first_not_of('-'), word.size()));
    if (FindOption(row_, name) != nullptr)
      return Fail(fmt::format("there is no option `{}`, but there is `{}`", Printable(word), Dashed(name)));
    std::vector<std::string_view> known{"help"};
    ForEachOption(row_, [&](const OptionRow& option) {
      if (option.name.size() > 1) known.push_back(option.name);
    });
    return Fail(fmt::format("there is no option `{}`{}", Printable(word), DidYouMean(name, known, "--")));
  }

  bool CheckOperands() {
    std::size_t at = 0;
    for (const OperandRow& operand : row_.operands) {
      if (at >= arguments_.operands.size()) {
        if (operand.optional) return true;
        const std::string here = operand.value == Value::kSpec ? ListOfSpecs(SpecsIn(".")) : "";
        return Fail(fmt::format("{} is missing: {}{}", operand.name, operand.help,
                                here.empty() ? "" : fmt::format("; this folder holds {}", here)));
      }
      for (const std::size_t end = operand.many ? arguments_.operands.size() : at + 1; at < end; ++at) {
        const std::string& word = arguments_.operands[at];
        if (word.empty()) return Fail(fmt::format("{} is empty: {}", operand.name, operand.help));
        if (operand.value == Value::kChoice && !IsChoice(operand.choices, word))
          return FailChoice(operand.name, operand.choices, word);
      }
    }
    if (at == arguments_.operands.size()) return true;
    const std::string word = Printable(arguments_.operands[at]);
    if (row_.operands.empty()) return Fail(fmt::format("it takes no operand, but `{}` stands there", word));
    const bool folder = FindOption(row_, "o") != nullptr && !word.ends_with(".dr");
    return Fail(fmt::format("`{}` is one word too many{}", word,
                            folder ? fmt::format("; if it is the folder to write to, `-o {}`", word) : ""));
  }

  const CommandRow& row_;
  std::span<const std::string> words_;
  std::size_t next_ = 0;
  Arguments arguments_;
  std::string problem_;
};

std::string_view Arguments::command() const { return row_->name; }

std::string Arguments::Get(std::string_view option) const {
  const auto found = given_.find(option);
  if (found != given_.end() && !found->second.empty()) return found->second.back();
  const OptionRow* row = FindOption(*row_, option);
  HOTSITE_CHECK(row != nullptr, "a command asks for an option that its row doesn't have");
  return std::string(row->standard);
}

std::vector<std::string> Arguments::List(std::string_view option) const {
  const auto found = given_.find(option);
  return found == given_.end() ? std::vector<std::string>() : found->second;
}

unsigned Arguments::Number(std::string_view option) const { return NumberOf(Get(option)).value_or(0); }

std::optional<Arguments> ReadArguments(const CommandRow& row, std::span<const std::string> words,
                                       std::string* problem) {
  ArgumentReader reader(row, words);
  if (reader.Run()) return reader.Take();
  *problem = reader.problem();
  return {};
}

bool AsksForHelp(std::span<const std::string> words) {
  for (const std::string& word : words) {
    if (word == "--" || word == "--git") return false;
    if (word == "--help" || word == "-h") return true;
  }
  return false;
}

}  // namespace hotsite::driver
