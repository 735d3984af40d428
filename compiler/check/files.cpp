#include "compiler/check/files.h"

#include <fmt/format.h>

#include <utility>

#include "compiler/check/elaborate.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/diagnostics/source_problem.h"
#include "compiler/support/suggest.h"
#include "compiler/support/text_writer.h"
#include "compiler/syntax/parse.h"

namespace hotsite::check {
namespace {

using Kind = syntax::Operand::Kind;

std::string FolderOf(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
}

// `a/../b.dr` and `./b.dr` are `b.dr`, so that a file is read once however it is named.
std::string Normalised(const std::string& path) {
  std::vector<std::string> parts;
  const bool absolute = path.starts_with('/');
  std::string_view rest = path;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (part.empty() || part == ".") continue;
    if (part == ".." && !parts.empty() && parts.back() != "..")
      parts.pop_back();
    else
      parts.emplace_back(part);
  }
  std::string result = absolute ? "/" : "";
  for (std::size_t i = 0; i < parts.size(); ++i) result += (i == 0 ? "" : "/") + parts[i];
  return result;
}

bool IsList(const std::vector<syntax::Operand>& operands) {
  for (std::size_t i = 0; i < operands.size(); ++i) {
    const Kind kind = operands[i].kind;
    if (i % 2 == 1 ? kind != Kind::kComma : kind != Kind::kWord && kind != Kind::kString) return false;
  }
  return operands.size() % 2 == 1;
}

}  // namespace

bool IsUseOutOfHabit(const syntax::Statement& statement) {
  const auto& operands = statement.operands;
  if (statement.block || !IsList(operands)) return false;
  const bool string = operands.front().kind == Kind::kString;
  const bool standard = StandardModule(operands.front().text).has_value();
  if (statement.word == "use") return operands.size() > 1 || (string && standard);
  return (statement.word == "import" || statement.word == "include") && (string || standard);
}

void Files::ReadMain(const std::string& path) { ReadFile(Normalised(path), {}); }

// Whether this file is to be read now: it isn't read yet, nor being read.
bool Files::Enter(const std::string& key, Span used_at) {
  const auto known = state_.find(key);
  if (known == state_.end()) {
    if (state_.size() >= kMaxFiles) {
      if (std::exchange(too_many_, true)) return false;
      reporter_.Error(codes::kTooManyFiles, used_at, "the spec has more than {} files", kMaxFiles);
      return false;
    }
    state_[key] = {};
    open_.push_back(key);
    return true;
  }
  if (!known->second.read) {
    std::string chain;
    for (const std::string& file : open_) chain += file + " → ";
    reporter_.Error(codes::kModuleCycle, used_at, "`{}` uses itself", key)
        .Here("this closes the circle")
        .Note(fmt::format("in the order of use: {}{}", chain, key))
        .Advise("move what both need into a file of its own and `use` that one from each");
  }
  return false;
}

// A file stands behind all that it uses.
void Files::Close(const std::string& key, std::size_t files_before) {
  State& state = state_[key];
  state.read = true;
  if (files_.size() > files_before) state.file = files_.size() - 1;
  open_.pop_back();
}

void Files::ReadFile(const std::string& path, Span used_at) {
  if (!Enter(path, used_at)) return;
  const std::size_t files_before = files_.size();
  std::string problem;
  std::optional<std::string> text = provider_.Read(path, &problem);
  if (text) {
    AddText(path, std::move(*text), used_at);
  } else {
    auto& found = reporter_.Error(codes::kCannotRead, used_at, "`{}` {}", path, problem);
    if (used_at.valid()) found.Here("used here").Note("a path is looked up from the folder of the file that uses it");
  }
  Close(path, files_before);
}

void Files::ReadModule(const std::string& name, Span used_at) {
  if (!Enter(name, used_at)) return;
  const std::size_t files_before = files_.size();
  if (const auto text = StandardModule(name)) {
    AddText(fmt::format("{}.dr", name), std::string(*text), used_at);
  } else {
    std::vector<std::string> known;
    for (const std::string_view module : StandardModules()) known.push_back(fmt::format("`{}`", module));
    auto& found = reporter_.Error(codes::kUnknownModule, used_at, "the standard library has no part `{}`", name);
    found.Here("not found")
        .Note(fmt::format("its parts are {}; a file of your own stands in quotes: `use \"systems.dr\"`",
                          JoinWords(known)));
    if (const auto near = Nearest(name, StandardModules()))
      found.Fix(fmt::format("write `{}`", *near), {{used_at, *near}});
  }
  Close(name, files_before);
}

void Files::AddText(const std::string& path, std::string text, Span used_at) {
  if (const auto problem = FindSourceProblem(text)) {
    ReportSourceProblem(path, *problem, used_at, reporter_);
    return;
  }
  const FileId id = sources_.Add(path, std::move(text));
  syntax::File file = syntax::Parse(sources_, id, reporter_);
  CheckHeader(file);
  std::vector<Use> uses = FollowUses(file, path);
  files_.push_back(std::move(file));
  uses_.push_back(std::move(uses));
}

std::vector<Use> Files::FollowUses(const syntax::File& file, const std::string& path) {
  std::vector<Use> uses;
  for (const syntax::Statement& statement : file.statements) {
    const auto& operands = statement.operands;
    const bool renamed = operands.size() == 3 && operands[1].text == "as";
    if (IsUseOutOfHabit(statement)) {
      TellHabit(statement);
      for (const syntax::Operand& operand : operands) FollowOperand(operand, {}, path, uses);
    } else if (statement.word == "use" && (operands.size() == 1 || renamed)) {
      FollowOperand(operands.front(), renamed ? operands[2].text : std::string_view(), path, uses);
      if (renamed && operands.front().kind == Kind::kWord) RefuseAlias(statement);
    }
  }  // other wrong operands are reported by elaborate
  return uses;
}

void Files::FollowOperand(const syntax::Operand& module, std::string_view alias, const std::string& path,
                          std::vector<Use>& uses) {
  std::string key(module.text);
  if (module.kind == Kind::kWord || StandardModule(key)) {
    ReadModule(key, module.span);
  } else if (module.kind == Kind::kString) {
    key = Normalised(key.starts_with('/') ? key : FolderOf(path) + key);
    ReadFile(key, module.span);
  }
  const auto state = state_.find(key);
  if (state != state_.end() && state->second.file) uses.push_back({*state->second.file, alias, module.span});
}

// One message, whose fix is how it is written.
void Files::TellHabit(const syntax::Statement& statement) {
  std::string lines;
  for (const syntax::Operand& operand : statement.operands) {
    if (operand.kind == Kind::kComma) continue;
    const bool quotes = operand.kind == Kind::kString && !StandardModule(operand.text);
    lines +=
        fmt::format("{}use {}{}{}", lines.empty() ? "" : "\n", quotes ? "\"" : "", operand.text, quotes ? "\"" : "");
  }
  const bool several = statement.operands.size() > 1;
  const bool other_word = statement.word != "use";
  const Span span =
      other_word ? statement.word_span : Join(statement.operands.front().span, statement.operands.back().span);
  auto& found =
      other_word
          ? reporter_.Error(codes::kUnknownStatement, span, "`{}` is no statement at the top of a file", statement.word)
      : several ? reporter_.Error(codes::kUnexpectedOperand, span, "`use` reads one file")
                : reporter_.Error(codes::kWrongOperand, span, "the standard library's parts stand without quotes");
  found
      .Here(other_word ? "files are read by `use`"
            : several
                ? "expected a `use` for each, on lines of their own"
                : fmt::format("expected `{}`; in quotes it is a file of your own", statement.operands.front().text))
      .Fix(several ? "write a `use` for each" : fmt::format("write `{}`", lines), {{statement.whole, lines}});
}

void Files::RefuseAlias(const syntax::Statement& statement) {
  const Span as = Join(statement.operands[1].span, statement.operands[2].span);
  reporter_.Error(codes::kUnexpectedOperand, as, "the standard library's entries keep their names")
      .Here("not needed here")
      .Note("`as` keeps values and profiles of your files apart; the standard library has neither")
      .Fix("remove it", {{{as.file, statement.operands[0].span.end, as.end}, ""}});
}

void Files::CheckHeader(const syntax::File& file) {
  if (!file.statements.empty() && file.statements.front().word == "hotsite") {
    const syntax::Statement& header = file.statements.front();
    const bool version_1 = header.operands.size() == 1 && header.operands.front().text == "1";
    if (version_1) return;
    reporter_.Error(codes::kUnsupportedVersion, header.whole, "this Hotsite reads version 1 of the language")
        .Here("expected `hotsite 1`")
        .Fix("write `hotsite 1`", {{header.whole, "hotsite 1"}});
    return;
  }
  const Span start{file.id, 0, 0};
  reporter_.Error(codes::kMissingHeader, start, "the file doesn't begin with `hotsite 1`")
      .Here("expected `hotsite 1`")
      .Note(
          "the first line says which version of the language the file is written in, so that it still reads the same "
          "in years")
      .Fix("add the line `hotsite 1`", {{start, "hotsite 1\n\n"}});
}

}  // namespace hotsite::check
