// The files that services read, judged by programs that aren't ours: shell scripts, the GitHub Action and workflows,
// the GitLab job, the pre-commit hooks.
#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/acceptance/repository.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

std::string InSource(const std::string& path) { return Quoted((harness::SourceRoot() / path).string()); }

bool Needs(const Scratch& scratch, const std::string& test, const std::string& missing) {
  if (Run(scratch, test).exit_code == 0) return true;
  WARN(missing << " isn't there: what is written for it goes unchecked (`./dev test` gets it)");
  return false;
}

TEST_CASE("shellcheck has nothing against any script") {
  const Scratch scratch;
  if (!Needs(scratch, "shellcheck --version", "shellcheck")) return;
  std::string scripts = InSource("dev");
  for (const char* folder : {".ci", "tests/readers", "tests/bench"}) {
    for (const auto& entry : std::filesystem::directory_iterator(harness::SourceRoot() / folder)) {
      if (entry.is_regular_file() && harness::ReadBytes(entry.path()).starts_with("#!/usr/bin/env bash"))
        scripts += " " + Quoted(entry.path().string());
    }
  }
  CHECK(Run(scratch, "shellcheck " + scripts).out == "");
  scratch.Write("bad", "#!/usr/bin/env bash\nrm $1\n");
  CHECK(Run(scratch, "shellcheck " + Quoted(scratch / "bad")).exit_code == 1);
}

class Validator {
 public:
  bool IsThere() const {
    return Needs(scratch_, "node --version && test -f " + InSource("build/readers/npm/fetched"),
                 "node, or what tests/readers/fetch gets from the npm registry,");
  }
  /// What it has against files of the kind `action` or `workflow`.
  std::string Complaints(const std::string& kind, const std::string& files) const {
    const RunResult result = Run(scratch_,
                                 "node " + InSource("tests/tools/check_workflow.cjs") + " " +
                                     InSource("build/readers/npm") + " " + kind + " " + files,
                                 60, 1 << 20);  // WebAssembly reserves much address space
    INFO(result.err);
    CHECK(result.exit_code == 0);
    return result.out;
  }
  /// The same of a file of the source tree with one text replaced.
  std::string ComplaintsWith(const std::string& kind, const std::string& path, const std::string& from,
                             const std::string& to) const {
    std::string text = harness::ReadBytes(harness::SourceRoot() / path);
    REQUIRE(text.find(from) != std::string::npos);
    scratch_.Write("changed.yml", text.replace(text.find(from), from.size(), to));
    return Complaints(kind, Quoted(scratch_ / "changed.yml"));
  }

 private:
  Scratch scratch_;
};

TEST_CASE("the action and the workflows are what GitHub reads, and broken ones are found") {
  const Validator validator;
  if (!validator.IsThere()) return;
  CHECK(validator.Complaints("action", InSource("action.yml")) == "");
  CHECK(validator.Complaints("workflow", InSource(".github/workflows/ci.yml") + " " + InSource("docs/ci/github.yml")) ==
        "");
  CHECK(validator.ComplaintsWith("action", "action.yml", "shell: bash", "shall: bash") != "");
  CHECK(validator.ComplaintsWith("action", "action.yml", "using: composite", "using: composit") != "");
  CHECK(validator.ComplaintsWith("workflow", "docs/ci/github.yml", "runs-on:", "run-on:") != "");
  CHECK(validator.ComplaintsWith("workflow", "docs/ci/github.yml", "permissions:", "permission:") != "");
}

TEST_CASE("nothing of a pull request stands in the shell text of the action") {
  for (const char* path : {"action.yml", ".github/workflows/ci.yml", "docs/ci/github.yml"}) {
    bool shell = false;
    for (const std::string& line : harness::SplitLines(harness::ReadBytes(harness::SourceRoot() / path))) {
      const std::size_t indent = line.find_first_not_of(" -");
      if (indent == std::string::npos) continue;
      const bool more = shell && line.find_first_not_of(' ') >= 8 && line.find("- ") != line.find_first_not_of(' ');
      shell = line.substr(indent).starts_with("run:") || more;
      INFO(path << ": " << line);
      if (shell) CHECK(line.find("${{") == std::string::npos);
    }
  }
}

/// A file as YAML, as JSON text.
std::string AsJson(const Scratch& scratch, const std::string& path) {
  const RunResult result =
      Run(scratch, "/usr/bin/python3 -c 'import json, sys, yaml; print(json.dumps(yaml.safe_load(sys.stdin)))' <" +
                       InSource(path));
  INFO(result.err);
  CHECK(result.exit_code == 0);
  return result.out;
}

TEST_CASE("the GitLab job has the keywords that GitLab documents") {
  const Scratch scratch;
  if (!Needs(scratch, "/usr/bin/python3 -c 'import jsonschema, yaml'", "python3-jsonschema or python3-yaml")) return;
  scratch.Write("job.json", AsJson(scratch, "docs/ci/gitlab.yml"));
  const std::string validate = "/usr/bin/python3 -m jsonschema " + InSource("tests/tools/gitlab.schema.json") + " -i ";
  const RunResult good = Run(scratch, validate + Quoted(scratch / "job.json"));
  INFO(good.out << good.err);
  CHECK(good.exit_code == 0);
  scratch.Write("bad.json", R"({"hotsite": {"scripts": ["hotsite-gate"]}})");
  CHECK(Run(scratch, validate + Quoted(scratch / "bad.json")).exit_code != 0);
}

TEST_CASE("pre-commit takes the hooks and the configuration that uses them") {
  const Scratch scratch;
  if (!Needs(scratch, "pre-commit --version", "pre-commit")) return;
  const std::string home = "export PRE_COMMIT_HOME=" + Quoted(scratch / "home") + "\n";
  const RunResult hooks = Run(scratch, home + "pre-commit validate-manifest " + InSource(".pre-commit-hooks.yaml"));
  INFO(hooks.out << hooks.err);
  CHECK(hooks.exit_code == 0);
  const RunResult config = Run(scratch, home + "pre-commit validate-config " + InSource("docs/ci/pre-commit.yaml"));
  INFO(config.out << config.err);
  CHECK(config.exit_code == 0);
  scratch.Write("bad.yaml", "- id: x\n  entry: y\n");
  CHECK(Run(scratch, home + "pre-commit validate-manifest " + Quoted(scratch / "bad.yaml")).exit_code != 0);
}

}  // namespace
}  // namespace hotsite::acceptance
