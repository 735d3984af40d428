#include "compiler/driver/spec_roots.h"

#include <algorithm>
#include <map>

#include "compiler/check/files.h"
#include "compiler/diagnostics/reporter.h"
#include "compiler/driver/pipeline.h"

namespace hotsite::driver {
namespace {

bool HasRecovery(const syntax::File& file) {
  return std::any_of(file.statements.begin(), file.statements.end(),
                     [](const syntax::Statement& statement) { return statement.word == "recovery"; });
}

/// The files read, as a graph.
class Graph {
 public:
  Graph(const std::vector<std::string>& paths, check::SourceProvider& provider) {
    Reporter unheard;  // what is wrong is told where a spec is compiled
    check::Files reader(provider, sources_, unheard);
    for (const std::string& path : paths) reader.ReadMain(path);
    files_ = reader.Take();
    for (const auto& uses : reader.uses()) {
      auto& row = uses_.emplace_back();
      for (const check::Use& use : uses) row.push_back(use.file);
    }
    for (std::size_t i = 0; i < files_.size(); ++i) {
      by_path_.emplace(sources_.Get(files_[i].id).path(), i);
      for (const std::size_t used : uses_[i]) used_.insert(used);
    }
  }

  /// Nothing in `uses` when it is no spec of its own.
  RootSpec At(const std::string& path) const {
    RootSpec root{path, {}};
    const auto found = by_path_.find(path);
    if (found == by_path_.end() || used_.contains(found->second)) return root;
    bool recovery = false;
    for (const std::size_t i : Closure(found->second)) {
      const SourceFile& file = sources_.Get(files_[i].id);
      recovery = recovery || HasRecovery(files_[i]);
      if (!IsStandardModule(file)) root.uses.insert(file.path());
    }
    if (!recovery) root.uses.clear();
    return root;
  }

 private:
  std::set<std::size_t> Closure(std::size_t start) const {
    std::set<std::size_t> reached{start};
    std::vector<std::size_t> open{start};
    while (!open.empty()) {
      const std::size_t at = open.back();
      open.pop_back();
      for (const std::size_t used : uses_[at]) {
        if (reached.insert(used).second) open.push_back(used);
      }
    }
    return reached;
  }

  SourceMap sources_;
  std::vector<syntax::File> files_;
  std::vector<std::vector<std::size_t>> uses_;
  std::set<std::size_t> used_;
  std::map<std::string, std::size_t> by_path_;
};

}  // namespace

std::vector<RootSpec> FindRoots(const std::vector<std::string>& paths, check::SourceProvider& files) {
  const Graph graph(paths, files);
  std::vector<RootSpec> roots;
  for (const std::string& path : paths) {
    RootSpec root = graph.At(path);
    if (!root.uses.empty()) roots.push_back(std::move(root));
  }
  return roots;
}

}  // namespace hotsite::driver
