#include <algorithm>
#include <set>

#include "compiler/model/saved.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"
#include "compiler/support/text_writer.h"

namespace hotsite::rules {
namespace {

using model::Machine;
using model::Model;
using model::TapeModel;

/// What the drives of a site can read; nothing where the library doesn't know all of them.
struct Readable {
  std::set<std::string> formats;
  std::vector<std::string> in_order;
  std::vector<std::string> titles;
  const Machine* machine = nullptr;
  bool sourced = true;
};

std::optional<Readable> ReadableAt(const Model& model, const model::Site& site) {
  Readable all;
  for (const model::MachineId id : site.machines) {
    const auto& tape = model.at(id).tape;
    if (!tape) continue;
    if (!tape->model.valid() || !model.at(tape->model).reads.known()) return std::nullopt;
    const TapeModel& drive = model.at(tape->model);
    for (const std::string& format : *drive.reads) {
      if (all.formats.insert(format).second) all.in_order.push_back(format);
    }
    all.titles.push_back(drive.title);
    all.sourced = all.sourced && drive.reads.sourced();
    if (all.machine == nullptr) all.machine = &model.at(id);
  }
  return all.machine == nullptr ? std::nullopt : std::optional(all);
}

/// The systems of the site that come from tapes written on a machine at home.
std::vector<std::string> WrittenOn(const Model& model, const model::Savings& savings, const model::Site& site,
                                   const Machine& home) {
  std::vector<std::string> names;
  for (const model::PlacementId id : site.placements) {
    const model::Placement* at_home = AtHome(model, model.at(id));
    if (at_home == nullptr || &model.at(at_home->machine) != &home) continue;
    if (model::FromTapeOf(model, savings, model.at(id))) names.push_back(NameOf(model, id));
  }
  return names;
}

void Tell(const Model& model, const model::Site& site, const Readable& readable, const Machine& home,
          const std::vector<std::string>& names, model::RuleReporter& report) {
  const TapeModel& writer = model.at(home.tape->model);
  const std::vector<std::string>& writes = *writer.writes;
  const bool none = std::none_of(writes.begin(), writes.end(),
                                 [&](const std::string& format) { return readable.formats.contains(format); });
  // A drive that writes an older format too may have been told to; and a fact without a source is no ground for
  // refusing a spec.
  const bool sure = none && readable.sourced && writer.writes.sourced();
  const Span at = readable.machine->tape->count.span();
  auto& finding =
      report.At(sure ? Severity::kError : Severity::kWarning, at, "the drives at `{}` can't read what `{}` writes{}",
                site.name, home.name, none ? "" : ", unless it writes an older format");
  finding.Here(fmt::format("{} reads {}", JoinWords(readable.titles), JoinWords(readable.in_order, "or")))
      .Mark(home.tape->count.span(), fmt::format("{} writes {}", writer.title, JoinWords(writes, "or")))
      .Note(sure ? "source: " + writer.writes.source
                 : "the library has no source for these formats: ask the vendor what the drives read")
      .Note(fmt::format("{} {} from these tapes", FewNames(names), names.size() == 1 ? "comes" : "come"))
      .Advise("ask for drives that read it")
      .Advise(none ? "or write the last copy before the test on older drives"
                   : fmt::format("or write it in {} at home, and accept this", writes.front()));
  ListNames(finding, names, kFewNames);
  AboutAll(finding, names);
}

bool ReadsNewest(const Readable& readable, const TapeModel& writer) {
  return (*writer.writes).empty() || readable.formats.contains((*writer.writes).back());
}

void Run(const Model& model, model::RuleReporter& report) {
  const model::Savings savings(model);
  const model::Site* home = model.home();
  if (home == nullptr) return;
  for (const model::Site& site : model.sites) {
    const auto readable = site.recovery ? ReadableAt(model, site) : std::nullopt;
    if (!readable) continue;
    for (const model::MachineId id : home->machines) {
      const Machine& machine = model.at(id);
      if (!machine.tape || !machine.tape->model.valid()) continue;
      const TapeModel& writer = model.at(machine.tape->model);
      if (!writer.writes.known() || ReadsNewest(*readable, writer)) continue;
      const auto names = WrittenOn(model, savings, site, machine);
      if (!names.empty()) Tell(model, site, *readable, machine, names, report);
    }
  }
}

constexpr std::string_view kExplanation =
    R"(The tape drives at the recovery site can't read the cartridges that the drives
at home write.

A cartridge looks the same for twenty years; what is recorded on it doesn't. A
drive reads the formats of a few generations back, never one that came after
it, and newer drives drop old ones: a TS1150 no longer reads what a TS1130
wrote. So a vendor with older drives, or with much newer ones, can mount every
cartridge and read none.

The spec says what the drives are by names of the library: `tape drives 4
reading ts1140` at home, `tape drives 6 reading ts1150` at the site. What a
drive writes last in its list is what it writes if nobody tells it otherwise.
A drive that can write an older format too may have been told to: then this is
a warning; so it is where the library has no source for the formats.

To repair it, ask for drives that read what you write, or write older.

Not judged: drives said by another word (`reading 3592`: many generations look
so), or not at all at home; systems that don't come from tape.)";

constexpr std::string_view kBad = R"(hotsite 1

use std.tape

zos PRODA {
  memory 8 GiB
  backup weekly full to tape
}

site home {
  machine CEC {
    tape drives 4 reading ts1160
    lpar PRODA
  }
}

recovery "2026" {
  site hotsite {
    machine BIGBOX {
      tape drives 6 reading ts1140
      lpar PRODA
    }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

use std.tape

zos PRODA {
  memory 8 GiB
  backup weekly full to tape
}

site home {
  machine CEC {
    tape drives 4 reading ts1160
    lpar PRODA
  }
}

recovery "2026" {
  site hotsite {
    machine BIGBOX {
      tape drives 6 reading ts1160
      lpar PRODA
    }
  }
}
)";

}  // namespace

const model::Rule kUnreadableTape = {
    .title = "The drives at the recovery site can't read the tapes of home.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
