// The wording of rows about channels to storage, where volumes are, restore and replication. Rules as in sentences.h.
#pragma once

#include "compiler/model/channel.h"
#include "compiler/requirements/sentences.h"

namespace hotsite::requirements {

std::string SayChannels(const model::Channel& channel, const std::string& machine, Amount chpids);
std::string SayNpiv(const model::Channel& channel);
std::string SayChannelReach(const model::Channel& channel, const Names& systems);
std::string SayChannelDevices(const model::Channel& channel, const std::string& system, const DeviceRange& range);
std::string AskChannelDevices(const model::Channel& channel, const std::string& system, std::size_t paths);
/// `what`: "the LUN 4010400000000000", "the storage port 5005…"
std::string SayPath(const std::string& system, DeviceNumber device, const std::string& what);
/// `use` with a blank behind it, or empty.
std::string SayVolumeDevices(const Runner& runner, const std::string& use, const Names& labels, const Names& ranges);
std::string SayStandAlone(const Runner& runner, const std::string& tools);
std::string AskStandAlone(const Runner& runner);
std::string SayRestoredBy(const Runner& runner, const std::string& by);
std::string SayFloor(const Runner& runner, const std::string& tools);
std::string SayReplicated(const Names& systems, const std::string& site, const std::string& method,
                          const std::string& behind);

}  // namespace hotsite::requirements
