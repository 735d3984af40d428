#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;

/// What a system runs, and until when its maker serves it.
struct Service {
  const model::Entry* entry = nullptr;
  const model::Fact<Date>* ends = nullptr;
};

std::optional<Service> ServiceOf(const Model& model, const model::System& system) {
  const auto of = [](const auto& entry) -> std::optional<Service> {
    return entry.service_ends.known() ? std::optional(Service{&entry, &entry.service_ends}) : std::nullopt;
  };
  if (system.is_zvm() && system.release.valid()) return of(model.at(system.release));
  if (system.is_linux() && system.distribution.valid()) return of(model.at(system.distribution));
  return std::nullopt;
}

void Tell(const Model& model, const Service& service, const std::vector<const Placement*>& group,
          model::RuleReporter& report) {
  const model::TestWindow& test = *model.recovery->test;
  const auto names = NamesOf(model, group);
  const model::System& first = model.SystemOf(*group.front());
  auto& finding = report.Warn(first.written.name, "{} would run {}, which is out of service since {}",
                              OneOrCount(names, "systems"), service.entry->title, (**service.ends).ToString());
  finding.Here(fmt::format("served until {}", (**service.ends).ToString()))
      .Mark(test.span, fmt::format("the test begins on {}", test.from.date().ToString()))
      .Note("what breaks at the recovery site has to be repaired there, and nobody repairs it any more")
      .Note(service.ends->sourced() ? fmt::format("source: {}", service.ends->source)
                                    : "the library has no source for this date: look it up")
      .Advise(
          fmt::format("move to a release in service; where longer service was bought, accept it with its end: `accept "
                      "HS2006 for {} because \"…\" until …`",
                      service.entry->name));
  finding.cause = service.entry->name;
  ListNames(finding, names);
  AboutAll(finding, names);
}

void Run(const Model& model, model::RuleReporter& report) {
  if (!model.recovery || !model.recovery->test) return;
  const Date begin = model.recovery->test->from.date();
  Gathered<const model::Entry*, const Placement*> old;
  for (const Placement& placement : model.placements) {
    if (!model.at(placement.site).recovery) continue;
    const auto service = ServiceOf(model, model.SystemOf(placement));
    if (!service || **service->ends >= begin) continue;
    old.Add(service->entry, &placement);
  }
  for (const auto& group : old.groups()) {
    Tell(model, *ServiceOf(model, model.SystemOf(*group.front())), group, report);
  }
}

constexpr std::string_view kExplanation =
    R"(A system that is placed at the recovery site runs a z/VM release or a Linux
distribution whose service ends before the test begins.

At home that is a risk that somebody has mostly weighed: the system runs, and
what it needs is there. At the recovery site it meets hardware that it has
never seen, often newer: a machine that an old release doesn't know, an OSA
whose microcode wants a fix. When it doesn't come up there, its maker doesn't
answer.

The date is that of general service. Where longer service was bought (LTSS,
ELS, Ubuntu Pro), write that down with an acceptance that ends when it does.

To repair it, move to a release in service before the test, or accept it.

The dates are facts of the library (`service_ends`), with their sources; they
are compared with the begin of the test, never with today.)";

constexpr std::string_view kBad = R"(hotsite 1

distribution penguin_9 "Penguin Linux 9" { service_ends 2009-06-30 }

zvm VMPROD {
  memory 24 GiB
  linux LNX1 : penguin_9 { memory 1 GiB }
}

site home {
  machine CEC { lpar VMPROD }
}

recovery "2009" {
  test from 2009-10-05 08:00 to 2009-10-08 16:00
  site hotsite {
    machine BIGBOX { lpar VMPROD }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

distribution penguin_10 "Penguin Linux 10" { service_ends 2012-06-30 }

zvm VMPROD {
  memory 24 GiB
  linux LNX1 : penguin_10 { memory 1 GiB }
}

site home {
  machine CEC { lpar VMPROD }
}

recovery "2009" {
  test from 2009-10-05 08:00 to 2009-10-08 16:00
  site hotsite {
    machine BIGBOX { lpar VMPROD }
  }
}
)";

}  // namespace

const model::Rule kOutOfService = {
    .title = "A z/VM release or Linux distribution is out of service when the test begins.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
