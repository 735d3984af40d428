// Half of HS2006: what is out of service when the test begins.
#include "compiler/rules/unfit_release.h"
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
  if (system.is_zos() && system.zos_release.valid()) return of(model.at(system.zos_release));
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
      .Note(SourceNote(service.ends->source, "this date"))
      .Advise(
          fmt::format("move to a release in service; where longer service was bought, accept it with its end: `accept "
                      "HS2006 for {} because \"…\" until …`",
                      service.entry->name));
  finding.cause = service.entry->name;
  ListNames(finding, names);
  AboutAll(finding, names);
}

}  // namespace

void TellOutOfService(const Model& model, model::RuleReporter& report) {
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

}  // namespace hotsite::rules
