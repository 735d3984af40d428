// `hotsite explain`: everything that the tables know can be asked for and is told in full, 80 columns wide.
#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

#include "compiler/driver/topics.h"
#include "compiler/rules/rules.h"
#include "compiler/schema/examples.h"
#include "compiler/schema/pattern.h"
#include "compiler/support/utf8.h"
#include "tests/acceptance/run_program.h"
#include "tests/harness/files.h"

namespace hotsite::acceptance {
namespace {

using driver::Topic;

std::string Explained(const Topic& topic) { return driver::TextOf(topic.page()); }

bool Has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

TEST_CASE("every topic is explained within 80 columns") {
  std::vector<Topic> topics = driver::AllTopics();
  for (Topic& word : driver::WordTopics()) topics.push_back(std::move(word));
  REQUIRE(topics.size() > 150);
  for (const Topic& topic : topics) {
    INFO(topic.section << ": " << topic.name);
    CHECK_FALSE(topic.line.empty());
    const std::string text = Explained(topic);
    CHECK(harness::SplitLines(text).size() >= 3);
    for (const std::string& line : harness::SplitLines(text)) {
      INFO(line);
      CHECK((DisplayWidth(line) <= 80 || (topic.section == "Codes" && line.starts_with("    "))));
    }
  }
}

TEST_CASE("a statement tells its form, its places, its operands, its block and an example") {
  const std::vector<Topic> topics = driver::AllTopics();
  for (const schema::Row& row : schema::AllRows()) {
    INFO(row.word << " in " << row.parents);
    std::string text;
    for (const Topic* topic : driver::FindTopics(topics, row.word)) text += Explained(*topic);
    std::string flat;
    for (const std::string& line : harness::SplitLines(text)) {
      flat += line.empty() ? " " : line.substr(line.find_first_not_of(' '));
      if (!flat.ends_with('|')) flat += ' ';  // a long list of choices goes on in the next line
    }
    for (const schema::Form& form : schema::FormsOf(row)) {
      CHECK(Has(flat, schema::UsageOf(row, form)));
    }
    for (const schema::Example* example : schema::ExamplesOf(row))
      CHECK(Has(text, example->text.substr(0, example->text.find('\n'))));
    if (row.block.empty() || row.block.starts_with('*')) continue;
    for (const std::string_view word : schema::WordsIn(row.block)) CHECK(Has(text, "  " + std::string(word) + " "));
  }
}

TEST_CASE("a word that means several things shows all of them") {
  const Scratch scratch;
  const RunResult memory = Run(scratch, "hotsite explain memory");
  CHECK(memory.exit_code == 0);
  CHECK(Has(memory.out, "in zos, zvm, kvm, linux, coupling, lpar, guest or machine"));
  CHECK(Has(memory.out, "in machine_model, zvm_release or zos_release"));
  CHECK(Has(memory.out, "memory size (type of an operand)"));
}

TEST_CASE("topics are found by code, name of the code, words of a type, in any case") {
  const Scratch scratch;
  const std::string code = Run(scratch, "hotsite explain HS2001").out;
  CHECK(Has(code, "A spec in which it is found:"));
  CHECK(Run(scratch, "hotsite explain hs2001").out == code);
  CHECK(Run(scratch, "hotsite explain ThirdLevelGuest").out == code);
  const std::string device = Run(scratch, "hotsite explain device number").out;
  CHECK(Has(device, "that is a bus ID of Linux"));
  CHECK(Run(scratch, "hotsite explain 'Device Number'").out == device);
  CHECK(Has(Run(scratch, "hotsite explain Z10_EC").out, "use std.machines"));
  CHECK(Has(Run(scratch, "hotsite explain '?'").out, "A question to the vendor"));
  CHECK(Has(Run(scratch, "hotsite explain because").out, "Says why"));
  CHECK(Has(Run(scratch, "hotsite explain dedicated").out, "see: hotsite explain processors\n"));
}

TEST_CASE("a statement of another file is answered with what says the same here") {
  const Scratch scratch;
  const std::string link = Run(scratch, "hotsite explain link").out;
  CHECK(Has(link, "LINK (statement of USER DIRECT)"));
  CHECK(Has(link, "LINK (statement of PROFILE TCPIP)"));
  CHECK(Has(link, "    nic 0900 on OFFICE address OFFICE[20]"));
  CHECK(Has(Run(scratch, "hotsite explain define vswitch").out, "    vswitch VSW1 carries OFFICE"));
  CHECK(Has(Run(scratch, "hotsite explain build").out, "for the command: hotsite help build\n"));
}

TEST_CASE("an entry of the standard library shows each fact with its source") {
  const Scratch scratch;
  const std::string text = Run(scratch, "hotsite explain 3390_9").out;
  CHECK(Has(text, "\ntype                3390   unsourced\n"));
  CHECK(Has(text, "\ncylinders           10017  source 1\n"));
  CHECK(Has(text, "\n1. xCAT z/VM guide: MDISK 0100 3390 0001 10016\n"));
  const std::string release = Run(scratch, "hotsite explain zvm_5_4").out;
  CHECK(Has(release, "\ngenerations       to 12 "));
  CHECK(Has(release, "\nmachines     `z9_ec`, "));
  CHECK(Has(Run(scratch, "hotsite explain z14").out, "\nz/VM          `zvm_6_4`, "));
}

TEST_CASE("what isn't known is met with what is near") {
  const Scratch scratch;
  const auto first = [&](const std::string& line) {
    const RunResult result = Run(scratch, line);
    CHECK(result.exit_code == 2);
    CHECK(result.out.empty());
    return harness::SplitLines(result.err).front();
  };
  CHECK(first("hotsite explain vswich") == "hotsite explain: nothing is called `vswich` (did you mean `vswitch`?)");
  CHECK(first("hotsite explain HS2O01") == "hotsite explain: nothing is called `HS2O01` (did you mean `HS2001`?)");
  CHECK(first("hotsite explain device numbr") ==
        "hotsite explain: nothing is called `device numbr` (did you mean `device number`?)");
  CHECK(first("hotsite explain z10ec") == "hotsite explain: nothing is called `z10ec` (did you mean `z10_ec`?)");
  CHECK(Has(Run(scratch, "hotsite explain issue").err, "for the command: hotsite help issue\n"));
  CHECK_FALSE(Has(Run(scratch, "hotsite explain \"$(printf '\\033')\"").err, "\033"));
}

TEST_CASE("the list has every topic under its heading, one a line, and what it shows can be asked for") {
  const Scratch scratch;
  const RunResult list = Run(scratch, "hotsite explain --list");
  CHECK(list.exit_code == 0);
  for (const char* heading : {"Codes:\n", "\nStatements:\n", "\nTypes of operands:\n", "\nStandard library:\n"})
    CHECK(Has(list.out, heading));
  for (const Topic& topic : driver::AllTopics()) CHECK(Has(list.out, "\n  " + topic.name + " "));
  for (const std::string& line : harness::SplitLines(list.out)) {
    INFO(line);
    CHECK(DisplayWidth(line) <= 80);
  }
  CHECK(Run(scratch, "hotsite explain").out == list.out);
}

}  // namespace
}  // namespace hotsite::acceptance
