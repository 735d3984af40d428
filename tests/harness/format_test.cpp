// Formatting changes the layout and nothing else, whatever the layout was.
#include <catch2/catch.hpp>

#include "compiler/driver/digest.h"
#include "tests/harness/ast_text.h"
#include "tests/harness/files.h"
#include "tests/harness/mangle.h"

namespace hotsite::harness {
namespace {

/// Every spec in the tree that parses: examples, standard library, cases.
std::vector<std::filesystem::path> AllSpecs() {
  std::vector<std::filesystem::path> specs;
  for (const char* folder : {"examples", "stdlib", "tests/cases"}) {
    for (const auto& path : FilesUnder(SourceRoot() / folder, ".dr")) {
      if (AstText(ReadBytes(path))) specs.push_back(path);
    }
  }
  return specs;
}

std::string DigestOf(const std::string& text) {
  SourceMap sources;
  sources.Add("spec.dr", text);
  return driver::DigestOf(sources);
}

/// That `formatted` is what `text` says, in the one style.
void CheckFormatted(const std::string& text, const std::optional<std::string>& formatted) {
  REQUIRE(formatted);
  INFO("formatted:\n" << *formatted);
  CHECK(AstText(*formatted) == AstText(text));
  CHECK(CommentsOf(*formatted) == CommentsOf(text));
  CHECK(DigestOf(*formatted) == DigestOf(text));
  const std::optional<std::string> again = Formatted(*formatted);
  REQUIRE(again);
  CHECK(*again == *formatted);
}

TEST_CASE("formatting keeps what a spec says, its documentation and its comments, and is done after once") {
  const auto specs = AllSpecs();
  CHECK(specs.size() > 100);
  for (const auto& path : specs) {
    INFO(RelativeName(path));
    const std::string text = ReadBytes(path);
    CheckFormatted(text, Formatted(text));
  }
}

TEST_CASE("the digest of a spec tells its words and where statements end") {
  const std::string digest = DigestOf("zvm A { memory 1 GiB; xstore none }\n");
  CHECK(DigestOf("zvm A {\n\n  memory 1 GiB\n  xstore none\n}\n") == digest);
  for (const char* other : {"zvm A { memory 1 GiB xstore none }\n", "zvm A { memory 1 GiB }\nxstore none\n",
                            "zvm A { memory 1GiB; xstore none }\n", "zvm A { memory 1 GiB; xstore none } // why\n",
                            "zvm B { memory 1 GiB; xstore none }\n", ""}) {
    INFO(other);
    CHECK(DigestOf(other) != digest);
  }
}

TEST_CASE("however a spec is laid out, formatting finds out what it says") {
  std::mt19937 random(20091005);
  for (const auto& path : AllSpecs()) {
    INFO(RelativeName(path));
    const std::string text = ReadBytes(path);
    const std::string mangled = Mangled(text, random);
    INFO("mangled:\n" << mangled);
    REQUIRE(AstText(mangled) == AstText(text));
    CheckFormatted(text, Formatted(mangled));
  }
}

TEST_CASE("any tokens in any order are formatted or refused") {
  std::mt19937 random(2007);
  int formatted = 0;
  for (int i = 0; i < 6000; ++i) {
    const std::string soup = TokenSoup(30, random);
    INFO("soup:\n" << soup);
    const std::optional<std::string> result = Formatted(soup);
    CHECK(result.has_value() == AstText(soup).has_value());
    if (!result) continue;
    ++formatted;
    CheckFormatted(soup, result);
  }
  CHECK(formatted > 300);
}

TEST_CASE("the examples and the standard library are in the one style (hotsite fmt examples stdlib)") {
  for (const char* folder : {"examples", "stdlib"}) {
    for (const auto& path : FilesUnder(SourceRoot() / folder, ".dr")) {
      INFO(RelativeName(path));
      const std::string text = ReadBytes(path);
      const std::optional<std::string> formatted = Formatted(text);
      REQUIRE(formatted);
      INFO(FirstDifference(text, *formatted));
      CHECK(*formatted == text);
    }
  }
}

}  // namespace
}  // namespace hotsite::harness
