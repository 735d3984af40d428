// Plugins: the one in examples/, and those that fail, print too much, never end, or try to write elsewhere. After each
// failure the folder is as it was.
#include "compiler/driver/plugin.h"

#include <fmt/format.h>

#include <catch2/catch.hpp>
#include <filesystem>

#include "tests/acceptance/run_program.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

constexpr const char* kSpec =
    "hotsite 1\nzos PRODA { memory 1 GiB; processors 1 CP }\nsite home { machine CEC { lpar PRODA } }\n"
    "recovery \"2009\" { site hotsite { machine BIGBOX { lpar PRODA } } }\n";

/// A folder with a spec and what was built from it by a plugin that works.
class Shop {
 public:
  Shop() {
    scratch_.Write("spec.dr", kSpec);
    Script("good", "cat > /dev/null\necho '{\"artifacts\": [{\"path\": \"a.txt\", \"text\": \"x\"}]}'");
    REQUIRE(Build("good=./good --only zos").exit_code == 0);
    before_ = scratch_.Tree("out");
    REQUIRE(before_.find("plugins/good/a.txt=x") != std::string::npos);
  }

  void Script(const std::string& name, const std::string& text) {
    scratch_.Write(name, "#!/bin/sh\n" + text + "\n");
    std::filesystem::permissions(scratch_ / name, std::filesystem::perms::owner_all);
  }
  RunResult Build(const std::string& words) {
    return Run(scratch_, "cd " + Quoted(scratch_ / "") + " && hotsite build spec.dr -o out --plugin " + words, 60,
               4096);
  }
  /// Runs `script` as a plugin; it must fail with these words, and change nothing.
  std::string Fails(const std::string& script, const std::string& words, const std::string& more = "") {
    Script("bad", script);
    const RunResult result = Build("bad=./bad " + more);
    INFO(script);
    INFO(result.err.substr(0, 2000));
    CHECK(result.exit_code == 2);
    CHECK(result.err.find("error[HS9005]: plugin `bad`: " + words) != std::string::npos);
    CHECK(result.err.find("the files that were there are as they were") != std::string::npos);
    CHECK(scratch_.Tree("out") == before_);
    return result.err;
  }
  std::string Answer(const std::string& json) { return "cat > /dev/null\ncat <<'END'\n" + json + "\nEND"; }
  std::string Path(const std::string& path) {
    return Answer(R"({"artifacts": [{"path": ")" + path + R"(", "text": ""}]})");
  }

  Scratch scratch_;
  std::string before_;
};

TEST_CASE("plugin: the example's table stands among the files, in the manifest, and is verified") {
  const Scratch scratch;
  const std::string root = harness::SourceRoot().string();
  const std::string build = "hotsite build " + Quoted(root + "/examples/insurance/2009.dr") + " -o " +
                            Quoted(scratch / "out") +
                            " --only zos --plugin csv=" + Quoted(root + "/examples/plugins/guests_csv.py");
  const RunResult built = Run(scratch, build);
  INFO(built.err);
  REQUIRE(built.exit_code == 0);
  const std::string table = harness::ReadBytes(scratch / "out/plugins/csv/hotsite.csv");
  CHECK(table.starts_with("system,kind,level,machine,partition,memory_mib,processors,addresses\n"));
  CHECK(table.find("VMPROD/LNXWAS1,Linux,2,BIGBOX,VMPROD,") != std::string::npos);
  const std::string manifest = harness::ReadBytes(scratch / "out/manifest.json");
  CHECK(manifest.find("\"backend\": \"plugin:csv\"") != std::string::npos);
  CHECK(Run(scratch, build + " --verify").exit_code == 0);
  std::filesystem::remove(scratch / "out/plugins/csv/hotsite.csv");
  CHECK(Run(scratch, build + " --verify").exit_code == 1);
  // Without the plugin a whole build makes no such file, one of a part leaves it.
  const std::string without = build.substr(0, build.find(" --plugin"));
  REQUIRE(Run(scratch, build).exit_code == 0);
  REQUIRE(Run(scratch, without).exit_code == 0);
  CHECK(std::filesystem::exists(scratch / "out/plugins/csv/hotsite.csv"));
  REQUIRE(Run(scratch, without.substr(0, without.find(" --only"))).exit_code == 0);
  CHECK(!std::filesystem::exists(scratch / "out/plugins"));
}

TEST_CASE("plugin: one that can't be started or fails is told with what it said") {
  Shop shop;
  shop.Fails("echo 'no \x1b[2Jtemplate' >&2; exit 3", "it ended with exit code 3");
  CHECK(shop.Build("bad=./bad").err.find("bad: no \xEF\xBF\xBD[2Jtemplate\n") != std::string::npos);
  shop.Fails("kill -9 $$", "it was ended by signal 9");
  for (const auto& [program, words] : {std::pair{"./nothing", "can't be started: No such file"},
                                       {"./spec.dr", "can't be started: Permission denied"},
                                       {"nosuchprogram", "--plugin bad=./nosuchprogram"}}) {
    const RunResult result = shop.Build("bad=" + std::string(program));
    INFO(result.err);
    CHECK(result.exit_code == 2);
    CHECK(result.err.find(words) != std::string::npos);
  }
  CHECK(shop.scratch_.Tree("out") == shop.before_);
}

TEST_CASE("plugin: one that never ends is stopped, with all that it started") {
  Shop shop;
  shop.Fails("sleep 1000 & while :; do sleep 1; done", "it had not ended after 1 s and was stopped", "--plugin-time 1");
  shop.Fails("exec > /dev/null 2>&1; sleep 1000", "it had not ended after 1 s", "--plugin-time 1");
  // One that has answered and left something running with its output isn't waited for.
  shop.Script("left", "sleep 1000 &\necho '{\"artifacts\": []}'");
  CHECK(shop.Build("left=./left --plugin-time 30").exit_code == 0);
}

TEST_CASE("plugin: one that prints without end is stopped") {
  Shop shop;
  shop.Fails("yes", "it printed more than 64 MiB and was stopped");
  const std::string err = shop.Fails("yes | head -c 30000000 >&2; exit 1", "it ended with exit code 1");
  CHECK(err.size() < 400'000);
  static_assert(driver::kMaxPluginOutput == 64u << 20);
}

TEST_CASE("plugin: so many files are taken and no more") {
  const auto files = [](std::size_t count) {
    return fmt::format(
        "cat > /dev/null\necho '{{\"artifacts\": ['\nseq -f '{{\"path\": \"f%.0f\", \"text\": \"\"}},' 2 {}\n"
        "echo '{{\"path\": \"f1\", \"text\": \"\"}}]}}'",
        count);
  };
  Shop shop;
  shop.Fails(files(driver::kMaxPluginFiles + 1), "it makes 10001 files; at most 10000 are taken");
  shop.Script("many", files(driver::kMaxPluginFiles));
  CHECK(shop.Build("many=./many --only zos").exit_code == 0);
}

TEST_CASE("plugin: what it prints must be what is expected") {
  Shop shop;
  shop.Fails("cat > /dev/null", "it printed nothing");
  shop.Fails(":", "it printed nothing");  // and never reads its input
  shop.Fails("echo hello", "what it printed isn't JSON");
  shop.Fails("printf '{\"artifacts\": [{\"path\": \"a\", \"text\": \"\\377\"}]}'", "what it printed isn't JSON");
  shop.Fails(shop.Answer("[]"), "what it printed has no list `artifacts`");
  shop.Fails(shop.Answer(R"({"artifacts": {}})"), "what it printed has no list `artifacts`");
  shop.Fails(shop.Answer(R"({"artifacts": [], "files": 1})"), "what it printed has a member `files`");
  shop.Fails(shop.Answer(R"({"artifacts": [1]})"), "artifact 1 has no text `path`");
  shop.Fails(shop.Answer(R"({"artifacts": [{"path": "a"}]})"), "`a` has no text `text`");
  shop.Fails(shop.Answer(R"({"artifacts": [{"path": "a", "text": 1}]})"), "`a` has no text `text`");
  shop.Fails(shop.Answer(R"({"artifacts": [{"path": "a", "text": "", "excutable": true}]})"),
             "`a` has a member `excutable` that nothing reads");
  shop.Fails(shop.Answer(R"({"artifacts": [{"path": "a", "text": "", "executable": "yes"}]})"),
             "`a`: `executable` is neither true nor false");
  shop.Fails(
      shop.Answer(R"({"artifacts": [{"path": "a", "text": "", "open": [{"requirement": "OSA-999", "what": ""}]}]})"),
      "`a` waits for `OSA-999`, but the request has no row of that name");
  shop.Fails(shop.Answer(R"({"artifacts": [{"path": "a", "text": ""}, {"path": "a", "text": ""}]})"),
             "`plugins/bad/a` is there twice");
  shop.Fails(
      shop.Answer(
          R"({"artifacts": [{"path": "a", "text": ""}, {"path": "a-b", "text": ""}, {"path": "a/b", "text": ""}]})"),
      "`plugins/bad/a` is a file and a folder");
}

TEST_CASE("plugin: paths that differ only in case are one path") {
  Shop shop;
  shop.Fails(shop.Answer(R"({"artifacts": [{"path": "c/a", "text": ""}, {"path": "c/A", "text": ""}]})"),
             "`plugins/bad/c/A` is there twice, also as `plugins/bad/c/a`");
  shop.Fails(shop.Answer(R"({"artifacts": [{"path": "A", "text": ""}, {"path": "a/b", "text": ""}]})"),
             "`plugins/bad/a` is a file and a folder");
}

TEST_CASE("plugin: a text is kept as it is or refused") {
  Shop shop;
  const auto text = [&](const std::string& inner) {
    return shop.Answer(R"({"artifacts": [{"path": "a", "text": ")" + inner + R"("}]})");
  };
  for (const char* lost : {"\\u0000", "\\uD800", "\\udfff"}) {
    const std::string said = fmt::format("what it printed has `{}`, which no file of text can hold", lost);
    for (const char* around : {"{}", "x{}y", "{}\\n", "\\\\{}", "{}\\u0041", "\\ud83d\\ude00{}"})
      shop.Fails(text(fmt::format(fmt::runtime(around), lost)), said);
    shop.Fails(shop.Path(std::string("a") + lost), said);
  }
  shop.Fails(text("\\ud83d\\ud83d\\ude00"), "what it printed has `\\ud83d`");
  shop.Script("kept", text(R"(\ud83d\ude00 \\u0000 \u00e4)"));
  REQUIRE(shop.Build("kept=./kept").exit_code == 0);
  CHECK(harness::ReadBytes(shop.scratch_ / "out/plugins/kept/a") == "\U0001F600 \\u0000 \u00e4");
}

TEST_CASE("plugin: no path leads out of its folder") {
  Shop shop;
  for (const char* path : {"", "/etc/passwd", "../zos/PRODA/README.txt", "a/../../b", "a//b", "a/", "./a", "..",
                           ".hidden", "-rf", "a/-b", "a b", "a\\\\b", "a\\nb", "\\u00e4", "a\\u001b[2J"}) {
    INFO(path);
    shop.Fails(shop.Path(path), "artifact 1: its path `");
  }
  const std::string err = shop.Fails(shop.Path(std::string(201, 'a')), "artifact 1: its path `");
  CHECK(err.find(std::string(80, 'a') + "…` is longer than 200 characters") != std::string::npos);
  CHECK(err.find(std::string(81, 'a')) == std::string::npos);
}

TEST_CASE("plugin: executable files are, and a wrong --plugin is wrong usage") {
  Shop shop;
  shop.Script("run", shop.Answer(R"({"artifacts": [{"path": "b/go.sh", "text": "#!/bin/sh\n", "executable": true}]})"));
  REQUIRE(shop.Build("run=./run").exit_code == 0);
  CHECK((std::filesystem::status(shop.scratch_ / "out/plugins/run/b/go.sh").permissions() &
         std::filesystem::perms::owner_exec) != std::filesystem::perms::none);
  for (const auto& [words, said] : {std::pair{"./run", "`--plugin` is NAME=PROGRAM"},
                                    {"run=", "`--plugin` is NAME=PROGRAM"},
                                    {"=./run", "`--plugin` names the plugin"},
                                    {"../run=./run", "`--plugin` names the plugin `../run`"},
                                    {"run=./run --plugin run=./good", "names `run` twice"},
                                    {"run=./run --plugin RUN=./good", "names `RUN` twice"},
                                    {"run=./run --plugin-time 0", "takes a whole number from 1 up, not `0`"},
                                    {"run=./run --plugin-time x", "takes a whole number from 1 up, not `x`"}}) {
    const RunResult result = shop.Build(words);
    INFO(result.err);
    CHECK(result.exit_code == 2);
    CHECK(result.err.find(said) != std::string::npos);
  }
}

}  // namespace
}  // namespace hotsite::acceptance
