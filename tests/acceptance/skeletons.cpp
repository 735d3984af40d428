#include "tests/acceptance/skeletons.h"

#include <algorithm>
#include <set>
#include <sstream>

namespace hotsite::acceptance {
namespace {

struct Bones {
  std::string text;
  std::string problem;
};

bool At(std::string_view text, std::size_t at, std::string_view word) { return text.substr(at, word.size()) == word; }

/// Where a text in quotes ends that begins at `at`; a doubled quote is one quote where `doubled`, else `\` escapes.
/// npos: nowhere. REXX and CSV double theirs.
std::size_t EndOfQuotes(std::string_view text, std::size_t at, bool doubled, bool over_lines) {
  const char quote = text[at];
  for (++at; at < text.size(); ++at) {
    if (!over_lines && text[at] == '\n') return std::string_view::npos;
    if (!doubled && text[at] == '\\') {
      ++at;
    } else if (text[at] == quote) {
      if (!doubled || at + 1 >= text.size() || text[at + 1] != quote) return at + 1;
      ++at;
    }
  }
  return std::string_view::npos;
}

/// Where a comment ends that begins at `at`: `/* */`, which nest in REXX. npos: nowhere.
std::size_t EndOfComment(std::string_view text, std::size_t at, bool nest) {
  int depth = 0;
  while (at < text.size()) {
    if (At(text, at, "/*") && (nest || depth == 0)) {
      ++depth;
      at += 2;
    } else if (At(text, at, "*/")) {
      at += 2;
      if (--depth == 0) return at;
    } else {
      ++at;
    }
  }
  return std::string_view::npos;
}

/// REXX (nested comments, texts in either quote that end on their line), or SYSTEM CONFIG (comments alone).
Bones OfComments(std::string_view text, bool rexx) {
  Bones bones;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at + 1;
    if (At(text, at, "/*")) {
      end = EndOfComment(text, at, rexx);
    } else if (rexx && (text[at] == '\'' || text[at] == '"')) {
      end = EndOfQuotes(text, at, true, false);
      bones.text += "''";
    } else {
      bones.text += text[at];
    }
    if (end == std::string_view::npos) {
      bones.problem = "not closed: " + std::string(text.substr(at, 60));
      return bones;
    }
    at = end;
  }
  return bones;
}

/// Without the lines that begin so, and without what stands behind `;` in a line where `semicolon`.
Bones OfLines(std::string_view text, std::string_view comment, bool semicolon = false) {
  Bones bones;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const std::size_t first = std::min(line.find_first_not_of(' '), line.size());
    if (!line.substr(semicolon || comment == "#" ? first : 0).starts_with(comment))
      bones.text += std::string(semicolon ? line.substr(0, line.find(';')) : line) + "\n";
    at = end + 1;
  }
  return bones;
}

/// Shell: comments, texts in quotes. Between `"` a shell looks for more, so that stays.
Bones OfShell(std::string_view text) {
  Bones bones;
  bool looked_into = false;
  for (std::size_t at = 0; at < text.size();) {
    const bool word_begins = at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n' || text[at - 1] == ';';
    if (text[at] == '#' && word_begins && !looked_into) {
      at = std::min(text.find('\n', at), text.size());
    } else if (text[at] == '\'' && !looked_into) {
      const std::size_t end = text.find('\'', at + 1);
      if (end == std::string_view::npos) return {bones.text, "not closed: " + std::string(text.substr(at, 60))};
      bones.text += "''";
      at = end + 1;
    } else if (text[at] == '\\') {
      bones.text += text.substr(at, 2);
      at += 2;
    } else {
      if (text[at] == '"') looked_into = !looked_into;
      bones.text += text[at++];
    }
  }
  if (looked_into) bones.problem = "quotes aren't closed";
  return bones;
}

/// YAML in which all texts stand in quotes: those and comments go, keys that are plain words stay.
Bones OfYaml(std::string_view text) {
  Bones bones;
  for (std::size_t at = 0; at < text.size();) {
    const bool alone = at == 0 || text[at - 1] == ' ' || text[at - 1] == '\n';
    if (text[at] == '#' && alone) {
      at = std::min(text.find('\n', at), text.size());
    } else if (text[at] == '"' || text[at] == '\'') {
      const std::size_t end = EndOfQuotes(text, at, text[at] == '\'', false);
      if (end == std::string_view::npos) return {bones.text, "not closed: " + std::string(text.substr(at, 60))};
      bones.text += "\"\"";
      at = end;
    } else {
      bones.text += text[at++];
    }
  }
  return bones;
}

/// Keys stay, values go; numbers and words stay.
Bones OfJson(std::string_view text) {
  Bones bones;
  std::string open;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '"') {
      const std::size_t end = EndOfQuotes(text, at, false, false);
      if (end == std::string_view::npos) return {bones.text, "not closed: " + std::string(text.substr(at, 60))};
      const bool key = end < text.size() && text[end] == ':';
      bones.text += key ? text.substr(at, end - at) : std::string_view("\"\"");
      at = end;
      continue;
    }
    const char c = text[at++];
    if (c == '{' || c == '[') open += c;
    if (c == '}' || c == ']') {
      if (open.empty() || open.back() != (c == '}' ? '{' : '[')) return {bones.text, "brackets don't match"};
      open.pop_back();
    }
    bones.text += c;
  }
  if (!open.empty()) bones.problem = "brackets don't match";
  return bones;
}

/// The tags with the names of their attributes; neither texts nor values. A plain span, which only says how its words
/// are drawn, doesn't count.
Bones OfMarkup(std::string_view text) {
  Bones bones;
  std::set<std::string> drawn;
  bool picture = false;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at)) {
    if (At(text, at, "<!--")) {
      at = text.find("-->", at);
      if (at == std::string_view::npos) return {bones.text, "a comment isn't closed"};
      continue;
    }
    std::string tag, word;
    for (; at < text.size() && text[at] != '>'; ++at) {
      if (text[at] != '"') {
        tag += text[at];
        continue;
      }
      const std::size_t end = text.find('"', at + 1);
      if (end == std::string_view::npos) return {bones.text, "not closed: " + std::string(text.substr(at, 60))};
      at = end;
    }
    if (tag.starts_with("<svg")) picture = true;
    for (std::istringstream words(picture ? tag : ""); words >> word;) drawn.insert(word);
    if (!picture && tag != "<span class=" && tag != "</span") bones.text += tag + ">\n";
    if (tag == "</svg") picture = false;
  }
  for (const std::string& word : drawn) bones.text += word + "\n";
  return bones;
}

/// How many fields each record has, and what is wrong with one: begins with what a spreadsheet takes for a formula.
Bones OfCsv(std::string_view text) {
  Bones bones;
  std::size_t fields = 1;
  for (std::size_t at = 0; at < text.size();) {
    const bool begins = at == 0 || text[at - 1] == ',' || text[at - 1] == '\n';
    const std::size_t inside = at + (text[at] == '"' ? 1 : 0);
    if (begins && inside < text.size() && std::string_view("=+@-\t").find(text[inside]) != std::string_view::npos)
      bones.problem = "a formula: " + std::string(text.substr(at, 60));
    if (text[at] == '"') {
      at = EndOfQuotes(text, at, true, true);
      if (at == std::string_view::npos) return {bones.text, "quotes aren't closed"};
      continue;
    }
    if (text[at] == ',') ++fields;
    if (text[at] == '\n') {
      bones.text += std::to_string(fields) + "\n";
      fields = 1;
    }
    ++at;
  }
  return bones;
}

/// The end of a run of backticks.
std::size_t EndOfTicks(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of('`', at), text.size());
}

/// Headings, cells, links and raw markup. Behind `\` nothing means anything, in code only `|` does: tables are cut
/// first.
Bones OfMarkdown(std::string_view text) {
  Bones bones;
  for (std::size_t at = 0, code = 0; at < text.size(); ++at) {
    if (text[at] == '`') {
      const std::size_t ticks = EndOfTicks(text, at) - at;
      if (code == 0 || ticks == code) code = code == 0 ? ticks : 0;
      at += ticks - 1;
    } else if (text[at] == '|') {
      bones.text += '|';
    } else if (text[at] == '\\') {
      if (code == 0 || At(text, at, "\\|")) ++at;
    } else if (code == 0 && text[at] == '<') {
      bones.text += '<';
    } else if (code == 0 && text[at] == '#' && (at == 0 || text[at - 1] == '\n')) {
      bones.text += '#';
    } else if (code == 0 && At(text, at, "](")) {
      bones.text += text.substr(at, std::min(text.find(')', at), text.size()) - at);
    }
  }
  return bones;
}

Bones BonesOf(std::string_view path, const std::string& text) {
  const std::string_view name = path.substr(path.find_last_of('/') + 1);
  if (name.ends_with(".EXEC")) return OfComments(text, true);
  // SYSTEM DRLAST is what SYSTEM CONFIG imbeds behind its own statements.
  if (name.ends_with(".CONFIG") || name.ends_with(".DRLAST")) return OfComments(text, false);
  if (name.ends_with(".DIRECT") || name.ends_with(".VTAMLST") || name.ends_with(".PARMLIB")) return OfLines(text, "*");
  if (name.ends_with(".DTCPARMS")) return OfLines(text, ".*");
  if (name.ends_with(".TCPIP") || name.ends_with(".PROFILE")) return OfLines(text, ";", true);
  if (name.ends_with(".json")) return OfJson(text);
  if (name.ends_with(".html") || name.ends_with(".svg") || name.ends_with(".xml")) return OfMarkup(text);
  if (name.ends_with(".yml") || name.ends_with(".yaml")) return OfYaml(text);
  if (name.ends_with(".csv")) return OfCsv(text);
  if (name.ends_with(".md")) return OfMarkdown(text);
  if (name.ends_with(".sh")) return OfShell(text);
  if (path.starts_with("linux/") && path.find("/etc/") != std::string_view::npos) return OfLines(text, "#");
  if (name.ends_with(".txt") || name.ends_with(".pdf")) return {};
  return {text, ""};  // a format that isn't known here: the whole file counts
}

}  // namespace

std::string Skeleton(std::string_view path, const std::string& text) {
  std::string skeleton;
  for (const char c : BonesOf(path, text).text) {
    const bool blank = c == ' ' || c == '\n';
    if (!blank || (!skeleton.empty() && skeleton.back() != ' ')) skeleton += blank ? ' ' : c;
  }
  return skeleton;
}

std::string Unclosed(std::string_view path, const std::string& text) { return BonesOf(path, text).problem; }

}  // namespace hotsite::acceptance
