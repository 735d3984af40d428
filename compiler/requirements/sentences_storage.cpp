#include "compiler/requirements/sentences_storage.h"

#include <fmt/format.h>

#include "compiler/support/text_writer.h"

namespace hotsite::requirements {
namespace {

std::string Named(const model::Channel& channel) {
  return fmt::format("{} channels {}", channel.KindName(), channel.name);
}

/// CHPID types: IOCP User's Guide, CHPID statement, TYPE (FC native FICON, FCP Fibre Channel protocol).
const char* TypeOf(const model::Channel& channel) { return channel.is_fcp() ? "FCP" : "FC"; }

}  // namespace

std::string SayChannels(const model::Channel& channel, const std::string& machine, Amount chpids) {
  return fmt::format("The {} of the machine {} SHALL be {} {} {} of type {}.", Named(channel), machine,
                     ToString(chpids.comparator), chpids.number, chpids.number == 1 ? "CHPID" : "CHPIDs",
                     TypeOf(channel));
}

std::string SayNpiv(const model::Channel& channel) {
  return fmt::format("The {} SHALL have N_Port ID virtualization (NPIV) enabled for each partition that they reach.",
                     Named(channel));
}

std::string SayChannelReach(const model::Channel& channel, const Names& systems) {
  return fmt::format("Each CHPID of the {} SHALL be accessible to {}.", Named(channel), JoinWords(systems));
}

std::string SayChannelDevices(const model::Channel& channel, const std::string& system, const DeviceRange& range) {
  return fmt::format("The {} SHALL have the device numbers {} in {}.", Named(channel), SayRange(range), system);
}

std::string AskChannelDevices(const model::Channel& channel, const std::string& system, std::size_t paths) {
  const std::string least =
      paths == 0 ? "" : fmt::format(": at least {} device {}", paths, paths == 1 ? "number" : "numbers");
  return fmt::format("The vendor SHALL state the device numbers of the {} in {}{}.", Named(channel), system, least);
}

std::string SayPath(const std::string& system, DeviceNumber device, const std::string& what) {
  return fmt::format("The FCP device {} of {} SHALL reach {}.", device.ToString(), system, what);
}

std::string SayVolumeDevices(const Runner& runner, const std::string& use, const Names& labels, const Names& ranges) {
  const std::string which = labels.empty() ? "" : " " + JoinWords(labels);
  return fmt::format("The {}disk volumes{} of the {} SHALL have the device numbers {}.", use, which, runner.Named(),
                     JoinWords(ranges));
}

std::string SayStandAlone(const Runner& runner, const std::string& tools) {
  return fmt::format("The {} SHALL have a tape drive from which it can be IPLed with {}.", runner.Named(),
                     tools.empty() ? "the customer's stand-alone programs" : "the stand-alone programs " + tools);
}

std::string AskStandAlone(const Runner& runner) {
  return fmt::format(
      "The vendor SHALL state the device number of the tape drive from which the {} is IPLed for its "
      "restore.",
      runner.Named());
}

std::string SayRestoredBy(const Runner& runner, const std::string& by) {
  return fmt::format(
      "During the restore, the disk volumes of the {} SHALL be accessible to {} too, with the same device numbers.",
      runner.Named(), by);
}

std::string SayFloor(const Runner& runner, const std::string& tools) {
  return fmt::format(
      "A floor system of the vendor{} SHALL be running at the start of the test period, with access to the disk "
      "volumes "
      "of the {}.",
      tools.empty() ? "" : ", with " + tools + ",", runner.Named());
}

std::string SayReplicated(const Names& systems, const std::string& site, const std::string& method,
                          const std::string& behind) {
  return fmt::format("The disk volumes of {} SHALL be replicated to the site {}{}{}.", JoinWords(systems), site,
                     method.empty() ? "" : " by " + method,
                     behind.empty() ? "" : fmt::format(", with the copy at most {} behind", behind));
}

}  // namespace hotsite::requirements
