// The files of a spec: reads each once, follows `use`, finds cycles.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "compiler/check/modules.h"
#include "compiler/check/source_provider.h"
#include "compiler/diagnostics/reporter.h"
#include "compiler/support/source_file.h"
#include "compiler/syntax/ast.h"

namespace hotsite::check {

/// Whether a statement of the top level means `use` and is written otherwise: `import std.zvm`, `use a, b`,
/// `use "std.zvm"`. It is told and followed where the files are read.
bool IsUseOutOfHabit(const syntax::Statement& statement);

/// The parsed files of a spec, used ones before those that use them; the main file is the last.
class Files {
 public:
  Files(SourceProvider& provider, SourceMap& sources, Reporter& reporter)
      : provider_(provider), sources_(sources), reporter_(reporter) {}
  void ReadMain(const std::string& path);
  /// Hands the files over, for good.
  std::vector<syntax::File> Take() { return std::move(files_); }
  /// What each of them uses, in text order.
  const std::vector<std::vector<Use>>& uses() const { return uses_; }

 private:
  void ReadFile(const std::string& path, Span used_at);
  void ReadModule(const std::string& name, Span used_at);
  void AddText(const std::string& path, std::string text, Span used_at);
  std::vector<Use> FollowUses(const syntax::File& file, const std::string& path);
  void FollowUse(const syntax::Statement& statement, const std::string& path, std::vector<Use>& uses);
  void FollowOperand(const syntax::Operand& module, std::string_view alias, const std::string& path,
                     std::vector<Use>& uses);
  void TellHabit(const syntax::Statement& statement);
  void RefuseAlias(const syntax::Statement& statement);
  void Close(const std::string& key, std::size_t files_before);
  void CheckHeader(const syntax::File& file);
  bool Enter(const std::string& key, Span used_at);

  SourceProvider& provider_;
  SourceMap& sources_;
  Reporter& reporter_;
  std::vector<syntax::File> files_;
  std::vector<std::vector<Use>> uses_;  // parallel to files_
  struct State {
    bool read = false;                // else: being read
    std::optional<std::size_t> file;  // into files_; nothing when it couldn't be read
  };
  std::map<std::string, State, std::less<>> state_;
  bool too_many_ = false;
  std::vector<std::string> open_;  // the files being read, outermost first
};

}  // namespace hotsite::check
