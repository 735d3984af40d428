#include "compiler/driver/gate.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/diagnostics/style.h"
#include "compiler/diff/change_codes.h"
#include "compiler/driver/help.h"
#include "compiler/support/text_writer.h"

namespace hotsite::driver {
namespace {

constexpr std::string_view kMeaning = "meaning";

bool IsCode(std::string_view word) {
  const auto codes = diff::AllChangeCodes();
  return std::any_of(codes.begin(), codes.end(), [&](const CodeInfo& info) { return info.code.ToString() == word; });
}

/// A list may be written with blanks.
std::string Trimmed(const std::string& text) {
  const std::size_t begin = text.find_first_not_of(' ');
  return begin == std::string::npos ? std::string() : text.substr(begin, text.find_last_not_of(' ') - begin + 1);
}

bool Fits(std::string_view word, const diff::SpecChange& change) {
  if (word == diff::ToString(change.what) || word == change.code.ToString()) return true;
  if (change.what == diff::ChangeClass::kEditorial) return false;
  return word == kMeaning || word == diff::ToString(diff::TopicOf(change.code));
}

}  // namespace

std::vector<std::string_view> GateWords() {
  std::vector<std::string_view> words{kMeaning};
  for (std::size_t i = 0; i < diff::kChangeClasses; ++i)
    words.emplace_back(diff::ToString(static_cast<diff::ChangeClass>(i)));
  for (std::size_t i = 0; i < diff::kTopics; ++i) words.emplace_back(diff::ToString(static_cast<diff::Topic>(i)));
  return words;
}

std::optional<Gate> Gate::Read(const std::vector<std::string>& words, std::string* problem) {
  const std::vector<std::string_view> known = GateWords();
  Gate gate;
  for (const std::string& written : words) {
    const std::string word = Trimmed(written);
    const std::string upper = ToUpper(word);
    const bool is_word = std::find(known.begin(), known.end(), word) != known.end();
    if (!is_word && !IsCode(upper)) {
      *problem = fmt::format("`--fail-on` knows no `{}`{}; it takes {}, or codes of changes (HS7102)", Printable(word),
                             DidYouMean(word, known), JoinWords({known.begin(), known.end()}));
      return {};
    }
    gate.words_.push_back(is_word ? word : upper);
  }
  return gate;
}

bool Gate::Fails(const diff::SpecChange& change) const {
  return std::any_of(words_.begin(), words_.end(), [&](const std::string& word) { return Fits(word, change); });
}

std::string Gate::Written() const { return fmt::format("{}", fmt::join(words_, ",")); }

}  // namespace hotsite::driver
