#include "compiler/requirements/sentences_partition.h"

#include <fmt/format.h>

#include "compiler/support/text_writer.h"

namespace hotsite::requirements {

std::string SayMode(const Runner& runner, model::PartitionMode mode) {
  return fmt::format("The {} SHALL have the mode {} in its image profile.", runner.Named(), ToString(mode));
}

std::string SayWeight(const Runner& runner, std::int64_t weight) {
  return fmt::format("The {} SHALL have an initial processing weight of exactly {}.", runner.Named(), weight);
}

std::string SayCapping(const Runner& runner, bool capped) {
  return fmt::format("The {} {} have initial capping.", runner.Named(), capped ? "SHALL" : "SHALL NOT");
}

std::string SayLoadAddress(const Runner& runner, DeviceNumber device) {
  return fmt::format("The image profile of the {} SHALL have the load address {}.", runner.Named(), device.ToString());
}

std::string SayLoadParameter(const Runner& runner, const std::string& parameter) {
  return fmt::format("The image profile of the {} SHALL have the load parameter {}.", runner.Named(), parameter);
}

std::string SayCrypto(const Runner& runner, const std::vector<std::int64_t>& domains, const std::string& means) {
  Names numbers;
  for (const std::int64_t domain : domains) numbers.push_back(std::to_string(domain));
  return fmt::format("The {} SHALL have the crypto usage {} {} on at least 1 crypto feature{}.", runner.Named(),
                     domains.size() == 1 ? "domain" : "domains", JoinWords(numbers),
                     means.empty() ? "" : " configured as " + means);
}

std::string SayCryptoType(const Runner& runner, const std::string& means) {
  return fmt::format("The crypto feature of the {} SHALL be configured as {}.", runner.Named(), means);
}

std::string SayConsoles(const Runner& runner, Amount consoles, const std::string& means) {
  return fmt::format("The {} SHALL have {} {} operator {}{}.", runner.Named(), ToString(consoles.comparator),
                     consoles.number, consoles.number == 1 ? "console" : "consoles",
                     means.empty() ? "" : ", each an " + means);
}

std::string SayConsoleDevices(const Runner& runner, const DeviceRange& range) {
  return fmt::format("The operator consoles of the {} SHALL have the device numbers {}.", runner.Named(),
                     SayRange(range));
}

std::string SayHmcByCustomer(const std::string& machine, const Names& partitions, bool remote) {
  return fmt::format(
      "The customer SHALL have the tasks Activate, Load, Reset and Operating System Messages of the Hardware "
      "Management "
      "Console of the machine {} for {}, {}, from the start to the end of the test period.",
      machine, JoinWords(partitions), remote ? "by remote access" : "at the site");
}

std::string SayHmcByVendor(const std::string& machine, const Names& partitions) {
  return fmt::format(
      "An operator of the vendor SHALL be at the Hardware Management Console of the machine {} at every hour of the "
      "test period, to activate, load and reset {} on the customer's word.",
      machine, JoinWords(partitions));
}

std::string SayCapacity(const std::string& machine, const std::string& capacity) {
  if (capacity == "full") return fmt::format("The CP processors of the machine {} SHALL run at full speed.", machine);
  return fmt::format("The machine {} SHALL have the model-capacity identifier {}.", machine, capacity);
}

std::string AskCapacity(const std::string& machine) {
  return fmt::format("The vendor SHALL state the model-capacity identifier of the machine {}.", machine);
}

std::string SayTimezone(const Runner& runner, const std::string& zone) {
  return fmt::format("The time-of-day clock of {} SHALL be set to UTC, and the time zone that it is given to {}.",
                     runner.system, zone);
}

std::string SaySerial(const std::string& machine, const std::string& serial) {
  return fmt::format("The machine {} SHALL have the serial number {}.", machine, serial);
}

}  // namespace hotsite::requirements
