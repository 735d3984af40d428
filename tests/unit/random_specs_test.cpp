// What holds of every spec: it checks, and every backend makes of it files with safe paths, the same every time.
#include <algorithm>
#include <catch2/catch.hpp>
#include <set>

#include "tests/unit/built_spec.h"
#include "tests/unit/random_spec.h"

namespace hotsite {
namespace {

constexpr std::uint32_t kSpecs = 120;

/// BuildSpec's specs begin behind `hotsite 1`.
std::string Body(std::uint32_t seed) {
  const std::string text = RandomSpec(seed);
  return text.substr(text.find('\n') + 1);
}

bool IsSafe(const std::string& path) {
  const auto good = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view("._-/@#$:").find(c) != std::string_view::npos;
  };
  return !path.empty() && path.front() != '/' && path.find("..") == std::string::npos &&
         std::all_of(path.begin(), path.end(), good);
}

TEST_CASE("random specs are free of errors") {
  for (std::uint32_t seed = 0; seed < kSpecs; ++seed) {
    const Checked checked = Check(Body(seed));
    CAPTURE(seed);
    for (const Diagnostic& finding : checked.findings) {
      INFO(finding.message);
      CHECK(finding.severity != Severity::kError);
    }
    CHECK(checked.model.has_value());
  }
}

TEST_CASE("every backend makes files of random specs") {
  std::set<std::string> folders;
  for (std::uint32_t seed = 0; seed < kSpecs; ++seed) {
    const BuiltSpec built = BuildSpec(Body(seed), "zvm linux zos vendor_zvm model_json");
    CAPTURE(seed, built.checked.text);
    CHECK(built.files.contains("model.json"));
    for (const auto& [path, file] : built.files) {
      CAPTURE(path);
      CHECK(IsSafe(path));
      CHECK_FALSE(file.text.empty());
      CHECK(file.problem == "");
      CHECK(file.text.find('\0') == std::string::npos);
      folders.insert(path.substr(0, path.find('/')));
    }
  }
  CHECK(folders == std::set<std::string>{"kvm", "linux", "model.json", "vendor-zvm", "zos", "zvm"});
}

TEST_CASE("the papers of random specs can be made") {
  for (std::uint32_t seed = 0; seed < 12; ++seed) {
    const BuiltSpec built = BuildSpec(Body(seed));
    CAPTURE(seed, built.checked.text);
    CHECK(built.files.contains("request/request.json"));
  }
}

TEST_CASE("a seed gives the same spec and the same files") {
  for (const std::uint32_t seed : {3u, 17u}) {
    CHECK(RandomSpec(seed) == RandomSpec(seed));
    const BuiltSpec one = BuildSpec(Body(seed), "zvm linux zos model_json");
    const BuiltSpec two = BuildSpec(Body(seed), "zvm linux zos model_json");
    REQUIRE(one.files.size() == two.files.size());
    for (const auto& [path, file] : one.files) CHECK(two.files.at(path).text == file.text);
  }
}

}  // namespace
}  // namespace hotsite
