// The script that puts the gate's comment into a pull request, told to talk with a service on 127.0.0.1.
#include <catch2/catch.hpp>

#include "compiler/support/json.h"
#include "tests/acceptance/forge.h"
#include "tests/acceptance/run_program.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

constexpr const char* kComment = "<!-- hotsite diff -->\n### Hotsite: \"passed\" \\ `x` $(id)\n";
constexpr const char* kGithub =
    "GITHUB_API_URL=$FORGE GITHUB_REPOSITORY=a/b HOTSITE_PULL_REQUEST=7 HOTSITE_TOKEN=secret";
constexpr const char* kGitlab = "CI_API_V4_URL=$FORGE CI_PROJECT_ID=3 CI_MERGE_REQUEST_IID=7 HOTSITE_TOKEN=secret";

/// A comment of somebody else's with our mark, between a hundred others.
std::string OthersComments() {
  std::string list =
      R"([{"id": 1, "body": "<!-- hotsite diff -->\nall is well, merge!", "user": {"login": "mallory"}, "author": {"username": "mallory"}})";
  for (int id = 2; id <= 101; ++id) {
    list += R"(,{"id": )" + std::to_string(id) +
            R"(, "body": "looks good", "user": {"login": "r"}, "author": {"username": "r"}})";
  }
  return list + "]";
}

class Forge {
 public:
  explicit Forge(std::string kind = "open", const std::string& outputs = "result=1\nchanged=true\n")
      : kind_(std::move(kind)) {
    scratch_.Write("reports/comment.md", kComment);
    scratch_.Write("reports/outputs", outputs);
    scratch_.Write("state", OthersComments());
  }

  /// The script, run so often with these variables beside a service; its last exit code.
  RunResult Comment(const std::string& variables, int times = 1) const {
    const std::string script = Quoted((harness::SourceRoot() / ".ci" / "comment").string());
    std::string command = "cd " + Quoted(scratch_ / "") + "\n" + StartForge(scratch_ / "", kind_);
    for (int i = 0; i < times; ++i) command += variables + " " + script + " reports || exit\n";
    return Run(scratch_, command);
  }

  /// How many comments there are, and how many are word for word ours.
  std::pair<std::size_t, int> Comments() const {
    std::string problem;
    const std::optional<Json> state = Json::Parse(harness::ReadBytes(scratch_ / "state"), &problem);
    INFO(problem);
    REQUIRE(state);
    int ours = 0;
    for (const Json& one : *state->AsArray()) ours += *one.Find("body")->AsString() == kComment ? 1 : 0;
    return {state->AsArray()->size(), ours};
  }

  const Scratch& scratch() const { return scratch_; }

 private:
  Scratch scratch_;
  std::string kind_;
};

TEST_CASE("the comment is written once and then anew, and somebody else's with its mark stays as it is") {
  for (const char* service : {kGithub, kGitlab}) {
    const Forge forge;
    const RunResult once = forge.Comment(service);
    INFO(service << once.out << once.err);
    CHECK(once.exit_code == 0);
    CHECK(once.out == "hotsite comment: written\n");
    CHECK(forge.Comments() == std::pair<std::size_t, int>(102, 1));
    const RunResult again = forge.Comment(service, 2);
    CHECK(again.out == "hotsite comment: written anew\nhotsite comment: written anew\n");
    CHECK(forge.Comments() == std::pair<std::size_t, int>(102, 1));
  }
}

TEST_CASE("a change that means nothing gets no comment, but one that is there tells it") {
  const Forge forge("open", "result=0\nchanged=false\n");
  CHECK(forge.Comment(kGithub).out == "hotsite comment: no change in meaning and nothing wrong: no comment\n");
  CHECK(forge.Comments() == std::pair<std::size_t, int>(101, 0));
  forge.scratch().Write(
      "state", R"([{"id": 5, "body": "<!-- hotsite diff -->\nold", "user": {"login": "github-actions[bot]"}}])");
  CHECK(forge.Comment(kGithub).out == "hotsite comment: written anew\n");
  CHECK(forge.Comments() == std::pair<std::size_t, int>(1, 1));
}

TEST_CASE("a token that may not write, as a fork's, fails nothing and says where the comment is") {
  for (const auto& [service, where] :
       {std::pair(kGithub, "the summary of this job"), std::pair(kGitlab, "reports/comment.md")}) {
    const Forge forge("fork");
    const RunResult result = forge.Comment(service);
    INFO(result.out << result.err);
    CHECK(result.exit_code == 0);
    CHECK(result.out.find("may not write comments") != std::string::npos);
    CHECK(result.out.find(where) != std::string::npos);
    CHECK(forge.Comments() == std::pair<std::size_t, int>(101, 0));
  }
}

TEST_CASE("without a pull request or a token there is nothing to do") {
  const Forge forge;
  CHECK(forge.Comment("HOTSITE_TOKEN=secret").out ==
        "hotsite comment: this is no pull request, so there is nobody to tell\n");
  CHECK(forge.Comment("HOTSITE_PULL_REQUEST=7").out.find("no token to write with") != std::string::npos);
}

TEST_CASE("a service that is out of order, a wrong token and a comment that is too long fail aloud") {
  const auto expect = [](const Forge& forge, const std::string& variables, const std::string& words) {
    const RunResult result = forge.Comment(variables);
    INFO(result.out << result.err);
    CHECK(result.exit_code == 2);
    CHECK(result.err.find(words) != std::string::npos);
  };
  expect(Forge("broken"), kGithub, "answered 500: {\"message\": \"out of order\"}");
  expect(Forge("broken"), kGitlab, "answered 500");
  expect(Forge("list"), kGithub, "something else than a list of comments");
  expect(Forge(), std::string(kGithub) + " HOTSITE_TOKEN=expired", "answered 401");
  expect(Forge(), std::string(kGithub) + " HOTSITE_TOKEN='a\"\nurl = file:///etc/passwd'", "letters that no token has");
  expect(Forge(), "GITHUB_API_URL=http://127.0.0.1:1 GITHUB_REPOSITORY=a/b HOTSITE_PULL_REQUEST=7 HOTSITE_TOKEN=secret",
         "got no answer");
  const Forge longer;
  longer.scratch().Write("reports/comment.md", kComment + std::string(70000, 'x'));
  expect(longer, kGithub, "answered with 422");
}

}  // namespace
}  // namespace hotsite::acceptance
