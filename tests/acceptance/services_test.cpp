// What each service would run of its file, run: the steps of the GitHub Action, the GitLab job, the Jenkinsfile, the
// hooks of pre-commit, in a scratch repository and beside a service that keeps comments.
#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/acceptance/forge.h"
#include "tests/acceptance/repository.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

std::string InSource(const std::string& path) { return Quoted((harness::SourceRoot() / path).string()); }
bool Has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

/// The shop of the documents' examples: 2026.dr with its committed files, and a branch on which less is asked for.
class Shop {
 public:
  Shop() {
    repository_.Copy("examples/insurance/2009.dr", "2026.dr");
    for (const char* file : {"systems.dr", "company.dr"})
      repository_.Copy(std::string("examples/insurance/") + file, file);
    repository_.Must("hotsite build 2026.dr -o built/2026 --only zvm");
    repository_.Commit("The test");
    repository_.Must("git update-ref refs/remotes/origin/main main");
    repository_.Branch("cheaper");
    repository_.Replace("2026.dr", "tape drives at least 6", "tape drives at least 5");
    repository_.Must("hotsite build 2026.dr -o built/2026 --only zvm");
    repository_.Commit("Tidy up");
    repository_.scratch().Write("state", "[]");
    repository_.scratch().Write(
        "event.json",
        R"json({"pull_request": {"number": 7, "head": {"repo": {"fork": false}, "ref": "$(touch owned)"}}})json");
    const std::filesystem::path bin = repository_.scratch() / "bin";
    std::filesystem::create_directories(bin);
    std::filesystem::create_symlink(harness::SourceRoot() / ".ci" / "gate", bin / "hotsite-gate");
    std::filesystem::create_symlink(harness::SourceRoot() / ".ci" / "comment", bin / "hotsite-comment");
  }

  Repository& repository() { return repository_; }

  bool HasYaml() const {
    if (repository_.Run("/usr/bin/python3 -c 'import yaml'").exit_code == 0) return true;
    WARN("python3-yaml isn't there, so nothing is proven (`./dev test` installs it)");
    return false;
  }

  RunResult Service(const std::string& kind, const std::string& variables, const std::string& words) const {
    const std::string folder = repository_.scratch() / "";
    RunResult result = repository_.Run(
        "unset GITHUB_ACTIONS GITHUB_BASE_REF CHANGE_TARGET\nexport CI=true TEMP_FOLDER=" + Quoted(folder) +
        "\nln -sf \"$HOTSITE\" ../bin/hotsite; export PATH=\"$TEMP_FOLDER/bin:$PATH\"\n" + StartForge(folder, kind) +
        "export " + variables + "\n/usr/bin/python3 " + InSource("tests/tools/run_pipeline.py") + " " + words);
    INFO(result.err);
    CHECK_FALSE(Has(result.err, "Traceback"));
    return result;
  }

  RunResult Github(const std::string& inputs, const std::string& kind = "open") const {
    return Service(
        kind,
        "GITHUB_ACTIONS=true GITHUB_ACTION_PATH=" + InSource("") +
            " RUNNER_TEMP=\"$TEMP_FOLDER\" GITHUB_BASE_REF=main GITHUB_EVENT_PATH=\"$TEMP_FOLDER/event.json\""
            " GITHUB_STEP_SUMMARY=\"$TEMP_FOLDER/summary.md\" GITHUB_API_URL=$FORGE GITHUB_REPOSITORY=a/b"
            " HOTSITE_TEST_TOKEN=secret",
        "action " + InSource("action.yml") + " \"program=$HOTSITE\" " + inputs);
  }

  std::string Comments() const { return harness::ReadBytes(repository_.scratch() / "state"); }

 private:
  Repository repository_;
};

TEST_CASE("GitHub: the action judges, comments, hands on its results, and fails as its gate does") {
  Shop shop;
  if (!shop.HasYaml()) return;
  const RunResult told = shop.Github("only=zvm verify=2026.dr=built/2026");
  INFO(told.out << told.err);
  CHECK(told.exit_code == 0);
  CHECK(Has(told.out, "hotsite comment: written\n"));
  CHECK(Has(told.out, "\nresult=0\nchanged=true\nclasses="));
  CHECK(Has(shop.Comments(), "hotsite diff"));
  CHECK(Has(harness::ReadBytes(shop.repository().scratch() / "summary.md"), "### Hotsite: passed"));
  const RunResult failed = shop.Github("fail-on=loosens sarif=true");
  INFO(failed.out);
  CHECK(failed.exit_code == 1);
  CHECK(Has(failed.out, "[Gate: exit code 1]"));
  CHECK(Has(failed.out, "hotsite comment: written anew\n"));
  CHECK(Has(failed.out, "[Code scanning: github/codeql-action/upload-sarif@v3 {\"sarif_file\": \"/"));
  CHECK(Has(shop.Comments(), "must not merge"));
  CHECK_FALSE(std::filesystem::exists(shop.repository() / "owned"));
}

TEST_CASE("GitHub: a pull request from a fork is judged, and its comment stands in the summary") {
  const Shop shop;
  if (!shop.HasYaml()) return;
  const RunResult result = shop.Github("fail-on=loosens", "fork");
  INFO(result.out << result.err);
  CHECK(result.exit_code == 1);
  CHECK(Has(result.out, "the comment is in the summary of this job"));
  CHECK(Has(result.out, "[Comment: exit code 0]"));
  CHECK(shop.Comments() == "[]");
}

TEST_CASE("GitHub: without hotsite the job fails and says why") {
  const Shop shop;
  if (!shop.HasYaml()) return;
  const RunResult result = shop.Github("program=/nowhere/hotsite");
  INFO(result.out);
  CHECK(result.exit_code == 1);
  CHECK(Has(result.out, "[Gate: exit code 2]"));
  CHECK(Has(result.out, "the program `/nowhere/hotsite` isn't there"));
}

TEST_CASE("GitLab and Jenkins: the job of the documents fails on what it forbids, and leaves its reports") {
  Shop shop;
  if (!shop.HasYaml()) return;
  const auto expect = [&](const std::string& variables, const std::string& words) {
    const RunResult result = shop.Service("open", variables, words);
    INFO(result.out << result.err);
    CHECK(result.exit_code == 1);
    CHECK(Has(result.out, "must not merge: changes of `2026.dr`"));
    CHECK(Has(result.out, "passed: check of `2026.dr`"));
    CHECK(Has(result.out, "passed: committed files of `2026.dr`"));
    for (const char* file : {"comment.md", "hotsite.sarif", "codequality.json", "junit-1.xml", "checkstyle-1.xml"}) {
      INFO(file);
      CHECK(std::filesystem::exists(shop.repository() / (std::string("hotsite-reports/") + file)));
    }
    std::filesystem::remove_all(shop.repository() / "hotsite-reports");
  };
  expect(
      "HOTSITE_ONLY=zvm CI_MERGE_REQUEST_DIFF_BASE_SHA=$(git rev-parse main) CI_API_V4_URL=$FORGE CI_PROJECT_ID=3 "
      "CI_MERGE_REQUEST_IID=7 HOTSITE_TOKEN=secret",
      "gitlab " + InSource("docs/ci/gitlab.yml") + " hotsite");
  CHECK(Has(shop.Comments(), "must not merge"));
  expect("HOTSITE_ONLY=zvm JENKINS_URL=http://127.0.0.1 CHANGE_TARGET=main",
         "jenkins " + InSource("docs/ci/Jenkinsfile"));
}

TEST_CASE("pre-commit: the hooks pass a good commit and stop a bad one") {
  Shop shop;
  Repository& repository = shop.repository();
  if (repository.Run("pre-commit --version").exit_code != 0) {
    WARN("pre-commit isn't there, so nothing is proven (`./dev test` installs it)");
    return;
  }
  const std::string hooks = repository.scratch() / "hooks";
  repository.Must("mkdir -p " + Quoted(hooks) + "/.ci && cp " + InSource(".pre-commit-hooks.yaml") + " " +
                  Quoted(hooks) + " && cp " + InSource(".ci/pre-commit") + " " + Quoted(hooks) + "/.ci && cd " +
                  Quoted(hooks) + " && git init -q -b main . && git add . && git commit -q -m hooks");
  std::string config = harness::ReadBytes(harness::SourceRoot() / "docs/ci/pre-commit.yaml");
  const std::string url = "https://github.com/OWNER/hotsite";
  REQUIRE(config.find(url) != std::string::npos);
  const std::string folder = "built/2026";
  REQUIRE(config.find(folder) != std::string::npos);
  config.replace(config.find(folder), folder.size(), folder + ", --only, zvm");
  repository.Write(".pre-commit-config.yaml", config.replace(config.find(url), url.size(), hooks));
  const auto run = [&] {
    return repository.Run(
        "export HOME=\"$PWD/..\" PRE_COMMIT_HOME=\"$PWD/../pre-commit\"; git add -A\n"
        "pre-commit run --all-files --verbose");
  };
  const RunResult good = run();
  INFO(good.out << good.err);
  CHECK(good.exit_code == 0);
  repository.Replace("2026.dr", "        xstore 4 GiB", "      xstore   4 GiB");
  const RunResult unformatted = run();
  INFO(unformatted.out);
  CHECK(unformatted.exit_code == 1);
  CHECK(Has(unformatted.out, "files were modified by this hook"));
  CHECK(run().exit_code == 0);  // the hook has put it right
  repository.Replace("systems.dr", "linux LNXRTR : SERVER", "linux LNXRTR : NOBODY");
  const RunResult bad = run();
  INFO(bad.out);
  CHECK(bad.exit_code == 1);
  CHECK(Has(bad.out, "NOBODY"));
  CHECK(Has(bad.out, "systems.dr"));
}

}  // namespace
}  // namespace hotsite::acceptance
