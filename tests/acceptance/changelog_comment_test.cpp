// The comment of a pull request, read by the program that GitHub's is made of (cmark-gfm), and the JSON by a validator.
#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <regex>

#include "backends/changelog/changelog.h"
#include "compiler/support/utf8.h"
#include "tests/acceptance/hand_made_log.h"
#include "tests/acceptance/run_program.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

using backends::changelog::Changelog;

const std::string kHostile[] = {
    "@team",
    "<script>alert(1)</script>",
    "a `b` c",
    "``` x",
    "`",
    "``",
    "a ` b",
    "|",
    "a | b",
    "\\|",
    "x\\",
    "[a](http://evil.example)",
    "![a](http://evil.example/x.png)",
    "#123",
    "GH-123",
    "!45",
    "~bug",
    "a~~b~~c",
    "%milestone",
    "$12",
    "&3",
    ":smile:",
    "www.evil.example",
    "https://evil.example",
    "someone@evil.example",
    "deadbeefdeadbeef",
    "-->",
    "<!-- hotsite diff -->",
    "</details>",
    "</summary>",
    "&lt;b&gt;",
    "*bold* _it_ __b__",
    "1. one",
    "# head",
    "> quote",
    "---",
    "a\n\n| b |\n\n</details>",
    "\xE2\x80\xAE gnp.exe",
    "\x1B[31m",
    "$a^2$",
    "[^1]",
    "[[_TOC_]]",
    "/label ~bug",
    "  two  blanks  ",
    "\xF0\x9F\x9A\x80 ü \\ \"q\" 'a'",
};

bool HasReader(const Scratch& scratch) {
  if (Run(scratch, "command -v cmark-gfm").exit_code == 0) return true;
  WARN("cmark-gfm isn't installed: nothing is proved about comments (`./dev test` installs it)");
  return false;
}

/// What the reader understands, as XML.
std::string Understood(const Scratch& scratch, const std::string& comment) {
  scratch.Write("comment.md", comment);
  const RunResult result = Run(scratch, "cmark-gfm -t xml --unsafe -e table -e autolink -e strikethrough -e tasklist " +
                                            Quoted(scratch / "comment.md"));
  INFO(result.err);
  REQUIRE(result.exit_code == 0);
  return result.out;
}

/// The blocks of a document, without texts and code, which may differ.
std::string Skeleton(const std::string& xml) {
  std::string skeleton;
  for (const std::string& line : harness::SplitLines(xml)) {
    static const std::regex kInline("^ *<(text|code|softbreak)[ />].*");
    static const std::regex kBlock("^ *<code_block.*");
    if (std::regex_match(line, kInline)) continue;
    const bool is_code = std::regex_match(line, kBlock);
    skeleton += (is_code ? line.substr(0, line.find('>')) : line) + "\n";
  }
  return skeleton;
}

/// Whether nothing outside of code could be a mention, a reference, a link, an emoji or markup.
void ExpectPlain(const std::string& xml) {
  static const std::regex kText("<text[^>]*>([^<]*)</text>");
  static const std::regex kSuspect(R"([@#~$%\[\]`\\]|&lt;|&amp;|!\d|:\w+:|www\.|://|GH-|\b[0-9a-f]{7,}\b)");
  for (std::sregex_iterator at(xml.begin(), xml.end(), kText), end; at != end; ++at) {
    const std::string text = (*at)[1];
    INFO(text);
    CHECK_FALSE(std::regex_search(text, kSuspect));
  }
  for (const char* tag : {"<link", "<image", "<html_inline", "<strikethrough", "<emph", "<footnote"}) {
    INFO(tag);
    CHECK(xml.find(tag) == std::string::npos);
  }
}

std::size_t CountOf(const std::string& text, const std::string& what) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += what.size()) ++count;
  return count;
}

/// The HTML that is ours, and nothing else: the mark, and details that are closed.
void ExpectOurHtml(const std::string& xml) {
  CHECK(CountOf(xml, "&lt;details&gt;\n") == CountOf(xml, "&lt;/details&gt;\n"));
  static const std::regex kHtml("<html_block[^>]*>([^<]*)</html_block>");
  static const std::regex kOurs(
      R"(&lt;!-- hotsite diff --&gt;\n|&lt;details&gt;\n&lt;summary&gt;[\w ,:]*(&lt;code&gt;build&lt;/code&gt;)?[\w ,:]*&lt;/summary&gt;\n|&lt;/details&gt;\n)");
  for (std::sregex_iterator at(xml.begin(), xml.end(), kHtml), end; at != end; ++at) {
    const std::string html = (*at)[1];
    INFO(html);
    CHECK(std::regex_match(html, kOurs));
  }
}

std::string CommentOf(const std::string& text) {
  const HandMadeLog hand(text);
  return backends::changelog::Markdown({hand.log()});
}

TEST_CASE("a comment is read as the tables, lists and folded parts that it is meant to be") {
  const Scratch scratch;
  if (!HasReader(scratch)) return;
  const std::string comment = CommentOf("LNX1");
  CHECK(comment.starts_with("<!-- hotsite diff -->\n### Hotsite · "));
  const std::string xml = Understood(scratch, comment);
  ExpectPlain(xml);
  ExpectOurHtml(xml);
  CHECK(CountOf(xml, "<table>") >= 4);  // changes of two topics, rows, files
  CHECK(CountOf(xml, "<table_row>") > 12 + diff::kChangeClasses);
  CHECK(CountOf(xml, "&lt;details&gt;") >= 4);
  CHECK(CountOf(xml, "<code_block") >= 3);  // the tree, both pictures
  CHECK(CountOf(xml, "<block_quote>") == 1);
}

TEST_CASE("no text of a spec gets out of its place in a comment") {
  const Scratch scratch;
  if (!HasReader(scratch)) return;
  const std::string expected = Skeleton(Understood(scratch, CommentOf("LNX1")));
  for (const std::string& text : kHostile) {
    INFO(text);
    const std::string comment = CommentOf(text);
    CHECK(comment.starts_with("<!-- hotsite diff -->\n###"));
    const std::string xml = Understood(scratch, comment);
    CHECK(harness::FirstDifference(expected, Skeleton(xml)) == "");
    ExpectPlain(xml);
    ExpectOurHtml(xml);
    CHECK(comment.find('\x1B') == std::string::npos);
    CHECK(comment.find("\xE2\x80\xAE") == std::string::npos);
  }
}

TEST_CASE("a comment fits whatever room there is, and stays whole") {
  const Scratch scratch;
  if (!HasReader(scratch)) return;
  const HandMadeLog hand("a | `very` long <text> " + std::string(400, 'x'));
  std::size_t last = 0;
  for (const std::size_t most : {200u, 1'000u, 3'000u, 6'000u, 9'000u, 12'000u, 20'000u, 40'000u, 65'000u}) {
    const std::string comment = backends::changelog::Markdown({hand.log()}, most);
    INFO(most);
    CHECK(CountCodePoints(comment) <= most);
    CHECK(CountCodePoints(comment) >= last);
    last = CountCodePoints(comment);
    const std::string xml = Understood(scratch, comment);
    ExpectPlain(xml);
    ExpectOurHtml(xml);
  }
}

TEST_CASE("a thousand specs and a thousand changes make a comment that fits and counts the rest") {
  HandMadeLog hand("LNX1");
  const std::vector<diff::SpecChange> few = hand.changes().all;
  for (int i = 0; i < 50; ++i) hand.changes().all.insert(hand.changes().all.end(), few.begin(), few.end());
  const std::string one = backends::changelog::Markdown({hand.log()});
  CHECK(CountCodePoints(one) <= backends::changelog::kCommentSize);
  CHECK(one.find("; `hotsite diff` tells all.") != std::string::npos);
  const HandMadeLog small("LNX1");
  std::vector<Changelog> logs;
  for (int i = 0; i < 1'000; ++i) logs.push_back(small.log());
  const std::string many = backends::changelog::Markdown(logs);
  CHECK(CountCodePoints(many) <= backends::changelog::kCommentSize);
  CHECK(many.find("1000 of 1000 specs changed in meaning") != std::string::npos);
  CHECK(std::regex_search(many, std::regex("… and \\d+ comparisons more")));
}

TEST_CASE("the JSON is valid by its schema whatever the texts are, and broken ones aren't") {
  const Scratch scratch;
  if (Run(scratch, "/usr/bin/python3 -c 'import jsonschema'").exit_code != 0) {
    WARN("python3-jsonschema isn't installed: the JSON goes unchecked (`./dev test` installs it)");
    return;
  }
  std::string files;
  int number = 0;
  for (const std::string& text : {std::string("LNX1"), kHostile[1], kHostile[34]}) {
    const HandMadeLog hand(text);
    const std::string name = fmt::format("changes{}.json", ++number);
    scratch.Write(name, backends::changelog::Json({hand.log(), hand.log()}));
    files += " " + Quoted(scratch / name);
  }
  const std::string tool = (harness::SourceRoot() / "tests" / "tools" / "validate_model.py").string();
  const RunResult result =
      Run(scratch, "hotsite schema diff > " + Quoted(scratch / "schema.json") + " && /usr/bin/python3 " + Quoted(tool) +
                       " " + Quoted(scratch / "schema.json") + files);
  INFO(result.out << result.err);
  CHECK(result.exit_code == 0);
  CHECK(result.out.find("3 valid, ") != std::string::npos);
}

}  // namespace
}  // namespace hotsite::acceptance
