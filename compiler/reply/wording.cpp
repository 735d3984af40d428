#include "compiler/reply/wording.h"

#include <algorithm>
#include <map>

#include "compiler/reply/folded_text.h"

namespace hotsite::reply {
namespace {

using requirements::IssuedRow;

constexpr std::string_view kUnknown = "\uFFFD";

/// Hebrew, Arabic and their like: drawn from right to left, so that the order on the page isn't that of the text.
bool RunsLeft(std::string_view text) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    const unsigned lead = static_cast<unsigned char>(text[at]), next = static_cast<unsigned char>(text[at + 1]);
    const bool two = lead >= 0xD6 && lead <= 0xDF;                       // U+0590 to U+07FF
    const bool three = (lead == 0xE0 && next >= 0xA0 && next < 0xA4) ||  // U+0800 to U+08FF
                       (lead == 0xEF && next >= 0xAC && next <= 0xBB);   // U+FB00 to U+FEFF
    if (two || three) return true;
  }
  return false;
}

/// How far `text` has `sentence` from `at` on: where both end, or first differ.
struct Match {
  std::size_t said = 0;  // of the sentence
  std::size_t at = 0;    // of the text
};

Match Follow(std::string_view sentence, std::string_view text, std::size_t at) {
  const auto agree = [&](std::size_t said, std::size_t from) {
    const std::string_view rest = sentence.substr(said), there = text.substr(std::min(from, text.size()));
    return static_cast<std::size_t>(std::mismatch(rest.begin(), rest.end(), there.begin(), there.end()).first -
                                    rest.begin());
  };
  Match match{agree(0, at), at};
  match.at += match.said;
  // A row longer than a page goes on behind what stands in its other columns: when its answer is due.
  constexpr std::string_view kDue = "due";
  constexpr std::size_t kLongest = 60, kSure = 12;
  if (match.said == sentence.size() || !text.substr(match.at).starts_with(kDue)) return match;
  for (std::size_t skip = kDue.size(); skip < kLongest; ++skip) {
    const std::size_t more = agree(match.said, match.at + skip);
    const std::size_t left = sentence.size() - match.said;
    if (more >= std::min(kSure, left)) return {match.said + more, match.at + skip + more};
  }
  return match;
}

/// What was found of one row.
struct Found {
  bool as_issued = false;
  bool there = false;  // its identifier, edition and kind
  Match best;          // of those that differ the one that agrees longest
};

class Finder {
 public:
  Finder(std::string_view words, const requirements::IssuedRows& rows) : words_(words), text_(Fold(words)) {
    for (const auto& [id, row] : rows) sentences_.emplace(id, Fold(row->sentence).text);
    for (std::size_t at = text_.text.find('-', 3); at != std::string::npos; at = text_.text.find('-', at + 1))
      Look(at - 3, rows);
  }

  Wording Judge(const requirements::IssuedRows& rows) const {
    Wording wording;
    std::size_t good = 0;
    for (const auto& [id, row] : rows) {
      const auto at = found_.find(id);
      const Found found = at == found_.end() ? Found() : at->second;
      if (found.as_issued) {
        ++good;
      } else if (Unreadable(*row, found)) {
        wording.unread.emplace_back(id);
      } else {
        wording.altered.push_back({std::string(id), Differing(*row, found)});
      }
    }
    wording.compared = 2 * good >= rows.size() && good > 0;
    if (!wording.compared) return {};
    return wording;
  }

 private:
  /// Whether a row begins at `begin` of the text: PLC-001, its edition and its kind.
  void Look(std::size_t begin, const requirements::IssuedRows& rows) {
    const std::string_view text = text_.text;
    const std::size_t end = std::min(text.find_first_not_of("0123456789", begin + 4), text.size());
    const auto row = rows.find(text.substr(begin, end - begin));
    if (row == rows.end()) return;
    const std::string head = row->second->edition + ToString(row->second->kind);
    if (!text.substr(end).starts_with(head)) return;
    Found& found = found_[row->first];
    const std::string& sentence = sentences_.at(row->first);
    const Match match = Follow(sentence, text, end + head.size());
    if (match.said == sentence.size()) found.as_issued = true;
    if (!found.there || match.said > found.best.said) found.best = match;
    found.there = true;
  }

  bool Unreadable(const IssuedRow& row, const Found& found) const {
    if (RunsLeft(row.sentence)) return true;
    return found.there && std::string_view(text_.text).substr(found.best.at).starts_with(kUnknown);
  }

  Difference Differing(const IssuedRow& row, const Found& found) const {
    if (!found.there) return {Around(row.sentence, 0), ""};
    const std::size_t at = Fold(row.sentence).from[found.best.said];
    return {Around(row.sentence, at), Around(words_, text_.from[found.best.at])};
  }

  std::string_view words_;
  FoldedText text_;
  std::map<std::string_view, std::string> sentences_;
  std::map<std::string_view, Found> found_;
};

}  // namespace

Wording CompareWording(std::string_view words, const requirements::IssuedRows& rows) {
  return Finder(words, rows).Judge(rows);
}

std::optional<Difference> FirstDifference(std::string_view issued, std::string_view words) {
  const FoldedText sent = Fold(issued), came = Fold(words);
  const auto [a, b] = std::mismatch(sent.text.begin(), sent.text.end(), came.text.begin(), came.text.end());
  if (a == sent.text.end() && b == came.text.end()) return {};
  const auto place = [](const FoldedText& text, auto at) {
    return text.from[static_cast<std::size_t>(at - text.text.begin())];
  };
  const std::size_t there = place(sent, a), here = place(came, b);
  return Difference{a == sent.text.end() ? "" : Around(issued, there), b == came.text.end() ? "" : Around(words, here)};
}

}  // namespace hotsite::reply
