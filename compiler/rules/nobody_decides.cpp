#include <algorithm>
#include <array>

#include "compiler/rules/edits.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/supply.h"
#include "compiler/rules/wording.h"
#include "compiler/support/text_writer.h"

namespace hotsite::rules {
namespace {

using model::Contact;
using model::Recovery;

/// What somebody must be able to decide on the day, and what happens if nobody is.
struct Power {
  std::string_view may;  // as the spec writes it
  std::string_view why;
};

constexpr std::string_view kChangePartitions = "change partitions";
constexpr std::array<Power, 3> kPowers{{
    {kChangePartitions,
     "a partition that came up wrong can be changed before a system runs in it, and not any more after"},
    {"accept deviations", "what the vendor can't give is taken or refused by whoever happens to be on site"},
    {"declare", "in a real disaster the vendor begins when somebody on its list declares it, and not before"},
}};

/// The powers that no contact has. One whose name is left to the vendor (`?`) counts: the request asks for it.
std::vector<Power> Missing(const Recovery& recovery) {
  std::vector<Power> missing;
  for (const Power& power : kPowers) {
    const bool named = std::any_of(recovery.contacts.begin(), recovery.contacts.end(), [&](const Contact& contact) {
      return std::find(contact.may.begin(), contact.may.end(), power.may) != contact.may.end();
    });
    if (!named) missing.push_back(power);
  }
  return missing;
}

void Run(const model::Model& model, model::RuleReporter& report) {
  // Without a vendor and a date nothing is sent yet.
  if (!model.recovery || model.recovery->vendor.empty() || !model.recovery->test) return;
  const Recovery& recovery = *model.recovery;
  const std::vector<Power> missing = Missing(recovery);
  if (missing.empty()) return;
  std::vector<std::string> words, ours;
  for (const Power& power : missing) {
    words.emplace_back(power.may);
    if (power.may != kChangePartitions) ours.emplace_back(power.may);
  }
  auto& finding = report.Warn(recovery.written.name, "the spec names nobody who may {}", JoinWords(words, "or"));
  finding.Here("no `contact` of it may");
  finding.Note(std::string(missing.front().why));
  if (ours.size() < missing.size()) {
    const std::string text = "ask the vendor who may change partitions";
    if (Editable(recovery.written)) {
      finding.Offer(text,
                    {InsertIntoBlock(report.sources(), recovery.written, "contact vendor ? may change partitions")});
    } else {
      finding.Advise(text + ": `contact vendor ? may change partitions`");
    }
  }
  if (!ours.empty()) {
    finding.Advise(fmt::format("name who does it on our side: `contact coordinator \"…\" phone \"…\" may {}`",
                               fmt::join(ours, ", ")));
  }
}

constexpr std::string_view kExplanation =
    R"(The spec has a vendor and a date, and nobody in it who may decide one of these:

- change partitions. On arrival a partition has half its memory. Until z/OS is
  in use the definition can be changed in minutes by whoever is allowed to, at
  the vendor's HMC. Once it is in use nobody changes it any more, and the test
  runs as it is. The name on the contract is seldom that person.
- accept deviations. The vendor has no HiperSockets today; will a guest LAN do?
  Somebody must be able to say yes or no, at eight on a Monday.
- declare. In a real disaster the vendor begins when somebody on its list says
  so. The test is the occasion to see that the list is right.

To repair it, name them: `contact coordinator "…" phone "…" may accept
deviations, declare`. What only the vendor knows is asked for: `contact vendor
? may change partitions` makes a question in the request, and counts as named.

Nothing is reported before the spec has a `vendor` and a `test`, because
nothing is sent before.

Sources: the 2007 test of the story; SunGard, Exhibit A, Scope of Services
(City of Miami): "Disaster Declaration Authority form".)";

constexpr std::string_view kBad = R"(hotsite 1

zvm VMPROD { memory 24 GiB }

site home {
  machine CEC { lpar VMPROD }
}

recovery "2009" {
  vendor "A Large DR Vendor"
  test from 2009-10-05 08:00 to 2009-10-08 16:00
  ready 4 h before test
  contact coordinator "Pat" phone "+1 555 0100" may accept deviations, declare
  site hotsite {
    machine BIGBOX { lpar VMPROD }
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
    machine BIGBOX { lpar VMPROD }
  }
}
)";

}  // namespace

const model::Rule kNobodyDecides = {
    .title = "Nobody is named who may change partitions, accept deviations or declare a disaster.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
