// Every z/VM file that is checked in, and every one that the shops of the field tests get, read as CP, DIRECTXA and
// TCP/IP read it; every EXEC run under Regina, to its end. What the checkers can find is in unit/zvm_checker_test.cpp;
// here one damaged record in each file shows that they look at these files too.
#include <catch2/catch.hpp>
#include <map>

#include "compiler/driver/build.h"
#include "tests/harness/files.h"
#include "tests/harness/sources.h"
#include "tests/unit/zvm_checker.h"
#include "tests/unit/zvm_run_exec.h"

namespace hotsite::harness {
namespace {

namespace fs = std::filesystem;
using Files = std::map<std::string, std::string>;  // path -> text

bool IsZvm(const std::string& path) {
  return path.find("/zvm/") != std::string::npos || path.find("/vendor-zvm/") != std::string::npos;
}

Files CheckedInFiles() {
  Files files;
  for (const fs::path& path : FilesUnder(SourceRoot() / "examples", "")) {
    const std::string name = RelativeName(path);
    if (name.find("/built/") != std::string::npos && IsZvm(name)) files[name] = ReadBytes(path);
  }
  return files;
}

Files FieldFiles() {
  Files files;
  for (const fs::path& path : FilesUnder(SourceRoot() / "tests" / "acceptance" / "field", "repaired.dr")) {
    const driver::Compilation result = CompileText(ReadBytes(path));
    if (result.has_errors() || !result.model || !result.model->recovery) continue;
    const std::string shop = path.parent_path().filename().string();
    driver::Generate(result, {"zvm"}, [&](const backends::BackendInfo&, backends::Artifact artifact) {
      files[shop + "/" + artifact.path] = std::move(artifact.text);
    });
  }
  return files;
}

void CheckAll(const Files& files) {
  for (const auto& [path, text] : files) {
    INFO(path);
    const auto found = zvm_test::CheckZvmFile(path, text);
    if (found) CHECK(found->problems == std::vector<std::string>{});
  }
}

TEST_CASE("the z/VM files of the examples are what their readers take") {
  const Files files = CheckedInFiles();
  CHECK(files.size() >= 25);
  CheckAll(files);
}

TEST_CASE("the z/VM files of every shop of the field are what their readers take") {
  const Files files = FieldFiles();
  CHECK(files.size() >= 100);
  CheckAll(files);
}

/// A record that no reader takes, or takes for what it isn't.
std::string Damage(const std::string& path) {
  if (path.ends_with(".DTCPARMS")) return ":attach.0C00 0C01\n";
  if (path.ends_with(".EXEC")) return "say '" + std::string(80, 'x') + "'\n";
  return "MDISK 0201 3390 0001 TEN\n";
}

TEST_CASE("a damaged record in any of them is found") {
  for (const auto& [path, text] : CheckedInFiles()) {
    INFO(path);
    const auto found = zvm_test::CheckZvmFile(path, text + Damage(path));
    if (found) CHECK_FALSE(found->problems.empty());
  }
}

/// `node = 'VMPROD'` of an EXEC; any node where it has none.
std::string NodeOf(const std::string& text) {
  const std::string mark = "\nnode = '";
  const std::size_t at = text.find(mark);
  if (at == std::string::npos) return "ANYNODE";
  const std::size_t begin = at + mark.size();
  return text.substr(begin, text.find('\'', begin) - begin);
}

std::size_t Count(const std::string& text, const std::string& part) {
  std::size_t count = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

void RunStart(const std::string& text) {
  const zvm_test::Outcome idle = zvm_test::RunExec(text, {}, "", "");
  CHECK(idle.code == 4);
  CHECK_FALSE(idle.Says("CP>"));
  zvm_test::Cp cp;
  cp.node = NodeOf(text);
  cp.ssi = cp.node + " Joined";
  std::string yes;
  for (int i = 0; i < 200; ++i) yes += "y\n";
  const zvm_test::Outcome all = zvm_test::RunExec(text, cp, "GO", yes);
  INFO(all.text);
  CHECK(all.code == 0);
  CHECK(all.Started().size() == Count(text, "\ncall Start '"));
}

void RunAll(const Files& files) {
  std::size_t runs = 0;
  for (const auto& [path, text] : files) {
    if (!path.ends_with(".EXEC")) continue;
    INFO(path);
    ++runs;
    if (path.ends_with("DRSTART.EXEC")) {
      RunStart(text);
    } else {
      const zvm_test::Outcome guard = zvm_test::RunExec(text, {}, "", "");
      INFO(guard.text);
      CHECK(guard.code == 4);
      CHECK(guard.Says("NOTHING IS STARTED."));
    }
  }
  CHECK(runs >= 5);
}

TEST_CASE("every EXEC of the examples runs to its end and starts every guest once") {
  if (zvm_test::HasRegina()) RunAll(CheckedInFiles());
}

TEST_CASE("every EXEC of the field runs to its end and starts every guest once") {
  if (zvm_test::HasRegina()) RunAll(FieldFiles());
}

}  // namespace
}  // namespace hotsite::harness
