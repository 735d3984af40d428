// Explanations are read as paragraphs, lists and specimens, and printed as text and as Markdown.
#include <catch2/catch.hpp>

#include "compiler/driver/page.h"
#include "compiler/driver/prose.h"

namespace hotsite::driver {
namespace {

using Kind = ProsePart::Kind;

TEST_CASE("paragraphs, items and specimens are told apart") {
  const auto parts = ParseProse(
      "One paragraph\non two lines:\n- an item\n  that goes on\n- another\n\n"
      "  1. first\n     of a list\n\nBefore\n\n    lpar A {\n      memory 1\n\n    }\n\nbehind\n");
  REQUIRE(parts.size() == 7);
  CHECK(parts[0].kind == Kind::kParagraph);
  CHECK(parts[0].text == "One paragraph on two lines:");
  CHECK(parts[1].kind == Kind::kItem);
  CHECK(parts[1].text == "an item that goes on");
  CHECK(parts[2].text == "another");
  CHECK(parts[3].marker == "1.");
  CHECK(parts[3].text == "first of a list");
  CHECK(parts[5].kind == Kind::kSpecimen);
  CHECK(parts[5].text == "lpar A {\n  memory 1\n\n}");
  CHECK(parts[6].text == "behind");
}

TEST_CASE("nothing is no part, and a dash within words begins no item") {
  CHECK(ParseProse("").empty());
  CHECK(ParseProse("\n\n").empty());
  CHECK(ParseProse("a - b\n1.5 of it").front().text == "a - b 1.5 of it");
}

TEST_CASE("a page is printed as text within 80 columns and as Markdown") {
  const Page page{"memory",
                  "statement",
                  "How much.",
                  {Forms{{"memory SIZE"}}, Facts{{{"stands", "in `lpar`", {}}, {"operands", "", {{"SIZE", "a size"}}}}},
                   Table{{"fact", "source"}, {{"a|b", "*x*"}}}},
                  "Said once."};
  CHECK(TextOf(page) ==
        "memory (statement)\nHow much.\n\n    memory SIZE\n\nstands       in `lpar`\noperands     SIZE  a size\n\n"
        "a|b  *x*\n\nSaid once.\n");
  CHECK(MarkdownOf(page) ==
        "How much.\n\n```text\nmemory SIZE\n```\n\n- **stands**: in `lpar`\n- **operands**\n  - `SIZE`: a size\n\n"
        "| fact | source |\n| --- | --- |\n| `a\\|b` | \\*x\\* |");
}

TEST_CASE("in Markdown, code stays as it is and other signs are escaped") {
  CHECK(MarkdownWords("`a*b` * <c> snake_case _d_ $1") == "`a*b` \\* \\<c\\> snake_case \\_d\\_ \\$1");
  CHECK(MarkdownCode("a\n\n") == "```text\na\n```");
}

}  // namespace
}  // namespace hotsite::driver
