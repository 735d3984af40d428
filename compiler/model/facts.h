// Facts of the standard library about machines, z/VM releases, distributions and disks. Read from stdlib/*.dr, never
// from C++; each fact knows its source, or that it has none.
#pragma once

#include <cstdint>
#include <string>

#include "compiler/model/ids.h"
#include "compiler/model/stated.h"
#include "compiler/values/calendar.h"
#include "compiler/values/memory_size.h"

namespace hotsite::model {

using MachineModelId = Id<struct MachineModelTag>;
using ReleaseId = Id<struct ReleaseTag>;
using DistributionId = Id<struct DistributionTag>;
using DiskModelId = Id<struct DiskModelTag>;

/// One fact. Absent where the library doesn't say; `source` is empty where it says so without one.
template <class T>
struct Fact {
  Stated<T> value;
  std::string source;
  bool known() const { return value.known(); }
  bool sourced() const { return !source.empty(); }
  const T& operator*() const { return *value; }
};

/// What all library entries have.
struct Entry {
  std::string name;   // as the spec writes it: z10_ec, zvm_5_4, sles_10_sp2, 3390_9
  std::string title;  // as documents write it: IBM System z10 EC
  std::string doc;    // its `///` comment
  Span span;
};

struct MachineModel : Entry {
  Fact<std::string> type;         // four digits: 2094
  Fact<MemorySize> memory;        // the most it can have
  Fact<std::int64_t> partitions;  // the most it can have
  Fact<std::int64_t> engines;     // the most that customers can configure
};

struct ZvmRelease : Entry {
  Fact<std::string> version;       // 5.4
  Fact<MemorySize> memory;         // the most real memory it uses
  Fact<MemorySize> guest_memory;   // the largest virtual machine
  Fact<std::int64_t> processors;   // the most logical processors it uses
  Fact<bool> expanded_storage;     // whether expanded storage has a function
  Fact<bool> nicdef_grants;        // whether NICDEF authorises a guest for its vswitch (else MODIFY VSWITCH … GRANT)
  Fact<std::int64_t> ssi_members;  // the most members of a single system image; 1: it knows none
  Fact<Date> service_ends;
};

/// Which files configure the network of a distribution.
enum class NetworkFiles : std::uint8_t {
  kSuseHwcfg,       // SLES 9 and 10: hardware descriptions beside ifcfg files
  kIfcfg,           // SLES 12 and 15: ifcfg files that wicked reads
  kNetworkManager,  // RHEL 8 and 9
  kNetplan,         // Ubuntu
};
inline constexpr NetworkFiles kAllNetworkFiles[] = {NetworkFiles::kSuseHwcfg, NetworkFiles::kIfcfg,
                                                    NetworkFiles::kNetworkManager, NetworkFiles::kNetplan};
const char* ToString(NetworkFiles files);  // suse_hwcfg, ifcfg, networkmanager, netplan

struct Distribution : Entry {
  Fact<NetworkFiles> network_files;
  Fact<Date> service_ends;
};

struct DiskModel : Entry {
  Fact<std::string> type;        // 3390
  Fact<std::int64_t> cylinders;  // of the whole volume
};

}  // namespace hotsite::model
