// What the image profile of a partition says beside processors and storage: its mode, weight, load, crypto domains and
// consoles. Terms of the PR/SM Planning Guide (SB10-7153 for z10, SB10-7169 for z14).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "compiler/model/stated.h"
#include "compiler/values/device_number.h"

namespace hotsite::model {

/// The mode of a partition. `general` took the place of ESA/390 with z14; SSC is the Secure Service Container.
enum class PartitionMode : std::uint8_t { kGeneral, kEsa390, kLinuxOnly, kZvm, kCouplingFacility, kSsc };
const char* ToString(PartitionMode mode);  // as HMC panels write it: General, ESA/390, Linux only, z/VM, …

/// How a crypto feature is configured: accelerator, CCA coprocessor or EP11 coprocessor.
enum class CryptoType : std::uint8_t { kAccelerator, kCca, kEp11 };
const char* ToString(CryptoType type);

/// What the operator consoles of a partition are.
enum class ConsoleMeans : std::uint8_t { kOsaIcc, kIntegrated3270, kIntegratedAscii };
const char* ToString(ConsoleMeans means);  // OSA-ICC 3270 sessions, …

struct PartitionSettings {
  Stated<PartitionMode> mode;
  Stated<std::int64_t> weight;         // initial processing weight, 1-999; counts where processors are shared
  Stated<bool> capped;                 // initial capping: the weight is also the most that it gets
  Stated<DeviceNumber> load;           // load address: the device that it is IPLed from
  Stated<std::string> load_parameter;  // at most 8 characters
  Stated<std::vector<std::int64_t>> crypto_domains;  // usage domains, 0-84 (z13 and later; 0-15 before)
  Stated<CryptoType> crypto_type;
  Stated<std::int64_t> consoles;  // operator consoles, at least
  Stated<ConsoleMeans> console_means;
  Stated<DeviceRange> console_devices;

  /// These settings where they say something, else those `below`.
  PartitionSettings Over(const PartitionSettings& below) const;
  /// What holds at another site too: everything but device numbers and what is made of them (a z/OS load parameter
  /// begins with the IODF's device number: z/OS MVS System Commands, LOAD parameter).
  PartitionSettings Elsewhere() const;
};

}  // namespace hotsite::model
