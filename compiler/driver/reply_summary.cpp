#include "compiler/driver/reply_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

#include "compiler/diagnostics/style.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {
namespace {

constexpr std::size_t kMostShown = 20;
constexpr std::size_t kLongestShown = 200;  // bytes

struct Word {
  model::AnswerKind kind;
  const char* one;
  const char* many;
};

constexpr auto kWords = std::to_array<Word>({{model::AnswerKind::kConfirm, "confirmed", "confirmed"},
                                             {model::AnswerKind::kDeviate, "deviation", "deviations"},
                                             {model::AnswerKind::kAnswer, "value", "values"},
                                             {model::AnswerKind::kUnanswered, "blank", "blank"},
                                             {model::AnswerKind::kUnclear, "unclear", "unclear"},
                                             {model::AnswerKind::kAltered, "altered", "altered"}});

std::string CountsOf(const reply::Lines& lines) {
  std::string text;
  for (const Word& word : kWords) {
    const auto count = std::count_if(lines.answers.begin(), lines.answers.end(),
                                     [&](const model::Answer& answer) { return answer.kind == word.kind; });
    if (count > 0) text += fmt::format("{}{} {}", text.empty() ? "" : ", ", count, count == 1 ? word.one : word.many);
  }
  return text.empty() ? "no answers" : text;
}

/// Each in a line of its own, 80 columns wide; of very many only the first.
void List(const std::vector<std::string>& texts, llvm::raw_ostream& out) {
  for (std::size_t i = 0; i < std::min(texts.size(), kMostShown); ++i) {
    TextWriter writer;
    writer.Wrapped("- " + Printable(texts[i].substr(0, kLongestShown)), 80);
    out << writer.Take();
  }
  if (texts.size() > kMostShown) out << fmt::format("- and {} more\n", texts.size() - kMostShown);
}

}  // namespace

void SummarizeReply(const std::string& path, const reply::Read& read, const reply::Lines& lines,
                    const SentRequest& sent, llvm::raw_ostream& out) {
  const std::string which = sent.revision == 0 ? "a draft" : fmt::format("revision {}", sent.revision);
  out << Printable(fmt::format("{}: {}, answers {} of {}: {}", path, ToString(read.form), which, sent.recovery,
                               CountsOf(lines)))
      << "\n";
  std::vector<std::string> texts = read.remarks;
  texts.insert(texts.end(), lines.remarks.begin(), lines.remarks.end());
  for (const reply::Comment& comment : read.comments) {
    texts.push_back(fmt::format("page {}: {} beside the fields: `{}`", comment.page, comment.kind, comment.text));
  }
  for (const reply::Signature& signature : read.signatures)
    texts.push_back(fmt::format("sign-off: {} reads `{}`", signature.field, signature.text));
  List(texts, out);
}

void SummarizeContract(const std::string& path, const contract::Answers& answers, const SentRequest& sent,
                       const std::string& ledger_path, llvm::raw_ostream& out) {
  using contract::Standing;
  const std::size_t unasked = answers.Count(contract::Status::kInformation);  // rows that ask nothing
  out << Printable(fmt::format("{}: of {}, {} agreed, {} open, {} refused", path,
                               CountOf(answers.rows.size() - unasked, "row"),
                               answers.Count(Standing::kAgreed) - unasked, answers.Count(Standing::kOpen),
                               answers.Count(Standing::kRefused)))
      << "\n";
  const std::string folder = sent.revision == 0 ? std::string() : ledger_path.substr(0, ledger_path.rfind('/') + 1);
  TextWriter next;
  next.Wrapped(
      Printable(fmt::format("Next: `hotsite check {}{} --contract {}` says what the answers do to the systems.", folder,
                            sent.spec, path)),
      80);
  out << next.Take();
}

}  // namespace hotsite::driver
