// The command line as a command sees it: the values of its options and its operands, read by the command's row.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hotsite::driver {

struct CommandRow;
struct OptionRow;

class Arguments {
 public:
  /// The operands in order; a row that asks for one has made sure that it is there.
  std::vector<std::string> operands;

  /// The name of the command that they were given to.
  std::string_view command() const;
  /// Whether the option was given.
  bool Has(std::string_view option) const { return given_.contains(option); }
  /// Its value: the last one given, or the row's default.
  std::string Get(std::string_view option) const;
  /// All values of an option that takes a list, in order.
  std::vector<std::string> List(std::string_view option) const;
  /// The value of a number option, which has been checked to be one.
  unsigned Number(std::string_view option) const;
  /// The first operand; empty when there is none.
  std::string First() const { return operands.empty() ? std::string() : operands.front(); }

 private:
  friend class ArgumentReader;
  const CommandRow* row_ = nullptr;
  std::map<std::string, std::vector<std::string>, std::less<>> given_;
};

/// Reads what stands behind the command's name. On wrong usage gives nothing and says in `problem` what is wrong, as
/// half a sentence that goes on from "hotsite build: ". `--help` isn't an option here; the caller has looked for it.
std::optional<Arguments> ReadArguments(const CommandRow& row, std::span<const std::string> words, std::string* problem);

/// Whether `--help` or `-h` stands among the words, before a `--` or the `--git` of a diff program.
bool AsksForHelp(std::span<const std::string> words);

}  // namespace hotsite::driver
