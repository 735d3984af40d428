#include "compiler/rules/edits.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;

std::int64_t Count(const Placement& placement) { return *placement.resources.processors; }

/// Whether fewer were asked for than the system's own declaration says it needs (home may give it more).
bool BelowNeed(const Model& model, const Placement& here) {
  const auto& need = model.SystemOf(here).resources.processors;
  return need.known() && Count(here) < *need;
}

void Tell(const Model& model, const std::vector<const Placement*>& group, model::RuleReporter& report) {
  const Placement& here = *group.front();
  const Placement& home = *AtHome(model, here);
  const auto names = NamesOf(model, group);
  const auto& site = model.at(here.site).name;
  const auto place = here.resources.processors.span();
  const char* plural = Count(here) == 1 ? "" : "s";
  auto& finding =
      BelowNeed(model, here)
          ? report.Error(place, "{} would have {} processor{} at `{}`, and needs {}", OneOrCount(names, "systems"),
                         Count(here), plural, site, *model.SystemOf(here).resources.processors)
          : report.Warn(place, "{} would have {} processor{} at `{}`, and has {} at home", OneOrCount(names, "systems"),
                        Count(here), plural, site, Count(home));
  finding.Here(fmt::format("{} here", Count(here)))
      .Mark(home.resources.processors.span(), fmt::format("{} at home", Count(home)))
      .Note("what ran at home in a night's window may not be through by morning, and users may wait")
      .Offer(fmt::format("ask for {}, or leave the line out: what is not said is as at home", Count(home)),
             ReplaceValue(here.written, place, fmt::format("{}", Count(home))));
  if (BelowNeed(model, here)) {
    finding.Mark(model.SystemOf(here).resources.processors.span(), "what the system itself says");
  }
  ListNames(finding, names);
  AboutAll(finding, names);
}

void Run(const Model& model, model::RuleReporter& report) {
  PlacementsByPlace weak;
  ForEachBesideHome(model, [&](const Placement& here, const Placement& home) {
    const auto& ours = here.resources.processors;
    const auto& theirs = home.resources.processors;
    if (ours.known() && theirs.known() && *ours < *theirs) weak.Add(KeyOf(ours.span()), &here);
  });
  for (const auto& group : weak.groups()) Tell(model, group, report);
}

constexpr std::string_view kExplanation =
    R"(A system is placed at the recovery site with fewer processors than it has at
home. The request asks for what is written at the site, so that is all the
vendor has to give: if the count is a left-over of last year's spec or of a
cheaper offer, the test runs with it. Work that is through in a night at home
isn't through by morning; a z/VM with many Linux guests waits for processors
although its memory is right.

It is an error when the count is even below what the system's own declaration
says (`zos PRODA { processors 2 CP }`), and a warning when only home gives
more (a partition at home with 3, a declaration of 2).

To repair it, ask for as many as home has, or leave the statement out at the
site: what isn't said there is as at home. Where fewer are enough for a test,
say so: `accept HS2101 for VMPROD because "2 suffice for the three guests we
test"`.

Counts are compared, not speeds: a processor of a newer machine does more, one
of a machine with a reduced capacity setting does less.

Source: the 2007 test of the story; capacity settings from knowledge.)";

constexpr std::string_view kBad = R"(hotsite 1

zvm VMPROD { processors 2 IFL }

site home {
  machine CEC {
    lpar VMPROD { processors 3 IFL }
  }
}

recovery "2007" {
  site hotsite {
    machine BIGBOX {
      lpar VMPROD { processors 2 IFL }
    }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zvm VMPROD { processors 2 IFL }

site home {
  machine CEC {
    lpar VMPROD { processors 3 IFL }
  }
}

recovery "2007" {
  site hotsite {
    machine BIGBOX {
      lpar VMPROD { processors 3 IFL }
    }
  }
}
)";

}  // namespace

const model::Rule kFewerProcessors = {
    .title = "A system has fewer processors at the recovery site than at home.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
