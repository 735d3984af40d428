// 16 deviations log, 17 sign-off: what people write by hand when all is answered. Each begins a page, because that page
// is what is copied, signed and kept.
#include <fmt/format.h>

#include <span>

#include "backends/request/parts.h"

namespace hotsite::backends::request {
namespace {

using document::Cell;
using document::Field;
using document::Paragraph;

constexpr unsigned kLogRows = 10;

Cell Blank(Field::Kind kind, const std::string& name, std::string hint, unsigned columns) {
  return Field{kind, name, std::move(hint), "", "", columns};
}

struct Signer {
  const char* who;
  const char* code;  // in the names of fields
};

constexpr Signer kContract = {"Vendor: contract", "vendor_contract"};
constexpr Signer kBuilder = {"Vendor: who builds it", "vendor_builder"};
constexpr Signer kCoordinator = {"Customer: coordinator", "customer_coordinator"};
constexpr Signer kProgrammer = {"Customer: system programmer", "customer_sysprog"};

struct Signature {
  Signer signer;
  const char* as;
};

struct Stage {
  const char* code;
  const char* title;
  const char* meaning;
  bool initials;  // rather than a signature
  std::span<const Signature> signatures;
};

// Who signs what: those whose misunderstandings made tests fail, on both sides; above all the person who builds it.
constexpr Signature kRead[] = {{kContract, "reader"}, {kBuilder, "reader"}};
constexpr Signature kAnswered[] = {{kBuilder, "signs"}, {kCoordinator, "countersigns"}, {kProgrammer, "countersigns"}};
constexpr Signature kDecided[] = {
    {kContract, "signs"}, {kBuilder, "signs"}, {kCoordinator, "signs"}, {kProgrammer, "signs"}};
constexpr Signature kBuilt[] = {{kBuilder, "signs"}};
constexpr Signature kChecked[] = {{kProgrammer, "signs"}, {kBuilder, "witness"}};

constexpr Stage kStages[] = {
    {"S1", "received and read", "this is not yet to agree with it.", true, kRead},
    {"S2", "every row answered", "each row of sections 5 to 13 that asks for an answer has one.", false, kAnswered},
    {"S3", "deviations decided", "each entry of section 16 has the customer's decision, and all four know it.", false,
     kDecided},
    {"S4", "built as answered", "the configuration is there, and it is as the answers say.", false, kBuilt},
    {"S5", "checked on arrival", "section 14 has been gone through, and what was found stands there.", false, kChecked},
};

void AddSignatures(const Stage& stage, document::Table& table) {
  const char* part = stage.initials ? "initials" : "signature";
  for (const Signature& signature : stage.signatures) {
    const std::string stem = fmt::format("SGN_{}_{}", stage.code, signature.signer.code);
    const auto blank = [&](const char* what, unsigned columns) {
      return Blank(Field::Kind::kText, stem + "_" + what,
                   fmt::format("{} {}, {}: {}", stage.code, stage.title, signature.signer.who, what), columns);
    };
    Cell by_hand = blank(part, 9);
    by_hand.fields.front().signature = true;
    table.rows.push_back(
        {stage.code, signature.signer.who, signature.as, blank("name", 14), blank("date", 10), std::move(by_hand)});
  }
}

}  // namespace

document::Section DeviationsLog() {
  document::Table table;
  table.columns = {{"No.", false},    {"ID", false},       {"Offered instead", false},
                   {"Effect", false}, {"Decision", false}, {"Initials", false}};
  for (unsigned i = 1; i <= kLogRows; ++i) {
    const std::string number = fmt::format("DEV-{:02}", i);
    const auto blank = [&](Field::Kind kind, const char* what, const char* hint, unsigned columns) {
      return Blank(kind, number + "_" + what, number + " " + hint, columns);
    };
    table.rows.push_back({number, blank(Field::Kind::kText, "id", "identifier of the row", 7),
                          blank(Field::Kind::kLines, "offered", "what is offered instead", 16),
                          blank(Field::Kind::kLines, "effect", "effect", 12),
                          blank(Field::Kind::kLines, "decision", "decision of the customer", 9),
                          blank(Field::Kind::kText, "initials", "initials", 5)});
  }
  return {
      "16",
      "Deviations log",
      {Paragraph{"The vendor writes the identifier of the row, what is offered instead and what that changes for the "
                 "customer. The customer decides before the test period: accepted, or not. More entries go on a "
                 "copy of this page, numbered on from DEV-11."},
       std::move(table)},
      true};
}

document::Section SignOff(const Request& request) {
  const std::string which = request.input.revision == 0
                                ? "one revision, and this is a draft: it is issued first"
                                : fmt::format("revision {}; a later one is signed anew", request.input.revision);
  document::List stages;
  document::Table table;
  table.columns = {{"Stage", false}, {"Who", false},  {"As", false},
                   {"Name", false},  {"Date", false}, {"Signature", false}};
  for (const Stage& stage : kStages) {
    stages.items.push_back(fmt::format("{} {}: {}", stage.code, stage.title, stage.meaning));
    AddSignatures(stage, table);
  }
  return {"17",
          "Acknowledgement and sign-off",
          {Paragraph{fmt::format("Each stage is signed for itself, for {}. For S1 initials are enough.", which)},
           std::move(stages), std::move(table)},
          true};
}

}  // namespace hotsite::backends::request
