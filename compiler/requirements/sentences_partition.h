// The wording of rows about a partition's image profile, its consoles and the Hardware Management Console. Rules as in
// sentences.h.
#pragma once

#include "compiler/model/partition.h"
#include "compiler/requirements/sentences.h"

namespace hotsite::requirements {

std::string SayMode(const Runner& runner, model::PartitionMode mode);
std::string SayWeight(const Runner& runner, std::int64_t weight);
std::string SayCapping(const Runner& runner, bool capped);
std::string SayLoadAddress(const Runner& runner, DeviceNumber device);
std::string SayLoadParameter(const Runner& runner, const std::string& parameter);
/// `means`: what it is to be configured as; empty: not said.
std::string SayCrypto(const Runner& runner, const std::vector<std::int64_t>& domains, const std::string& means);
std::string SayCryptoType(const Runner& runner, const std::string& means);
/// `means`: what each is; empty: not said.
std::string SayConsoles(const Runner& runner, Amount consoles, const std::string& means);
std::string SayConsoleDevices(const Runner& runner, const DeviceRange& range);
std::string SayHmcByCustomer(const std::string& machine, const Names& partitions, bool remote);
std::string SayHmcByVendor(const std::string& machine, const Names& partitions);
std::string SayCapacity(const std::string& machine, const std::string& capacity);
std::string AskCapacity(const std::string& machine);
/// What its clock is set to.
std::string SayTimezone(const Runner& runner, const std::string& zone);
std::string SaySerial(const std::string& machine, const std::string& serial);

}  // namespace hotsite::requirements
