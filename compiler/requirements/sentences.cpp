// Placement, capacity, storage, and the rows about consoles, identity, schedule and people; connections are in
// sentences_network.cpp.
#include "compiler/requirements/sentences.h"

#include <fmt/format.h>

#include "compiler/support/text_writer.h"

namespace hotsite::requirements {
namespace {

std::string Counted(Amount amount, std::string_view one, std::string_view many) {
  return fmt::format("{} {} {}", ToString(amount.comparator), amount.number, amount.number == 1 ? one : many);
}

std::string Sized(const model::Stated<MemorySize>& size) {
  return fmt::format("{} {}", ToString(size.comparator()), size->ToString());
}

/// `accept deviations and declare a disaster`.
std::string Authority(Names may) {
  for (std::string& power : may) {
    if (power == "declare") power = "declare a disaster";
  }
  return JoinWords(may);
}

std::string_view ProcessorsOf(const Runner& runner) { return runner.guest() ? "virtual" : "logical"; }

}  // namespace

std::string Runner::Named() const {
  if (guest()) return "guest " + system;
  if (vendors) return kind + " " + system;
  return partition.empty() || partition == system ? "partition " + system
                                                  : fmt::format("partition {} of the system {}", partition, system);
}

std::string SayPartition(const Runner& runner) {
  return fmt::format("The {} SHALL {} logical partition. It SHALL NOT be a guest of any z/VM system.", runner.Named(),
                     runner.vendors ? "run in a" : "be a");
}

std::string SayGuest(const Runner& runner) {
  const std::string first = fmt::format("The {} SHALL run directly under the {} {}, at virtualization level {}.",
                                        runner.Named(), runner.host_kind, runner.host, runner.level);
  return runner.level == 2
             ? fmt::format("{} It SHALL NOT run under a {} that is itself a guest.", first, runner.host_kind)
             : first;
}

std::string SayOnlyHypervisor(const std::string& kind, const std::string& hypervisor) {
  return fmt::format(
      "Exactly one {1}, {0} itself, SHALL lie between PR/SM and each Linux guest of {0} listed in annex B.", hypervisor,
      kind);
}

std::string SayOneMachine(const Names& systems, const std::string& machine) {
  return fmt::format("The partitions of {} SHALL {} be on one central processor complex, named {} in this request.",
                     JoinWords(systems), systems.size() == 2 ? "both" : "all", machine);
}

std::string SayMachineModel(const std::string& machine, const std::string& title) {
  return fmt::format("The machine {} SHALL be exactly of the model {}.", machine, title);
}

std::string SayDirectoryEntries(const std::string& zvm, std::size_t guests) {
  return fmt::format(
      "The user directory of the z/VM system {} SHALL contain {} that annex E gives for it before the start of the "
      "test period.",
      zvm, guests == 1 ? "the entry of the guest" : fmt::format("the entries of the {} guests", guests));
}

std::string SayProcessors(const Runner& runner, Amount count) {
  const std::string kind(ProcessorsOf(runner));
  return fmt::format("The {} SHALL have {}.", runner.Named(),
                     Counted(count, kind + " processor", kind + " processors"));
}

std::string SayEngineType(const Runner& runner, EngineType type) {
  return fmt::format("Each {} processor of the {} SHALL be of type {}.", ProcessorsOf(runner), runner.Named(),
                     ToString(type));
}

std::string SayEngineChoice(const Runner& runner, const EngineChoice& choice) {
  Names types;
  for (const EngineType type : choice.types) types.push_back("of type " + ToString(type));
  return fmt::format("The {} processors of the {} MAY be {}, all of one type. The vendor SHALL state which.",
                     ProcessorsOf(runner), runner.Named(), JoinWords(types, "or"));
}

std::string SayFullSpeed(const Runner& runner) {
  return fmt::format(
      "If the {} processors of the {} are of type CP, then each of them SHALL run at the full capacity setting of its "
      "machine.",
      ProcessorsOf(runner), runner.Named());
}

std::string SayDedicated(const Runner& runner) {
  return fmt::format(
      "The {} processors of the {} SHALL be dedicated to {} from the start to the end of the test period. "
      "They SHALL NOT be shared with any other partition or guest.",
      ProcessorsOf(runner), runner.Named(), runner.system);
}

std::string SayMachineEngines(const std::string& machine, const EngineCount& engines) {
  return fmt::format("The machine {} SHALL have at least {} {} of type {}.", machine, engines.count,
                     engines.count == 1 ? "processor" : "processors", ToString(engines.type));
}

std::string SayMemory(const Runner& runner, const model::Stated<MemorySize>& memory) {
  return fmt::format("The {} SHALL have {} of {} storage at its first IPL.", runner.Named(), Sized(memory),
                     runner.guest() ? "virtual" : "central");
}

std::string SayMaximumStorage(const Runner& runner, const model::Stated<MemorySize>& memory) {
  return fmt::format("The {} SHALL have a maximum storage size of {}.", runner.Named(), Sized(memory));
}

std::string SayMachineMemory(const std::string& machine, const model::Stated<MemorySize>& memory) {
  return fmt::format("The machine {} SHALL have {} of memory for partitions.", machine, Sized(memory));
}

std::string SayExpandedStorage(const Runner& runner, const model::Stated<MemorySize>& xstore) {
  return fmt::format("The {} SHALL have {} of expanded storage in addition to its {} storage.", runner.Named(),
                     Sized(xstore), runner.guest() ? "virtual" : "central");
}

std::string SayVolumes(const Runner& runner, std::int64_t count, const std::string& model, std::int64_t cylinders) {
  const std::string size =
      cylinders == 0 ? "" : fmt::format(",{} of at least {} cylinders", count == 1 ? "" : " each", cylinders);
  return fmt::format("The {} SHALL have at least {} disk {} of {}{}, not shared with any other system.", runner.Named(),
                     count, count == 1 ? "volume" : "volumes", model, size);
}

std::string SayUnknownVolumes(const Runner& runner, std::int64_t count) {
  return fmt::format(
      "The {} SHALL have at least {} further disk {}, not shared with any other system. The customer names the "
      "model.",
      runner.Named(), count, count == 1 ? "volume" : "volumes");
}

std::string AskVolumes(const Runner& runner) {
  return fmt::format("The vendor SHALL state the device numbers of the disk volumes of the {}.", runner.Named());
}

std::string SayTapeDrives(const std::string& machine, Amount drives, const std::string& reads, const Names& models) {
  const std::string able = reads.empty() ? "" : fmt::format(" able to read {} cartridges,", reads);
  const std::string known = models.empty() ? "" : fmt::format(" Drives that read them are {}.", JoinWords(models));
  return fmt::format("The machine {} SHALL have {}{} usable at the same time.{}", machine,
                     Counted(drives, "tape drive", "tape drives"), able, known);
}

std::string SaySessions(std::int64_t sessions, const std::string& lead) {
  const std::string from = lead.empty() ? "the start" : lead + " before the start";
  return fmt::format(
      "The customer SHALL have at least {} simultaneous remote 3270 {} from {} to the end of the test period.",
      sessions, sessions == 1 ? "session" : "sessions", from);
}

std::string AskSessions() {
  return "The vendor SHALL state the address, the port and the logon procedure of the remote 3270 sessions.";
}

std::string AskMachineModel(const std::string& machine) {
  return fmt::format("The vendor SHALL state the machine type and the model of the machine {}.", machine);
}

std::string AskSerial(const std::string& machine) {
  return fmt::format("The vendor SHALL state the serial number of the machine {}.", machine);
}

std::string AskCpuId(const Runner& runner) {
  return fmt::format("The vendor SHALL state the CPU identifier that the {} sees.", runner.Named());
}

std::string SayRelease(const std::string& zvm, const std::string& version) {
  return fmt::format("The z/VM system {} SHALL be exactly of version {}.", zvm, version);
}

std::string SayTestBegin(const std::string& begin) { return fmt::format("The test period SHALL begin on {}.", begin); }

std::string SayTestEnd(const std::string& end) {
  return fmt::format("The test period SHALL end on {}. It SHALL NOT end earlier.", end);
}

std::string SayReady(const std::string& lead, const std::string& time) {
  const std::string by = time.empty() ? "" : fmt::format(", by {}", time);
  return fmt::format(
      "The configuration SHALL be complete and open for the customer's check at least {} before the start of the test "
      "period{}.",
      lead, by);
}

std::string AskContact(const std::string& role, const Names& may) {
  const std::string authority = may.empty() ? "" : fmt::format(", with the authority to {},", Authority(may));
  return fmt::format(
      "The vendor SHALL state the name and the telephone number of the person for the role {}{} reachable at every "
      "hour of the "
      "test period.",
      role, authority.empty() ? "," : authority);
}

std::string TellContact(const std::string& role, const std::string& who, const std::string& phone, const Names& may) {
  const std::string reached = phone.empty() ? "" : ", telephone " + phone;
  const std::string authority = may.empty() ? "" : fmt::format(", with the authority to {}", Authority(may));
  return fmt::format("The contact for the role {} is {}{}{}.", role, who, reached, authority);
}

std::string AskOther(const std::string& attribute, const std::string& subject) {
  return fmt::format("The vendor SHALL state the {} of {}.", attribute, subject);
}

std::string SayTime(LocalTime time, const std::string& zone) {
  const std::string text = time.ToString();  // 2009-10-05 08:00
  const std::string said =
      fmt::format("{} ({}) {}", time.date().ToString(), time.date().Weekday(), text.substr(text.find(' ') + 1));
  return said + (zone.empty() ? ", local time of the site" : " " + zone);
}

std::string SayDuration(Duration duration) {
  struct Unit {
    std::int64_t minutes;
    const char* name;
  };
  constexpr Unit kUnits[] = {{std::int64_t{24} * 60, "day"}, {60, "hour"}, {1, "minute"}};
  for (const Unit& unit : kUnits) {
    const std::int64_t count = duration.minutes() / unit.minutes;
    if (duration.minutes() % unit.minutes == 0) return fmt::format("{} {}{}", count, unit.name, count == 1 ? "" : "s");
  }
  return duration.ToString();
}

}  // namespace hotsite::requirements
