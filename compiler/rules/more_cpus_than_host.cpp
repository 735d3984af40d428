#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;

/// A virtual machine has at most 64 virtual processors, unless the library says otherwise of the release. Source: IBM
/// Docs, z/VM 7.4 CP Commands, DEFINE CPU: processor addresses are 0 to 3F.
constexpr std::int64_t kMostVirtualCpus = 64;

struct Limit {
  std::int64_t most = kMostVirtualCpus;
  bool sourced = true;
};

Limit LimitOf(const Model& model, const Placement& host) {
  const model::ReleaseId release = model.SystemOf(host).release;
  if (!release.valid() || !model.at(release).guest_processors.known()) return {};
  const auto& fact = model.at(release).guest_processors;
  return {*fact, fact.sourced() || *fact == kMostVirtualCpus};
}

/// At a recovery site, a guest and its host that are there as at home were told at home.
bool ToldAtHome(const Model& model, const Placement& guest, const Placement& host) {
  const Placement* guest_home = AtHome(model, guest);
  if (guest_home == nullptr || !guest_home->host.valid()) return false;
  const auto& here = guest.resources.processors;
  const auto& home = guest_home->resources.processors;
  const Placement& home_host = model.at(guest_home->host);
  return here.span() == home.span() && home_host.resources.processors.known() &&
         *home > *home_host.resources.processors && *home_host.resources.processors <= *host.resources.processors;
}

void TellHost(const Model& model, const std::vector<const Placement*>& group, model::RuleReporter& report) {
  const Placement& guest = *group.front();
  const Placement& host = model.at(guest.host);
  const auto names = NamesOf(model, group);
  const auto& has = host.resources.processors;
  auto& finding =
      report.Warn(guest.resources.processors.span(), "{} would have {} virtual processors, and `{}` has {} in all",
                  names.size() == 1 ? Names(names) : fmt::format("each of {} guests", names.size()),
                  *guest.resources.processors, model.SystemOf(host).name, *has);
  finding.Here(fmt::format("{} virtual processors", *guest.resources.processors))
      .Mark(has.span(), fmt::format("`{}` has {} at `{}`", model.SystemOf(host).name, *has, model.at(host.site).name))
      .Note("more virtual processors than real ones bring no work through faster, and cost time in dispatching")
      .Advise(fmt::format("give it `processors {}` or fewer", *has));
  ListNames(finding, names);
  AboutAll(finding, names);
}

void TellLimit(const Model& model, const std::vector<const Placement*>& group, model::RuleReporter& report) {
  const auto names = NamesOf(model, group);
  const auto& count = group.front()->resources.processors;
  const Limit limit = LimitOf(model, model.at(group.front()->host));
  auto& finding =
      report.At(limit.sourced ? Severity::kError : Severity::kWarning, count.span(),
                "{} would have {} virtual processors, and z/VM gives a guest at most {}",
                names.size() == 1 ? Names(names) : fmt::format("each of {} guests", names.size()), *count, limit.most);
  finding.Here(fmt::format("more than {}", limit.most)).Advise("give it fewer processors");
  ListNames(finding, names);
  AboutAll(finding, names);
}

void Run(const Model& model, model::RuleReporter& report) {
  PlacementsByPlace over_limit;
  Gathered<std::pair<std::uint32_t, SpanKey>, const Placement*> over_host;
  std::map<std::uint32_t, const Placement*>
      told;  // by system: one message for a declaration, however often it is placed
  for (const Placement& guest : model.placements) {
    const auto& count = guest.resources.processors;
    if (!guest.host.valid() || !count.known()) continue;
    const bool of_zvm = model.SystemOf(model.at(guest.host)).is_zvm();
    if (of_zvm && *count > LimitOf(model, model.at(guest.host)).most) {
      if (told.try_emplace(guest.system.index, &guest).second) over_limit.Add(KeyOf(count.span()), &guest);
      continue;
    }
    const Placement& host = model.at(guest.host);
    const auto& has = host.resources.processors;
    if (has.known() && *count > *has && !ToldAtHome(model, guest, host)) {
      over_host.Add({guest.host.index, KeyOf(count.span())}, &guest);
    }
  }
  for (const auto& group : over_limit.groups()) TellLimit(model, group, report);
  for (const auto& group : over_host.groups()) TellHost(model, group, report);
}

constexpr std::string_view kExplanation =
    R"(A guest has more virtual processors than its z/VM has logical ones. Its work
can't run on more than those at a time, so the others bring nothing; CP still
dispatches them all, the guest's share is divided among them, and a Linux that
waits for one of its processors while another is off the dispatch list spins.
"Never give a virtual machine more virtual CPUs than there are."

At home the numbers may fit; the trap is the recovery site, where z/VM gets
fewer processors and the guests keep theirs.

More than 64 are an error: CPU addresses of a virtual machine end at 3F, and
the directory entry isn't accepted.

To repair it, give the guest at most as many as its z/VM has at this site, or
ask for more for the z/VM. A guest that is placed under the vendor's z/VM is
only judged when the spec says how many processors that one has.

Sources: the z/VM bootcamp material quoted above (zvm-bootcamp.github.io); IBM
Docs, z/VM 7.4 CP Commands, DEFINE CPU: processor addresses are 0 to 3F.)";

constexpr std::string_view kBad = R"(hotsite 1

zvm VMPROD {
  processors 2 IFL
  linux LNX1 { processors 4 }
}

site home {
  machine CEC { lpar VMPROD }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zvm VMPROD {
  processors 4 IFL
  linux LNX1 { processors 4 }
}

site home {
  machine CEC { lpar VMPROD }
}
)";

}  // namespace

const model::Rule kMoreCpusThanHost = {
    .title = "A guest has more virtual processors than its z/VM has logical ones.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
