#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;

enum class Limit : std::uint8_t { kOwnMaximum, kRelease, kHost };

/// The limits in the order of their weight; a guest is told the first that it exceeds.
std::optional<Limit> ExceededBy(const Model& model, const Placement& guest) {
  const model::Resources& resources = guest.resources;
  if (!resources.memory.known()) return std::nullopt;
  if (resources.max_memory.known() && *resources.memory > *resources.max_memory) return Limit::kOwnMaximum;
  const Placement& host = model.at(guest.host);
  const model::ReleaseId release = model.SystemOf(host).release;
  const MemorySize most = std::max(*resources.memory, resources.max_memory.value_or(*resources.memory));
  if (release.valid() && model.at(release).guest_memory.known() && most > *model.at(release).guest_memory)
    return Limit::kRelease;
  if (host.resources.memory.known() && *resources.memory > *host.resources.memory) return Limit::kHost;
  return std::nullopt;
}

void TellOwnMaximum(const Model& model, const Placement& guest, const std::vector<std::string>& names,
                    model::RuleReporter& report) {
  const auto& memory = guest.resources.memory;
  const auto& most = guest.resources.max_memory;
  auto& finding = report.Error(memory.span(), "{} would start with {} of memory, and {} is its maximum",
                               OneOrCount(names, "guests"), memory->ToString(), most->ToString());
  finding.Here(memory->ToString()).Mark(most.span(), fmt::format("at most {}", most->ToString()));
  if (model.SystemOf(model.at(guest.host)).is_zvm())
    finding.Note("DIRECTXA refuses such a directory: HCPDIR1776E DEFAULT STORAGE SIZE EXCEEDS MAXIMUM STORAGE SIZE");
  finding.Advise(fmt::format("raise the maximum: `memory {} maximum {}`", memory->ToString(), memory->ToString()));
  ListNames(finding, names);
  AboutAll(finding, names);
}

void TellRelease(const Model& model, const Placement& guest, const std::vector<std::string>& names,
                 model::RuleReporter& report) {
  const model::System& host = model.SystemOf(model.at(guest.host));
  const model::ZvmRelease& release = model.at(host.release);
  const auto& memory = guest.resources.memory;
  const auto& most =
      guest.resources.max_memory.known() && *guest.resources.max_memory > *memory ? guest.resources.max_memory : memory;
  // A fact without a source is no ground for refusing a spec.
  const model::Fact<MemorySize>& limit = release.guest_memory;
  auto& finding = report.At(limit.sourced() ? Severity::kError : Severity::kWarning, most.span(),
                            "{} may have {} of memory, and {} gives a guest at most {}", OneOrCount(names, "guests"),
                            most->ToString(), release.title, (*limit).ToString());
  finding.Here(most->ToString())
      .Mark(host.written.name, fmt::format("runs {}", release.title))
      .Note(SourceNote(limit.source, "this limit", ""))
      .Advise("give it less, or run it under a later release");
  ListNames(finding, names);
  AboutAll(finding, names);
}

void TellHost(const Model& model, const Placement& guest, const std::vector<std::string>& names,
              model::RuleReporter& report) {
  const Placement& host = model.at(guest.host);
  const auto& memory = guest.resources.memory;
  const auto& has = host.resources.memory;
  auto& finding = report.Warn(memory.span(), "{} would have {} of memory, and `{}` has {} in all",
                              names.size() == 1 ? Names(names) : fmt::format("each of {} guests", names.size()),
                              memory->ToString(), model.SystemOf(host).name, has->ToString());
  const char* kind = model::ToString(model.SystemOf(host).kind);
  finding.Here(memory->ToString())
      .Mark(has.span(),
            fmt::format("`{}` has {} at `{}`", model.SystemOf(host).name, has->ToString(), model.at(host.site).name))
      .Note(fmt::format("a guest that is larger than its {} makes it page as soon as it uses what it has", kind))
      .Advise(fmt::format("give the guest less, or its {} more", kind));
  ListNames(finding, names);
  AboutAll(finding, names);
}

void Run(const Model& model, model::RuleReporter& report) {
  // One message per statement and limit; the second site that shows the same mistake adds nothing.
  using Key = std::tuple<Limit, SpanKey, SpanKey>;
  Gathered<Key, const Placement*> found;
  std::map<std::pair<std::uint32_t, Key>, bool> told;
  for (const Placement& guest : model.placements) {
    if (!guest.host.valid()) continue;
    const auto limit = ExceededBy(model, guest);
    if (!limit) continue;
    const Span other =
        *limit == Limit::kHost ? model.at(guest.host).resources.memory.span() : guest.resources.max_memory.span();
    const Key key{*limit, KeyOf(guest.resources.memory.span()), KeyOf(other)};
    if (told.try_emplace({guest.system.index, key}, true).second) found.Add(key, &guest);
  }
  for (const auto& group : found.groups()) {
    const Placement& guest = *group.front();
    const auto names = NamesOf(model, group);
    switch (*ExceededBy(model, guest)) {
      case Limit::kOwnMaximum:
        TellOwnMaximum(model, guest, names, report);
        break;
      case Limit::kRelease:
        TellRelease(model, guest, names, report);
        break;
      case Limit::kHost:
        TellHost(model, guest, names, report);
        break;
    }
  }
}

constexpr std::string_view kExplanation =
    R"(A guest's storage is larger than something that limits it:

- its own maximum. A directory entry has two sizes, the one the guest starts
  with and the most it may define. When the first is larger DIRECTXA stops
  with HCPDIR1776E, and the new directory isn't put online: no guest that it
  brings can log on.
- what its z/VM release gives a virtual machine. Under an older release at the
  vendor's a size that works at home is refused.
- its z/VM's own memory (a warning). CP pages the rest, and Linux, which fills
  its memory with caches, touches all of it. At home it may fit; at the
  recovery site z/VM often has less.

To repair it, correct the sizes (`memory 2 GiB maximum 4 GiB`), or ask for
more for the z/VM. A guest under a vendor's z/VM is compared with that one's
memory only when the spec says it.

Source: DIRECTXA's message as met in IBM/zvm_ansible; largest virtual machine
of a release: see the library's entries.)";

constexpr std::string_view kBad = R"(hotsite 1

zvm VMPROD {
  memory 24 GiB
  linux LNX1 { memory 4 GiB maximum 2 GiB }
}

site home {
  machine CEC { lpar VMPROD }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zvm VMPROD {
  memory 24 GiB
  linux LNX1 { memory 2 GiB maximum 4 GiB }
}

site home {
  machine CEC { lpar VMPROD }
}
)";

}  // namespace

const model::Rule kGuestMemoryTooLarge = {
    .title = "A guest's memory exceeds its maximum, what its z/VM's release gives, or its z/VM's own memory.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
