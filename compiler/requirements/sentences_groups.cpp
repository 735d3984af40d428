// The wording of what members of a single system image or a sysplex share.
#include <fmt/format.h>

#include "compiler/requirements/sentences.h"
#include "compiler/support/text_writer.h"

namespace hotsite::requirements {
namespace {

/// `PRODA` or `each of PRODA and PRODB`.
std::string Each(const Names& names) { return names.size() == 1 ? names.front() : "each of " + JoinWords(names); }

}  // namespace

std::string SayTogether(const std::string& ssi, const Names& members) {
  return fmt::format(
      "The partitions of {}, members of the single system image {}, SHALL {} be available from the start "
      "to the end of the test period.",
      JoinWords(members), ssi, members.size() == 2 ? "both" : "all");
}

std::string SayConnections(const std::string& ssi, const Names& members) {
  return fmt::format(
      "{} of the partitions of {}, members of the single system image {}, SHALL be joined by a "
      "channel-to-channel connection of at least 2 devices.",
      members.size() == 2 ? "Both" : "Each two", JoinWords(members), ssi);
}

std::string AskConnection(const std::string& one, const std::string& other) {
  return fmt::format(
      "The vendor SHALL state the device numbers of the channel-to-channel connection between {0} and {1}, "
      "as {0} sees them and as {1} sees them.",
      one, other);
}

std::string SaySharedVolumes(const Names& labels, const std::string& model, const Names& members, bool eckd) {
  return fmt::format("At least {} {}disk {}{}, for the {} {}, SHALL be accessible to {} for reading and writing.",
                     labels.size(), eckd ? "ECKD " : "", labels.size() == 1 ? "volume" : "volumes",
                     model.empty() ? "" : " of " + model, labels.size() == 1 ? "label" : "labels", JoinWords(labels),
                     Each(members));
}

std::string AskSharedVolumes(const std::string& group, const Names& members) {
  return fmt::format("The vendor SHALL state the device numbers of the shared disk volumes of {} in {}.", group,
                     Each(members));
}

std::string SayCouplingMode(const Runner& runner, const std::string& sysplex) {
  return fmt::format("The {} SHALL be a coupling facility partition, for the sysplex {}.", runner.Named(), sysplex);
}

std::string SayCouplingLinks(const std::string& facility, const Names& members, bool inside) {
  return fmt::format("The coupling facility {} SHALL have {}coupling links to {}.", facility,
                     inside ? "internal " : "at least 2 ", Each(members));
}

std::string AskCouplingLinks(const std::string& facility, const Names& members) {
  return fmt::format("The vendor SHALL state the CHPIDs of the coupling links between the coupling facility {} and {}.",
                     facility, Each(members));
}

std::string SayTimer(const Names& machines) {
  if (machines.size() == 1)
    return fmt::format("The machine {} SHALL have Server Time Protocol enabled.", machines.front());
  return fmt::format("The machines {} SHALL be in one coordinated timing network of Server Time Protocol.",
                     JoinWords(machines));
}

}  // namespace hotsite::requirements
