#include "compiler/driver/fix.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

#include "compiler/diagnostics/render.h"
#include "compiler/syntax/parse.h"

namespace hotsite::driver {
namespace {

/// A fix shows at most a few others behind it; more rounds than this are fixes that undo each other.
constexpr int kMostRounds = 50;

/// The spec's files as the fixes so far have made them.
class FixedSources : public check::SourceProvider {
 public:
  FixedSources(check::SourceProvider& original, const std::map<std::string, std::string>& texts)
      : original_(original), texts_(texts) {}
  std::optional<std::string> Read(const std::string& path, std::string* problem) override {
    const auto found = texts_.find(path);
    return found != texts_.end() ? found->second : original_.Read(path, problem);
  }
  bool Has(const std::string& path) override { return original_.Has(path); }

 private:
  check::SourceProvider& original_;
  const std::map<std::string, std::string>& texts_;
};

bool Parses(const std::string& text) {
  if (FindSourceProblem(text)) return false;
  SourceMap sources;
  Reporter reporter;
  syntax::Parse(sources, sources.Add("", text), reporter);
  return reporter.error_count() == 0;
}

/// The fixes of one round.
class Round {
 public:
  Round(const Compilation& compilation, const std::set<std::string>& refused)
      : sources_(compilation.sources), refused_(refused) {
    for (const Diagnostic& finding : compilation.findings) Consider(finding);
  }

  /// The new text of each file that changes.
  std::map<std::string, std::string> Texts() const {
    std::map<std::string, std::string> texts;
    for (auto at = taken_.begin(); at != taken_.end(); at = taken_.upper_bound({at->file, kEnd, kEnd})) {
      const SourceFile& file = sources_.Get(*at);
      texts[file.path()] = ApplyEdits(file.text(), at->file, edits_);
    }
    return texts;
  }

  const std::vector<AppliedFix>& applied() const { return applied_; }

 private:
  static constexpr std::uint32_t kEnd = 0xFFFFFFFF;  // behind every place of a file
  struct ByPlace {
    bool operator()(const Span& a, const Span& b) const {
      return std::tuple(a.file, a.begin, a.end) < std::tuple(b.file, b.begin, b.end);
    }
  };

  void Consider(const Diagnostic& finding) {
    const auto help = std::find_if(finding.helps.begin(), finding.helps.end(),
                                   [](const Help& one) { return one.safe && !one.edits.empty(); });
    if (help == finding.helps.end()) return;
    for (const Edit& edit : help->edits) {
      if (!IsOpen(edit.span)) return;
    }
    for (const Edit& edit : help->edits) taken_.insert(edit.span);
    edits_.insert(edits_.end(), help->edits.begin(), help->edits.end());
    const Span place = finding.primary.span.valid() ? finding.primary.span : help->edits.front().span;
    const SourceFile& file = sources_.Get(place);
    applied_.push_back({file.path(), file.Locate(place.begin).line, finding.code, help->text});
  }

  /// Whether the place lies in a file of the spec's own and touches no other fix.
  bool IsOpen(const Span& span) const {
    const SourceFile& file = sources_.Get(span);
    if (IsStandardModule(file) || refused_.contains(file.path())) return false;
    const auto after = taken_.upper_bound(span);
    if (after != taken_.end() && after->file == span.file && after->begin <= span.end) return false;
    if (after == taken_.begin()) return true;
    const auto before = std::prev(after);
    return before->file != span.file || before->end < span.begin;
  }

  const SourceMap& sources_;
  const std::set<std::string>& refused_;
  std::set<Span, ByPlace> taken_;
  std::vector<Edit> edits_;
  std::vector<AppliedFix> applied_;
};

/// The files that could be parsed and couldn't any more.
std::vector<std::string> Broken(const std::map<std::string, std::string>& texts, const SourceMap& sources) {
  std::vector<std::string> broken;
  for (std::uint32_t i = 0; i < sources.size(); ++i) {
    const SourceFile& file = sources.Get(FileId{i});
    const auto text = texts.find(file.path());
    if (text != texts.end() && !Parses(text->second) && Parses(std::string(file.text()))) broken.push_back(file.path());
  }
  return broken;
}

}  // namespace

Fixed FixAll(const std::string& path, check::SourceProvider& provider) {
  Fixed fixed;
  FixedSources sources(provider, fixed.texts);
  fixed.compilation = Compile(path, sources);
  std::set<std::string> refused;
  for (int i = 0; i < kMostRounds; ++i) {
    const Round round(fixed.compilation, refused);
    if (round.applied().empty()) break;
    std::map<std::string, std::string> texts = round.Texts();
    if (const auto broken = Broken(texts, fixed.compilation.sources); !broken.empty()) {
      refused.insert(broken.begin(), broken.end());
      continue;
    }
    for (auto& [file, text] : texts) fixed.texts[file] = std::move(text);
    fixed.applied.insert(fixed.applied.end(), round.applied().begin(), round.applied().end());
    fixed.compilation = Compile(path, sources);
  }
  fixed.refused.assign(refused.begin(), refused.end());
  return fixed;
}

}  // namespace hotsite::driver
