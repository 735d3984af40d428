#include <algorithm>
#include <cctype>

#include "compiler/rules/edits.h"
#include "compiler/rules/rules.h"
#include "compiler/rules/supply.h"
#include "compiler/rules/wording.h"

namespace hotsite::rules {
namespace {

using model::Model;
using model::Placement;

/// IFLs and nothing else.
bool OnIfl(const model::Resources& resources) {
  const auto& engines = resources.engines;
  return engines.known() && engines->types == std::vector{EngineType::kIfl};
}

bool MayBeOnCp(const model::Resources& resources) {
  return resources.engines.known() && resources.engines->Allows(EngineType::kCp);
}

enum class Speed : std::uint8_t { kUnsaid, kFull, kReduced, kUnknown };

/// What a capacity setting says of the speed of CPs. Sources: IBM System z10 EC Reference Guide (401-412, 501-512 and
/// 601-612 are sub-capacity, 7xx is full speed); IBM z13s Technical Guide (Axx to Zxx, where Zxx is full speed).
Speed SpeedOf(const model::Stated<std::string>& capacity) {
  if (capacity.absent()) return Speed::kUnsaid;
  if (capacity.open()) return Speed::kUnknown;
  const std::string& setting = *capacity;
  if (setting == "full") return Speed::kFull;
  if (setting.size() != 3) return Speed::kUnknown;
  const char first = static_cast<char>(std::toupper(static_cast<unsigned char>(setting[0])));
  if (first == '7' || first == 'Z') return Speed::kFull;
  return (first >= '4' && first <= '6') || (first >= 'A' && first < 'Z') ? Speed::kReduced : Speed::kUnknown;
}

void OfferCapacity(const model::Machine& machine, const SourceMap& sources, Diagnostic& finding) {
  if (!Editable(machine.written)) {
    finding.Advise("say what the CPs must be, in the machine: `capacity full`, or ask for it: `capacity ?`");
    return;
  }
  finding.Offer("ask for CPs of full speed", {InsertIntoBlock(sources, machine.written, "capacity full")})
      .Offer("ask the vendor which capacity setting the machine has",
             {InsertIntoBlock(sources, machine.written, "capacity ?")});
}

/// All systems of one machine are one mistake: its capacity setting.
void Tell(const Model& model, const std::vector<const Placement*>& group, model::RuleReporter& report) {
  const Placement& here = *group.front();
  const model::Machine& machine = model.at(here.machine);
  const auto names = NamesOf(model, group);
  const bool reduced = SpeedOf(machine.capacity) == Speed::kReduced;
  const bool may = here.resources.engines->types.size() > 1;
  auto& finding =
      report.Warn(here.resources.engines.span(), "{} {} run on CPs at `{}`, and {}", FewNames(names),
                  may ? "may" : "would", model.at(here.site).name,
                  reduced ? fmt::format("those of `{}` run at the reduced setting {}", machine.name, *machine.capacity)
                          : fmt::format("the spec doesn't say how fast those of `{}` are", machine.name));
  finding.Here(fmt::format("{} here", here.resources.engines->ToString()))
      .Mark(AtHome(model, here)->resources.engines.span(), "IFL at home")
      .Mark(reduced ? machine.capacity.span() : machine.written.name,
            reduced ? "sub-capacity: slower than an IFL" : "its capacity setting isn't said")
      .Note("an IFL always runs at full speed; a CP runs at the speed of the machine's capacity setting")
      .Note("software that is licensed for IFLs may need other licences on CPs: ask its vendors");
  if (reduced) {
    finding.Advise("ask for IFLs, for CPs of full speed (`capacity full`), or for more processors");
  } else {
    OfferCapacity(machine, report.sources(), finding);
  }
  ListNames(finding, names, kFewNames);
  AboutAll(finding, names);
}

void Run(const Model& model, model::RuleReporter& report) {
  Gathered<model::MachineId, const Placement*> moved;
  ForEachBesideHome(model, [&](const Placement& here, const Placement& home) {
    if (!OnIfl(home.resources) || !MayBeOnCp(here.resources) || !here.machine.valid()) return;
    const Speed speed = SpeedOf(model.at(here.machine).capacity);
    if (speed == Speed::kUnsaid || speed == Speed::kReduced) moved.Add(here.machine, &here);
  });
  for (const auto& group : moved.groups()) Tell(model, group, report);
}

constexpr std::string_view kExplanation =
    R"(A system runs on IFLs at home and may get CPs at the recovery site, and nothing
says how fast those are.

An IFL always runs at full speed. A CP runs at the speed of the machine's
capacity setting, which is bought: on a large machine a model-capacity
identifier 7xx means full speed, 6xx, 5xx and 4xx less, 4xx of a z10 EC less
than a quarter. On a small one Zxx means full speed and Axx the least. So 3
CPs instead of 3 IFLs can be 3 good ones, or less than one; the counts agree,
and the Linux guests crawl. A vendor who is asked for "3 CP or IFL" and has
CPs left gives those.

Licences are the other half: software for Linux is mostly licensed by IFL, and
z/OS software by the capacity of the CPs, to which a z/VM on CPs now belongs.

To repair it, say what you need in the machine: `capacity full`, or an
identifier such as `capacity 710`; or ask: `capacity ?`. The request then
demands it, or has a question. Nothing is reported where the setting is of
full speed, or asked for.

The request demands full speed for such a system in any case; this warning is
there because only you know whether the count was made for IFLs, and who has
to be asked about licences.

Sources: IBM System z10 EC Reference Guide (capacity settings, specialty
engines); IBM z13s Technical Guide (Axx to Zxx).)";

constexpr std::string_view kBad = R"(hotsite 1

zvm VMPROD { processors 3 IFL }

site home {
  machine CEC { lpar VMPROD }
}

recovery "2009" {
  site hotsite {
    machine BIGBOX {
      lpar VMPROD { processors 3 CP or IFL }
    }
  }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zvm VMPROD { processors 3 IFL }

site home {
  machine CEC { lpar VMPROD }
}

recovery "2009" {
  site hotsite {
    machine BIGBOX {
      capacity full
      lpar VMPROD { processors 3 CP or IFL }
    }
  }
}
)";

}  // namespace

const model::Rule kOtherEngines = {
    .title = "A system runs on IFLs at home and may run on slower CPs at the recovery site.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
