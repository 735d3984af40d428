// Facts of the standard library about machines, releases, distributions, disks, OSA features and tape drives. Read from
// stdlib/*.dr, never from C++; each fact knows its source, or that it has none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compiler/model/ids.h"
#include "compiler/model/partition.h"
#include "compiler/model/stated.h"
#include "compiler/values/calendar.h"
#include "compiler/values/engine.h"
#include "compiler/values/memory_size.h"

namespace hotsite::model {

using MachineModelId = Id<struct MachineModelTag>;
using ReleaseId = Id<struct ReleaseTag>;
using ZosReleaseId = Id<struct ZosReleaseTag>;
using DistributionId = Id<struct DistributionTag>;
using DiskModelId = Id<struct DiskModelTag>;
using OsaFeatureId = Id<struct OsaFeatureTag>;
using TapeModelId = Id<struct TapeModelTag>;

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

/// The machine generations that something runs on. Counted as QEMU's target/s390x/cpu_models.c counts them: z900 is 7,
/// z9 9, z10 10, z14 14, z17 17.
struct Generations {
  std::int64_t first = 0;            // 0: every earlier one too, as far as is known
  std::optional<std::int64_t> last;  // absent: every later one too
  bool Include(std::int64_t one) const { return one >= first && (!last || one <= *last); }
};

struct MachineModel : Entry {
  Fact<std::string> type;                            // four digits: 2094
  Fact<std::int64_t> generation;                     // see Generations
  Fact<Date> available;                              // general availability of its first model
  Fact<MemorySize> memory;                           // the most it can have
  Fact<std::int64_t> partitions;                     // the most it can have
  Fact<std::int64_t> engines;                        // the most that customers can configure
  Fact<std::vector<EngineType>> engine_types;        // what an engine of it can be characterised as
  Fact<std::vector<PartitionMode>> partition_modes;  // what a partition of it can be
  Fact<std::int64_t> hipersockets;                   // the most HiperSockets channels
};

/// What releases of z/VM and of z/OS have in common.
struct Release : Entry {
  Fact<std::string> version;                         // 5.4
  Fact<Generations> generations;                     // of machines that it runs on
  Fact<MemorySize> memory;                           // the most real memory it uses
  Fact<std::int64_t> processors;                     // the most logical processors it uses
  Fact<std::vector<EngineType>> engine_types;        // that it uses at all
  Fact<std::vector<PartitionMode>> partition_modes;  // of partitions that it runs in
  Fact<Date> available;
  Fact<Date> service_ends;
};

struct ZvmRelease : Release {
  Fact<MemorySize> guest_memory;        // the largest virtual machine
  Fact<std::int64_t> guest_processors;  // the most virtual processors of a virtual machine
  Fact<bool> expanded_storage;          // whether expanded storage has a function
  Fact<bool> nicdef_grants;        // whether NICDEF authorises a guest for its vswitch (else MODIFY VSWITCH … GRANT)
  Fact<std::int64_t> ssi_members;  // the most members of a single system image; 1: it knows none
  Fact<std::vector<std::string>> volumes;  // the labels that its installation gives the volumes, if nobody changes them
};

/// What the INTERFACE statement of a z/OS TCP/IP profile can define for IPv4; the rest is defined by DEVICE, LINK and
/// HOME. For IPv6 there is nothing but INTERFACE.
enum class InterfaceStatement : std::uint8_t {
  kOsa,           // IPAQENET
  kHipersockets,  // IPAQIDIO
  kVipa,          // VIRTUAL
};
inline constexpr InterfaceStatement kAllInterfaceStatements[] = {
    InterfaceStatement::kOsa, InterfaceStatement::kHipersockets, InterfaceStatement::kVipa};
const char* ToString(InterfaceStatement statement);  // osa, hipersockets, vipa

struct ZosRelease : Release {
  Fact<std::vector<InterfaceStatement>> interface_statements;
};

/// Which files configure the network of a distribution.
enum class NetworkFiles : std::uint8_t {
  kSuseHwcfg,       // SLES 9 and 10: hardware descriptions beside ifcfg files
  kSuseIfcfg,       // SLES 11: udev rules and ifcfg files that SUSE's own scripts read
  kIfcfg,           // SLES 12 and 15: udev rules and ifcfg files that wicked reads
  kRhIfcfg,         // RHEL 4 to 8: ifcfg files with SUBCHANNELS
  kNetworkManager,  // RHEL 9 and later, SLES 16: keyfiles
  kNetplan,         // Ubuntu from 18.04
  kIfupdown,        // Debian, Ubuntu 16.04: /etc/network/interfaces
  kNetworkd,        // systemd-networkd: the choice of a shop, no distribution's own
};
inline constexpr NetworkFiles kAllNetworkFiles[] = {
    NetworkFiles::kSuseHwcfg,      NetworkFiles::kSuseIfcfg, NetworkFiles::kIfcfg,    NetworkFiles::kRhIfcfg,
    NetworkFiles::kNetworkManager, NetworkFiles::kNetplan,   NetworkFiles::kIfupdown, NetworkFiles::kNetworkd};
const char* ToString(NetworkFiles files);  // suse_hwcfg, ifcfg, networkmanager, …

/// What groups a qeth device of a distribution and sets it online, before there is an interface.
enum class DeviceFiles : std::uint8_t {
  kHwcfg,      // SLES 9 and 10: hwcfg-qeth-bus-ccw-* files
  kUdev,       // SLES 11 and 12: a udev rule for each device, 51-*.rules, which collects its subchannels
  kCcwInit,    // RHEL 4 to 9: the network files themselves name the subchannels
  kCcwConfig,  // Ubuntu 16.04, old Debian: /etc/sysconfig/hardware/config-ccw-* files
  kChzdev,     // what chzdev of s390-tools has been told: SLES 15, RHEL 10, Ubuntu 18.04, Debian 10, and later
};
inline constexpr DeviceFiles kAllDeviceFiles[] = {DeviceFiles::kHwcfg, DeviceFiles::kUdev, DeviceFiles::kCcwInit,
                                                  DeviceFiles::kCcwConfig, DeviceFiles::kChzdev};
const char* ToString(DeviceFiles files);  // hwcfg, udev, ccw_init, …

/// What a distribution calls the network interface of the qeth device 0600.
enum class InterfaceNames : std::uint8_t {
  kEth,        // eth0 (HiperSockets: hsi0), in the order in which the kernel finds them
  kEthByRule,  // the same names, given to device numbers by 70-persistent-net.rules
  kEnccw,      // enccw0.0.0600
  kEnc,        // enc600: leading zeros and dots go
};
inline constexpr InterfaceNames kAllInterfaceNames[] = {InterfaceNames::kEth, InterfaceNames::kEthByRule, InterfaceNames::kEnccw,
                                                        InterfaceNames::kEnc};
const char* ToString(InterfaceNames names);  // eth, eth_by_rule, enccw, enc

/// Where a distribution keeps the parameters of its kernel.
enum class BootFiles : std::uint8_t {
  kZiplConf,  // /etc/zipl.conf, which zipl reads
  kGrub2,     // /etc/default/grub of GRUB 2, which zipl starts: SLES 12 and later
  kBls,       // /boot/loader/entries, which grubby changes and zipl reads: RHEL 8 and later
};
inline constexpr BootFiles kAllBootFiles[] = {BootFiles::kZiplConf, BootFiles::kGrub2, BootFiles::kBls};
const char* ToString(BootFiles files);  // zipl_conf, grub2, bls

/// What makes the initial RAM disk of a distribution.
enum class Initramfs : std::uint8_t { kMkinitrd, kDracut, kInitramfsTools };
inline constexpr Initramfs kAllInitramfs[] = {Initramfs::kMkinitrd, Initramfs::kDracut, Initramfs::kInitramfsTools};
const char* ToString(Initramfs tool);  // mkinitrd, dracut, initramfs_tools

struct Distribution : Entry {
  Fact<Generations> generations;  // of machines that it runs on
  Fact<NetworkFiles> network_files;
  Fact<DeviceFiles> device_files;
  Fact<InterfaceNames> interface_names;
  Fact<BootFiles> boot_files;
  Fact<Initramfs> initramfs;
  Fact<Date> available;
  Fact<Date> service_ends;
};

struct DiskModel : Entry {
  Fact<std::string> type;                 // 3390
  Fact<std::int64_t> cylinders;           // ECKD: of the whole volume
  Fact<std::int64_t> pages_per_cylinder;  // ECKD: of 4 KiB, for paging
  Fact<std::int64_t> blocks;              // FBA and SCSI: of 512 bytes, of the whole volume; the most one can have
};

/// An OSA-Express or Network Express feature.
struct OsaFeature : Entry {
  Fact<Generations> generations;               // of machines that it goes into
  Fact<std::vector<std::string>> chpid_types;  // OSD, OSC, …
  Fact<std::int64_t> ports;                    // on one channel path
};

/// A tape drive. Formats are words such as EFMT2; a cartridge written in one is read by the drives that read it.
struct TapeModel : Entry {
  Fact<std::string> type;  // 3592
  Fact<std::vector<std::string>> reads;
  Fact<std::vector<std::string>> writes;
};

}  // namespace hotsite::model
