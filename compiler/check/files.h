// The files of a spec: reads each once, follows `use`, finds cycles.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "compiler/check/source_provider.h"
#include "compiler/diagnostics/reporter.h"
#include "compiler/support/source_file.h"
#include "compiler/syntax/ast.h"

namespace hotsite::check {

/// The parsed files of a spec, used ones before those that use them; the main file is the last.
class Files {
 public:
  Files(SourceProvider& provider, SourceMap& sources, Reporter& reporter)
      : provider_(provider), sources_(sources), reporter_(reporter) {}
  void ReadMain(const std::string& path);
  const std::vector<syntax::File>& all() const { return files_; }

 private:
  void ReadFile(const std::string& path, Span used_at);
  void ReadModule(const std::string& name, Span used_at);
  void AddText(const std::string& path, std::string text, Span used_at);
  void FollowUses(const syntax::File& file, const std::string& path);
  void CheckHeader(const syntax::File& file);
  bool Enter(const std::string& key, Span used_at);

  SourceProvider& provider_;
  SourceMap& sources_;
  Reporter& reporter_;
  std::vector<syntax::File> files_;
  std::map<std::string, bool, std::less<>> state_;  // false: being read, true: read
  std::vector<std::string> open_;                   // the files being read, outermost first
};

}  // namespace hotsite::check
