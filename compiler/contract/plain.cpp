#include "compiler/contract/plain.h"

#include <algorithm>
#include <array>

#include "compiler/support/text_writer.h"
#include "compiler/support/utf8.h"
#include "compiler/values/scan.h"

namespace hotsite::contract {
namespace {

struct Spelling {
  std::string_view typed;
  std::string_view plain;
};

constexpr std::array kSpellings{
    Spelling{"\u00A0", " "},  Spelling{"\u2007", " "}, Spelling{"\u2009", " "},  Spelling{"\u202F", " "},
    Spelling{"\u3000", " "},  Spelling{"\u2010", "-"}, Spelling{"\u2011", "-"},  Spelling{"\u2012", "-"},
    Spelling{"\u2013", "-"},  Spelling{"\u2014", "-"}, Spelling{"\u2015", "-"},  Spelling{"\u2212", "-"},
    Spelling{"\uFE63", "-"},  Spelling{"\uFF0D", "-"}, Spelling{"\u2018", "'"},  Spelling{"\u2019", "'"},
    Spelling{"\u00B4", "'"},  Spelling{"\u2032", "'"}, Spelling{"\u201C", "\""}, Spelling{"\u201D", "\""},
    Spelling{"\u201E", "\""}, Spelling{"\u00AD", ""},  Spelling{"\u200B", ""},   Spelling{"\uFEFF", ""},
};

std::string_view PlainOf(std::string_view character) {
  if (character.size() == 1) return static_cast<unsigned char>(character[0]) <= ' ' ? " " : character;
  const auto found = std::find_if(kSpellings.begin(), kSpellings.end(),
                                  [&](const Spelling& spelling) { return spelling.typed == character; });
  return found == kSpellings.end() ? character : found->plain;
}

}  // namespace

std::string Plain(std::string_view text) {
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t bytes = std::max<std::size_t>(CodePointBytes(text, at), 1);
    const std::string_view one = PlainOf(text.substr(at, bytes));
    if (one != " ") {
      plain += one;
    } else if (!plain.empty() && plain.back() != ' ') {
      plain += ' ';
    }
    at += bytes;
  }
  if (plain.ends_with(' ')) plain.pop_back();
  const bool quoted = plain.size() > 1 && plain.front() == '"' && plain.back() == '"';
  return quoted ? std::string(Trim(std::string_view(plain).substr(1, plain.size() - 2))) : plain;
}

std::string Folded(std::string_view plain) {
  while (plain.ends_with('.') || plain.ends_with('!')) plain.remove_suffix(1);
  return ToUpper(plain);
}

std::vector<std::string> Parts(std::string_view plain) {
  std::vector<std::string> parts;
  for (const std::string_view part : Split(plain, ',')) {
    for (const std::string_view piece : Split(part, ';')) parts.emplace_back(Trim(piece));
  }
  return parts;
}

std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words;
  for (const std::string_view word : Split(text, ' ')) {
    if (!word.empty()) words.emplace_back(word);
  }
  return words;
}

}  // namespace hotsite::contract
