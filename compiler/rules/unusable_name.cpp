#include <algorithm>
#include <optional>

#include "compiler/rules/rules.h"
#include "compiler/rules/wording.h"
#include "compiler/support/text_writer.h"
#include "compiler/values/names.h"

namespace hotsite::rules {
namespace {

using model::Model;

/// For how many names the text is searched to see whether a fix is certain.
constexpr std::size_t kMostSearched = 20;

using Check = std::optional<std::string> (*)(std::string_view);

/// A name that can't be used, and what it names.
struct Bad {
  std::string name;
  std::string why;
  const char* what;  // user ID, volume label, …
  Check check;
  Span span;
  bool generated;
  std::string system;
};
using AllBad = Gathered<std::pair<SpanKey, std::string>, Bad>;  // a place in the text, and what is named there

class Collector {
 public:
  explicit Collector(const Model& model) : model_(model) {}

  AllBad Collect() {
    for (const model::System& system : model_.systems) LookAt(system);
    for (const model::Partition& partition : model_.partitions) {
      const bool occupied = partition.occupant.valid();
      const std::string& system = occupied ? NameOf(model_, partition.occupant) : partition.name;
      // A partition that is called as its system is told there.
      if (occupied && partition.name == system && WhyNotUserid(system)) continue;
      Look(partition.name, "partition name", WhyNotPartitionName, partition.written.name, partition.written.generated,
           system);
    }
    for (const model::Placement& placement : model_.placements) {
      const std::string& system = model_.SystemOf(placement).name;
      for (const model::PlacedLan& placed : placement.lans) LookAt(placed.lan, system);
      LookAtNode(placement.settings, system);
      for (const model::PlacedVolumes& volumes : placement.volumes) {
        for (const std::string& label : volumes.labels)
          Look(label, "volume label", WhyNotVolser, volumes.devices.span(), true, system);
      }
    }
    for (const model::Cluster& cluster : model_.clusters) {
      Look(cluster.name, "cluster name", WhyNotUserid, cluster.written.name, cluster.written.generated, cluster.name);
      LookAtVolumes(cluster.volumes, cluster.name);
    }
    for (const model::Sysplex& sysplex : model_.sysplexes) {
      Look(sysplex.name, "sysplex name", WhyNotUserid, sysplex.written.name, sysplex.written.generated, sysplex.name);
      LookAtVolumes(sysplex.volumes, sysplex.name);
    }
    for (const model::Network& network : model_.networks) LookAtShown(network, "network name");
    for (const model::Site& site : model_.sites) LookAtShown(site, "site name");
    for (const model::Machine& machine : model_.machines) LookAtShown(machine, "machine name");
    for (const model::Carrier& carrier : model_.carriers) LookAtShown(carrier, "carrier name");
    for (const model::Channel& channel : model_.channels) LookAtShown(channel, "channel name");
    for (const model::Replication& one : model_.replications) LookAtShown(one, "replication name");
    return std::move(bad_);
  }

 private:
  /// A name that no system takes, but that stands in every document.
  template <class Named>
  void LookAtShown(const Named& named, const char* what) {
    Look(named.name, what, WhyNotSpecName, named.written.name, named.written.generated, named.name);
  }

  void LookAt(const model::System& system) {
    if (system.kind == model::SystemKind::kExternal) return LookAtShown(system, "system name");
    Look(system.name, system.is_linux() ? "user ID" : "system name", WhyNotUserid, system.written.name,
         system.written.generated, system.name);
    if (system.tcpip) {
      Look(system.tcpip->userid, "user ID", WhyNotUserid, system.tcpip->written.name, system.tcpip->written.generated,
           system.name);
    }
    LookAtNode(system.settings, system.name);
    LookAtVolumes(system.volumes, system.name);
    for (const model::Disk& disk : system.disks) {
      if (!disk.volume.empty())
        Look(disk.volume, "volume label", WhyNotVolser, disk.volume_span, disk.written.generated, system.name);
    }
  }

  void LookAtNode(const model::SystemSettings& settings, const std::string& system) {
    if (settings.node.known()) Look(*settings.node, "node name", WhyNotUserid, settings.node.span(), true, system);
  }

  void LookAtVolumes(const std::vector<model::Volumes>& all, const std::string& owner) {
    for (const model::Volumes& volumes : all) {
      for (const std::string& label : volumes.labels)
        Look(label, "volume label", WhyNotVolser, volumes.span, true, owner);
    }
  }

  void LookAt(const model::Lan& lan, const std::string& system) {
    Look(lan.name,
         lan.is_bridge()    ? "bridge name"
         : lan.is_vswitch() ? "vswitch name"
                            : "guest LAN name",
         lan.is_bridge() ? WhyNotInterfaceName : WhyNotLanName, lan.written.name, lan.written.generated, system);
    if (!lan.controllers.known()) return;
    for (const std::string& userid : *lan.controllers)
      Look(userid, "user ID", WhyNotUserid, lan.controllers_span, true, system);
  }

  void Look(const std::string& name, const char* what, Check check, Span span, bool generated,
            const std::string& system) {
    auto why = check(name);
    if (!why) return;
    // The same name at the same place again (a LAN at the next site) is no further mistake.
    if (!seen_.try_emplace({KeyOf(span), name}, true).second) return;
    bad_.Add({KeyOf(span), what}, {name, std::move(*why), what, check, span, generated, system});
  }

  const Model& model_;
  AllBad bad_;
  std::map<std::pair<SpanKey, std::string>, bool> seen_;
};

bool IsWordCharacter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '@' ||
         c == '#' || c == '$' || c == '-';
}

/// How often the word stands in the text of all files.
std::size_t Occurrences(const SourceMap& sources, std::string_view word) {
  std::size_t count = 0;
  for (std::uint32_t file = 0; file < sources.size(); ++file) {
    const std::string_view text = sources.Get(FileId{file}).text();
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
      const bool starts = at == 0 || !IsWordCharacter(text[at - 1]);
      const std::size_t end = at + word.size();
      if (starts && (end == text.size() || !IsWordCharacter(text[end]))) ++count;
    }
  }
  return count;
}

/// `VMAP01-VMAP02`: the labels at the ends of what was meant as a range; empty for anything else.
std::vector<std::string> EndsOfRange(const Bad& bad) {
  const std::size_t dash = bad.name.find('-');
  if (bad.check != WhyNotVolser || dash == std::string::npos) return {};
  std::vector<std::string> ends{bad.name.substr(0, dash), bad.name.substr(dash + 1)};
  const bool good =
      !ends[0].empty() && ends[0].size() == ends[1].size() && !WhyNotVolser(ends[0]) && !WhyNotVolser(ends[1]);
  return good ? ends : std::vector<std::string>();
}

/// `LNXWEB{n:00}` for `LNXWEB00{n}` or `LNXSERV{n}`: as many digits as the largest number has, where that makes every
/// name short enough. Empty where it doesn't, or where the name isn't made of one number.
std::string WithWidth(std::string_view written, const std::vector<std::string>& names) {
  const std::size_t open = written.find('{'), close = written.find('}');
  if (open == std::string_view::npos || close + 1 != written.size()) return {};
  const std::string_view value = written.substr(open + 1, close - open - 1);
  std::size_t stem = open;
  while (stem > 0 && written[stem - 1] == '0') --stem;
  if (stem == open || value.find_first_of("{:") != std::string_view::npos) return {};
  const std::size_t longest = std::max_element(names.begin(), names.end(), [](const auto& a, const auto& b) {
                                return a.size() < b.size();
                              })->size();
  const std::size_t digits = longest > open ? longest - open : 1;
  const std::string made = std::string(written.substr(0, stem)) + std::string(digits, '1');
  if (WhyNotUserid(made)) return {};
  if (digits == 1) return fmt::format("{}{{{}}}", written.substr(0, stem), value);
  return fmt::format("{}{{{}:{}}}", written.substr(0, stem), value, std::string(digits, '0'));
}

/// The way out where it is sure: upper case, of a name that is written once and not made by a `for` or a profile.
void AddHelp(const Bad& bad, const std::vector<std::string>& names, const SourceMap& sources, bool search,
             Diagnostic& finding) {
  if (const std::vector<std::string> ends = EndsOfRange(bad); !ends.empty()) {
    finding.Advise(fmt::format("a range of labels isn't known here; write each one: `{}, {}`", ends[0], ends[1]));
    return;
  }
  std::string_view written = bad.span.valid() ? sources.Text(bad.span) : std::string_view();
  if (written.size() > 2 && written.front() == '"') written = written.substr(1, written.size() - 2);
  if (const std::string shorter = WithWidth(written, names); !shorter.empty()) {
    finding.Offer(fmt::format("write `{}`, with no more digits than the largest number needs", shorter),
                  {{bad.span, fmt::format("\"{}\"", shorter)}});
    return;
  }
  const std::string upper = ToUpper(bad.name);
  if (upper == bad.name || bad.check(upper)) {
    finding.Advise(fmt::format("choose another {}", bad.what));
    return;
  }
  const bool once = search && !bad.generated && bad.span.valid() && sources.Text(bad.span) == bad.name &&
                    Occurrences(sources, bad.name) == 1;
  if (once) {
    finding.Fix(fmt::format("write it in upper case: `{}`", upper), {{bad.span, upper}});
  } else {
    finding.Advise(fmt::format("write it in upper case wherever it stands: `{}`", upper));
  }
}

void Run(const Model& model, model::RuleReporter& report) {
  const AllBad all = Collector(model).Collect();
  std::size_t searched = 0;
  for (const auto& group : all.groups()) {
    const Bad& head = group.front();
    std::vector<std::string> names, systems;
    for (const Bad& bad : group) {
      names.push_back(bad.name);
      systems.push_back(bad.system);
    }
    auto& finding = group.size() == 1
                        ? report.Error(head.span, "`{}` can't be a {}: it {}", head.name, head.what, head.why)
                        : report.Error(head.span, "{} names made here can't be {}s: `{}` {}", group.size(), head.what,
                                       head.name, head.why);
    finding.Here(head.what);
    ListNames(finding, names);
    AddHelp(head, names, report.sources(), group.size() == 1 && searched++ < kMostSearched, finding);
    AboutAll(finding, systems);
  }
}

constexpr std::string_view kExplanation =
    R"(A name in the spec ends up in a z/VM directory, a system configuration or an
I/O definition that doesn't take it:

- a user ID (every Linux guest, the TCP/IP stack, the controllers): 1 to 8
  characters A-Z 0-9 @ # $ _ -, not a word that CP keeps for itself, not only
  digits (looks like a spool file), not `T` or `TO`.
- a volume label: 1 to 6 characters A-Z 0-9 # @ $ : - +.
- a vswitch or guest LAN: 1 to 8 characters A-Z 0-9 @ # $ _.
- a partition: 1 to 8 characters A-Z 0-9, beginning with a letter.
- a network, a site, a machine, an OSA, HiperSockets, an external system: only
  people read these names, in documents and comments. 1 to 32 letters, digits,
  `_` and `-`, beginning with a letter.

CP is strict about these at the worst of times: DIRECTXA stops at the first
such statement and puts nothing online, so one long name keeps all new guests
from logging on; a DEFINE LAN with a wrong name just isn't done, and the
guests come up without a network.

Names are upper case. A spec may be typed in any case elsewhere, but a name is
carried into the files letter by letter.

To repair it, write the name in upper case or choose another one, here and
wherever it is mentioned. A name made by a `for` grows with its number:
`"LNXSERVER{n}"` has nine characters from the first on. `"LNXWEB{n:00}"` makes
LNXWEB01 to LNXWEB12: it gives every number two digits.

Source: CP Planning and Administration, USER and SUBCONFIG statements; CP
Commands, COUPLE and DEFINE LAN; DirMaint Commands Reference, DEDICATE (volume
labels); IOCP User's Guide, RESOURCE (from knowledge).)";

constexpr std::string_view kBad = R"(hotsite 1

zvm VMPROD {
  linux LINUXSERVER { memory 1 GiB }
}

site home {
  machine CEC { lpar VMPROD }
}
)";

constexpr std::string_view kGood = R"(hotsite 1

zvm VMPROD {
  linux LNXSERV { memory 1 GiB }
}

site home {
  machine CEC { lpar VMPROD }
}
)";

}  // namespace

const model::Rule kUnusableName = {
    .title = "A name can't be used as user ID, volume label, LAN, partition or network name.",
    .run = Run,
    .explanation = kExplanation,
    .bad = kBad,
    .good = kGood,
};

}  // namespace hotsite::rules
