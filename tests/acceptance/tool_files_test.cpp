// What is written for other programs, read by them: model.json by a JSON Schema validator, inventories by Ansible.
#include <catch2/catch.hpp>
#include <filesystem>

#include "compiler/support/json.h"
#include "tests/acceptance/run_program.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

constexpr int kSeconds = 300;

std::string Tool(const std::string& name) {
  return Quoted((harness::SourceRoot() / "tests" / "tools" / name).string());
}

bool Installed(const Scratch& scratch, const std::string& test, const std::string& package) {
  if (Run(scratch, test).exit_code == 0) return true;
  WARN(package << " isn't installed: what is written for it goes unchecked (`./dev test` installs it)");
  return false;
}

TEST_CASE("model.json of every example and every field spec is valid by the schema, and broken ones aren't") {
  const Scratch scratch;
  if (!Installed(scratch, "/usr/bin/python3 -c 'import jsonschema'", "python3-jsonschema")) return;
  REQUIRE(Run(scratch, "hotsite schema > " + Quoted(scratch / "schema.json")).exit_code == 0);
  std::string models;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(harness::SourceRoot() / "examples")) {
    if (entry.path().filename() == "model.json") models += " " + Quoted(entry.path().string());
  }
  int number = 0;
  for (const auto& entry :
       std::filesystem::recursive_directory_iterator(harness::SourceRoot() / "tests" / "acceptance" / "field")) {
    if (entry.path().extension() != ".dr") continue;
    const std::string file = scratch / ("field" + std::to_string(++number) + ".json");
    const RunResult shown = Run(scratch, "hotsite show --json " + Quoted(entry.path().string()) + " > " + Quoted(file));
    if (std::filesystem::file_size(file) > 0) models += " " + Quoted(file);
    INFO(entry.path() << shown.err);
    CHECK(shown.exit_code <= 1);
  }
  REQUIRE(number > 50);
  const RunResult result =
      Run(scratch, "/usr/bin/python3 " + Tool("validate_model.py") + " " + Quoted(scratch / "schema.json") + models,
          kSeconds);
  INFO(result.err);
  CHECK(result.exit_code == 0);
  INFO(result.out);
  CHECK(result.out.find(" valid, ") != std::string::npos);
}

/// What Ansible reads from inventories, by file.
Json ReadInventories(const Scratch& scratch, const std::vector<std::string>& files) {
  std::string words;
  for (const std::string& file : files) words += " " + Quoted(file);
  const RunResult result =
      Run(scratch, "HOME=" + Quoted(scratch / "") + " /usr/bin/python3 " + Tool("read_inventory.py") + words, kSeconds);
  INFO(result.err);
  REQUIRE(result.exit_code == 0);
  std::string problem;
  const auto json = Json::Parse(result.out, &problem);
  REQUIRE(json);
  return *json;
}

const Json& In(const Json& json, const std::vector<std::string>& path) {
  const Json* at = &json;
  for (const std::string& key : path) {
    INFO(key);
    at = at->Find(key);
    REQUIRE(at != nullptr);
  }
  return *at;
}

TEST_CASE("the inventories of all examples are read by Ansible, without a word on stderr") {
  const Scratch scratch;
  if (!Installed(scratch, "command -v ansible-inventory", "ansible-core")) return;
  std::vector<std::string> files;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(harness::SourceRoot() / "examples")) {
    if (entry.path().parent_path().filename() == "ansible") files.push_back(entry.path().string());
  }
  REQUIRE(files.size() >= 6);
  const Json read = ReadInventories(scratch, files);
  const std::string file = (harness::SourceRoot() / "examples/insurance/built/2009/ansible/hotsite.yml").string();
  const Json& was1 = In(read, {file, "_meta", "hostvars", "lnxwas1"});
  CHECK(*In(was1, {"hotsite_system"}).AsString() == "LNXWAS1");
  CHECK(*In(was1, {"hotsite_hypervisor"}).AsString() == "VMPROD");
  CHECK(*In(was1, {"ansible_host"}).AsString() == "192.168.30.21");
  CHECK(In(read, {file, "role_router", "hosts"}).AsArray()->size() == 1);
}

TEST_CASE("a text that Ansible would run as a template, or YAML read as something else, stays a text") {
  const Scratch scratch;
  if (!Installed(scratch, "command -v ansible-inventory", "ansible-core")) return;
  const std::vector<std::string> texts = {"{{ lookup('pipe', 'touch hacked') }}",
                                          "{% raw %}",
                                          "yes",
                                          "0123",
                                          "a: b #c",
                                          "- x",
                                          "!unsafe y",
                                          "ü \\ 'q' *a &b",
                                          "{a: 1}",
                                          "\xF0\x9F\x9A\x80"};
  std::string runs;
  for (const std::string& text : texts) {
    std::string escaped;
    for (const char c : text) escaped += c == '{' || c == '}' ? std::string(2, c) : std::string(1, c);
    runs += (runs.empty() ? "" : ", ") + ("\"" + escaped + "\"");
  }
  scratch.Write("spec.dr",
                "hotsite 1\nuse std.linux\nnetwork \"no-way_1\" { subnet 10.1.1.0/24 }\n"
                "linux LNX1 : sles_15_sp5 { memory 1 GiB; processors 1 IFL\n  nic 0600 on no-way_1 address "
                "no-way_1[5]\n  runs " +
                    runs +
                    "\n}\nsite home { machine CEC { lpar LNX1; osa U carries no-way_1 { devices 0600-060F "
                    "} } }\nrecovery \"2009\" { site hotsite { machine BIGBOX { lpar LNX1; osa U carries "
                    "no-way_1 { devices ? for LNX1 } } } }\n");
  const RunResult built =
      Run(scratch, "cd " + Quoted(scratch / "") + " && hotsite build spec.dr --only ansible -o out");
  INFO(built.err);
  REQUIRE(built.exit_code == 0);
  const std::string file = scratch / "out/ansible/hotsite.yml";
  const Json read = ReadInventories(scratch, {file});
  const Json& lnx1 = In(read, {file, "_meta", "hostvars", "lnx1"});
  const Json::Array& came = *In(lnx1, {"hotsite_runs"}).AsArray();
  REQUIRE(came.size() == texts.size());
  for (std::size_t i = 0; i < texts.size(); ++i) CHECK(*came[i].AsString() == texts[i]);
  CHECK(In(lnx1, {"hotsite_waits_for"}).AsArray()->size() == 1);
  CHECK(!std::filesystem::exists(scratch / "hacked"));
}

}  // namespace
}  // namespace hotsite::acceptance
