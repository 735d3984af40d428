#include "compiler/rules/edits.h"
#include "compiler/rules/overcommit.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;
using Size = model::Stated<MemorySize>;

/// What the system requires: its own declaration, else what home gives it.
const Size& NeedOf(const Model& model, const Placement& here) {
  return model.SystemOf(here).resources.memory.Over(AtHome(model, here)->resources.memory);
}

void Tell(const Model& model, const std::vector<const Placement*>& group, model::RuleReporter& report) {
  const Placement& here = *group.front();
  const auto names = NamesOf(model, group);
  const Size& given = here.resources.memory;
  const Size& need = NeedOf(model, here);
  const Size& home = AtHome(model, here)->resources.memory;
  const bool below_need = need.known() && *given < *need;
  const Size& other = below_need ? need : home;
  const char* claim = below_need ? "needs at least" : "at home it has";
  auto& finding =
      below_need
          ? report.Error(given.span(), "{} would have {} of memory at `{}`, and needs at least {}",
                         OneOrCount(names, "systems"), given->ToString(), model.at(here.site).name, need->ToString())
          : report.Warn(given.span(), "{} would have {} of memory at `{}`, and has {} at home",
                        OneOrCount(names, "systems"), given->ToString(), model.at(here.site).name, home->ToString());
  finding.Here(fmt::format("{} here", given->ToString()))
      .Mark(other.span(), fmt::format("{} {}", claim, other->ToString()));
  if (!other.reason().empty()) finding.Note(other.reason());
  const auto storage = names.size() == 1 ? GuestStorageOf(model, here) : std::nullopt;
  if (storage && storage->Excess() > 0) {
    finding.Note(fmt::format("under it run {}: {} times what it has", Say(*storage), storage->Times()));
  }
  finding
      .Note(
          "a z/VM or z/OS that is short of memory starts, and then pages: it is slow in a way that no message explains")
      .Offer(fmt::format("ask for {}, or leave the line out: what is not said is as at home", other->ToString()),
             ReplaceValue(here.written, given.span(), other->ToString()));
  ListNames(finding, names);
  AboutAll(finding, names);
}

void Run(const Model& model, model::RuleReporter& report) {
  PlacementsByPlace weak;
  ForEachBesideHome(model, [&](const Placement& here, const Placement& home) {
    const Size& given = here.resources.memory;
    const Size& need = NeedOf(model, here);
    const bool less = (need.known() && given.known() && *given < *need) ||
                      (home.resources.memory.known() && given.known() && *given < *home.resources.memory);
    if (less) weak.Add(KeyOf(given.span()), &here);
  });
  for (const auto& group : weak.groups()) Tell(model, group, report);
}

constexpr std::string_view kExplanation =
    R"(A system is placed at the recovery site with less memory than it requires. The
request asks the vendor for what is written at the site, so less is what it
gets, and everything still starts: the shortage shows as paging. In the story
this compiler comes from a z/VM with 20 Linux guests got less than half of its
memory and no expanded storage; it moved thousands of pages a second.

What a system requires is what its declaration says (`zvm VMPROD { memory 24
GiB }`), else what it has at home. Below that it is an error. It is a warning
when home gives more than the declaration requires and the recovery site less
than home.

To repair it, ask for as much as is required: `memory at least 24 GiB because
"…"` (the reason is printed in the request), or leave the statement out at the
site, since what isn't said there is as at home. If only some of the guests
are tested, less may do: then place just those guests, and accept the finding
with the reason.

Source: the 2007 test of the story.)";

constexpr std::string_view kBad = R"(hotsite 1

zvm VMPROD { memory 24 GiB }

site home {
  machine CEC { lpar VMPROD }
}

recovery "2007" {
  site hotsite {
    machine BIGBOX {
      lpar VMPROD { memory 10 GiB }
    }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zvm VMPROD { memory 24 GiB }

site home {
  machine CEC { lpar VMPROD }
}

recovery "2007" {
  site hotsite {
    machine BIGBOX {
      lpar VMPROD { memory at least 24 GiB }
    }
  }
}
)";

}  // namespace

const model::Rule kLessMemory = {
    .title = "A system has less memory at the recovery site than it requires.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
