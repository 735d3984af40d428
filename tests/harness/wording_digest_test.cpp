// The words of the request's templates, and the number that tells one wording from another.
#include <catch2/catch.hpp>

#include "compiler/requirements/sentences.h"
#include "compiler/support/sha256.h"
#include "tests/harness/files.h"

namespace hotsite::harness {
namespace {

/// All string literals of the files of sentences, in order.
std::string Templates() {
  std::string templates;
  for (const auto& path : FilesUnder(SourceRoot() / "compiler/requirements", ".cpp")) {
    if (!path.filename().string().starts_with("sentences")) continue;
    for (const std::string& line : SplitLines(ReadBytes(path))) {
      if (line.starts_with("#include") || line.starts_with("//")) continue;
      bool inside = false;
      for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"' && (i == 0 || line[i - 1] != '\\')) inside = !inside;
        if (inside && line[i] != '"') templates += line[i];
      }
    }
  }
  return templates;
}

TEST_CASE("who changes the words of a template decides whether issued rows still say the same") {
  INFO(
      "A template was added or changed. If one says the same as before in other words, raise kWording in "
      "compiler/requirements/sentences.h, so that the change summary calls such rows editorial. Then put the new "
      "digest "
      "here.");
  CHECK(requirements::kWording == 1);
  CHECK(Sha256Hex(Templates()).substr(0, 16) == "e5eb7bc305d1e996");
}

}  // namespace
}  // namespace hotsite::harness
