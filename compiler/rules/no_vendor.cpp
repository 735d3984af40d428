#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"
#include "compiler/support/text_writer.h"

namespace hotsite::rules {
namespace {

// A spec without a date is still being written, and one without a question has nothing that a vendor must answer (a
// second site of one's own is no vendor): neither is judged.
void Run(const model::Model& model, model::RuleReporter& report) {
  if (!model.recovery || !model.recovery->test || !model.recovery->vendor.empty() || model.holes.empty()) return;
  const model::Recovery& recovery = *model.recovery;
  report
      .Warn(recovery.written.name, "{} left to the vendor, and the spec doesn't say who that is",
            CountOf(model.holes.size(), "question is", "questions are"))
      .Here("no `vendor` in it")
      .Mark(model.holes.front().span, "a question to the vendor")
      .Note("the request goes out with nobody's name on its cover")
      .Advise("name who is asked: `vendor \"…\"`, with the contract's number if there is one: `contract \"…\"`");
}

constexpr std::string_view kExplanation =
    R"(The recovery has a date and questions (`?`), and the spec doesn't say who is to
answer them.

The request is written all the same. On its cover stands "not named in the
plan", and no contract number; the coordinator who sends it has to find out
whom to send it to, and whoever gets it doesn't know under which contract it
is asked. What isn't covered by a contract is a favour.

To repair it, name the vendor: `vendor "…" contract "DRS-2009-114"`. A second
site of your own that has questions to answer has a name as well: `vendor "Our
data centre in Springfield"`.

Nothing is reported before there is a date, and for a spec without questions.

Source: the lesson of the story, "communicate, in writing, with everybody in
the chain".)";

constexpr std::string_view kBad = R"(hotsite 1

zvm VMPROD { memory 24 GiB }

site home {
  machine CEC { lpar VMPROD }
}

recovery "2009" {
  test from 2009-10-05 08:00 to 2009-10-08 16:00
  site hotsite {
    machine BIGBOX {
      model ?
      lpar VMPROD
    }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zvm VMPROD { memory 24 GiB }

site home {
  machine CEC { lpar VMPROD }
}

recovery "2009" {
  vendor "A Large DR Vendor"
  test from 2009-10-05 08:00 to 2009-10-08 16:00
  ready 4 h before test
  contact coordinator "Pat" phone "+1 555 0100" may accept deviations, declare
  contact vendor ? may change partitions
  site hotsite {
    machine BIGBOX {
      model ?
      lpar VMPROD
    }
  }
}
)";

}  // namespace

const model::Rule kNoVendor = {
    .title = "Questions are left to the vendor, and the spec doesn't say who that is.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
