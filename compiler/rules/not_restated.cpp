#include <map>

#include "compiler/rules/edits.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/supply.h"
#include "compiler/rules/wording.h"
#include "compiler/support/text_writer.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::PartitionSettings;
using model::Placement;

/// One thing of a partition that home states, that doesn't hold elsewhere, and that the site says nothing of.
struct Gap {
  std::string what;  // load address
  Span home;
  std::string statement;  // that asks for it
};

bool NeedsNumbers(const PartitionSettings& here) {
  return here.console_means.value_or(model::ConsoleMeans::kOsaIcc) == model::ConsoleMeans::kOsaIcc;
}

std::vector<Gap> GapsOf(const PartitionSettings& here, const PartitionSettings& home) {
  std::vector<Gap> gaps;
  if (home.load.known() && here.load.absent())
    gaps.push_back({"load address", home.load.span(), home.load_parameter.absent() ? "load ?" : "load ? parameter ?"});
  // Domains are as at home where the site says nothing, but it is the vendor's machine whose domains are free or not.
  if (home.crypto_domains.known() && KeyOf(here.crypto_domains.span()) == KeyOf(home.crypto_domains.span()))
    gaps.push_back({"crypto domains", home.crypto_domains.span(), "crypto domains ?"});
  if (home.console_devices.known() && here.console_devices.absent() && NeedsNumbers(here)) {
    const bool said = KeyOf(here.consoles.span()) != KeyOf(home.consoles.span());
    gaps.push_back({"device numbers of the consoles", home.console_devices.span(),
                    said ? "" : fmt::format("consoles {} devices ?", *home.consoles)});
  }
  return gaps;
}

struct Partition {
  const model::Partition* here;
  std::string system;
  std::vector<Gap> gaps;
};
using Partitions = Gathered<std::tuple<SpanKey, SpanKey>, Partition>;

void TellPartition(const Model& model, const std::vector<Partition>& group, model::RuleReporter& report) {
  const Partition& head = group.front();
  std::vector<std::string> names;
  for (const Partition& one : group) names.push_back(one.system);
  std::vector<std::string> what;
  std::string statements;
  bool editable = Editable(head.here->written) && group.size() == 1;
  for (const Gap& gap : head.gaps) {
    what.push_back(gap.what);
    editable = editable && !gap.statement.empty();
    statements += (statements.empty() ? "" : "; ") + gap.statement;
  }
  auto& finding = report.Warn(
      head.here->written.name, "{} of {} {} stated for home only, not for `{}`", JoinWords(what), FewNames(names),
      what.size() == 1 && what[0] == "load address" ? "is" : "are", model.at(head.here->site).name);
  finding.Here("nothing is said or asked here");
  for (const Gap& gap : head.gaps) finding.Mark(gap.home, fmt::format("{} at home", gap.what));
  finding.Note("another machine has others, and what isn't asked for isn't known on the morning of the test");
  if (editable) {
    finding.Offer("ask the vendor", {InsertIntoBlock(report.sources(), head.here->written, statements)});
  } else {
    finding.Advise("ask the vendor: `?`");
  }
  ListNames(finding, names, kFewNames);
  AboutAll(finding, names);
}

/// A path to a SCSI disk.
struct Path {
  const Placement* placement;
  const model::PlacedFcp* here;
  Span home;
};
using Paths = Gathered<std::tuple<SpanKey, std::uint32_t>, Path>;

const model::FcpPath& Declared(const Model& model, const Path& path) {
  return model.SystemOf(*path.placement).fcp[path.here->index];
}

std::vector<std::string> NamesOf(const Model& model, const std::vector<Path>& group) {
  std::vector<std::string> names;
  for (const Path& path : group) {
    const std::string& name = model.SystemOf(*path.placement).name;
    if (names.empty() || names.back() != name) names.push_back(name);
  }
  return names;
}

void TellPort(const Model& model, const std::vector<Path>& group, model::RuleReporter& report) {
  const Path& head = group.front();
  const auto names = NamesOf(model, group);
  auto& finding =
      report.Warn(head.here->wwpn.span(), "fcp {} of {} leads to the storage port of home at `{}`",
                  Declared(model, head).device.ToString(), FewNames(names), model.at(head.placement->site).name);
  finding.Here("this WWPN")
      .Mark(head.home, "is that of home")
      .Note("a WWPN is one port in all the world, and the vendor's storage has others")
      .Offer("ask for it", ReplaceValue(head.placement->written, head.here->wwpn.span(), "?"))
      .Advise("where the same storage is reached from both sites, say so: `because \"…\"`");
  ListNames(finding, names, kFewNames);
  AboutAll(finding, names);
}

void TellChannel(const Model& model, const std::vector<Path>& group, model::RuleReporter& report) {
  const Path& head = group.front();
  const auto names = NamesOf(model, group);
  const std::string& site = model.at(head.placement->site).name;
  auto& finding = report.Warn(model.at(head.placement->site).written.name,
                              "no FCP channels are asked for at `{}`, and {} {} SCSI disks by them", site,
                              FewNames(names), names.size() == 1 ? "reaches its" : "reach their");
  finding.Here("no `fcp` of a machine here is for it")
      .Mark(head.home, "the channels at home")
      .Mark(Declared(model, head).written.name, "a path that needs one")
      .Note("the request asks for storage ports and LUNs, and nothing there leads to them")
      .Advise(fmt::format("ask for them in its machine: `fcp SAN for {} {{ chpids 2; devices ? }}`", names.front()));
  ListNames(finding, names, kFewNames);
  AboutAll(finding, names);
}

class Finder {
 public:
  explicit Finder(const Model& model) : model_(model) {}

  void Look(const Placement& here, const Placement& home) {
    if (!here.host.valid() && !home.host.valid()) LookAtPartition(here, home);
    for (std::size_t i = 0; i < here.fcp.size() && i < home.fcp.size(); ++i) {
      const model::PlacedFcp& path = here.fcp[i];
      const model::Stated<Wwpn>& port = model_.SystemOf(here).fcp[path.index].wwpn;
      if (path.wwpn.known() && port.known() && *path.wwpn == *port && path.wwpn.reason().empty())
        ports.Add({KeyOf(path.wwpn.span()), 0}, {&here, &path, port.span()});
      if (!path.channel.valid() && home.fcp[i].channel.valid()) {
        const Span span = model_.at(home.fcp[i].channel).written.name;
        channels.Add({KeyOf(span), here.site.index}, {&here, &path, span});
      }
    }
  }

  Partitions partitions;
  Paths ports, channels;

 private:
  void LookAtPartition(const Placement& here, const Placement& home) {
    const model::Partition& partition = model_.at(here.partition);
    if (partition.occupant != model_.IdOf(here)) return;
    auto gaps = GapsOf(partition.settings, model_.at(home.partition).settings);
    if (gaps.empty()) return;
    const SpanKey first = KeyOf(gaps.front().home);
    partitions.Add({KeyOf(partition.written.name), first}, {&partition, model_.SystemOf(here).name, std::move(gaps)});
  }

  const Model& model_;
};

void Run(const Model& model, model::RuleReporter& report) {
  Finder finder(model);
  ForEachBesideHome(model, [&](const Placement& here, const Placement& home) { finder.Look(here, home); });
  for (const auto& group : finder.partitions.groups()) TellPartition(model, group, report);
  for (const auto& group : finder.ports.groups()) TellPort(model, group, report);
  for (const auto& group : finder.channels.groups()) TellChannel(model, group, report);
}

constexpr std::string_view kExplanation =
    R"(What isn't said at a recovery site is as at home; but some things belong to a
machine or to a storage and can't be. The spec states them for home and says
nothing of them at the site:

- the load address, and with it z/OS's load parameter, which begins with the
  number of the IODF's volume. Without it nobody knows at the HMC what to
  load;
- the device numbers of the operator consoles. A z/VM whose Operator_Consoles
  names no console that is active loads a disabled wait state and stops, before
  anybody could type a word;
- crypto domains. The request then asks for home's, which may be in use by
  another customer of the vendor's machine;
- the storage port (WWPN) of a path to a SCSI disk, said again with home's
  value; and FCP channels at all, when the systems have some at home.

To repair it, ask: `load ?`, `consoles 2 devices ?`, `crypto domains ?`. The
vendor's answer goes in its place.

Not meant: consoles of the HMC (`by integrated_3270`), which have no device
number; WWPN and LUN that the site doesn't mention, since the request asks for
those by itself; what has a reason (`because "…"`).

Source: zvm-bootcamp course, Operator_Consoles ("If no devices on the list are
active, CP loads a disabled wait state and terminates"); z/OS MVS System
Commands, LOAD parameter; PR/SM Planning Guide, usage domains.)";

constexpr std::string_view kBad = R"(hotsite 1

zvm VMPROD { memory 8 GiB }

site home {
  machine CEC {
    lpar VMPROD { consoles 2 by osa_icc devices 0700-0701 }
  }
}

recovery "2009" {
  site hotsite {
    machine BIGBOX { lpar VMPROD }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zvm VMPROD { memory 8 GiB }

site home {
  machine CEC {
    lpar VMPROD { consoles 2 by osa_icc devices 0700-0701 }
  }
}

recovery "2009" {
  site hotsite {
    machine BIGBOX {
      lpar VMPROD { consoles 2 by osa_icc devices ? }
    }
  }
}
)";

}  // namespace

const model::Rule kNotRestated = {
    .title = "What belongs to home's machine or storage is not restated for the recovery site.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
