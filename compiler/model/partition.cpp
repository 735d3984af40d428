#include "compiler/model/partition.h"

namespace hotsite::model {

const char* ToString(PartitionMode mode) {
  switch (mode) {
    case PartitionMode::kGeneral:
      return "General";
    case PartitionMode::kEsa390:
      return "ESA/390";
    case PartitionMode::kLinuxOnly:
      return "Linux only";
    case PartitionMode::kZvm:
      return "z/VM";
    case PartitionMode::kCouplingFacility:
      return "Coupling facility";
    case PartitionMode::kSsc:
      return "SSC";
  }
  return "";
}

const char* ToString(CryptoType type) {
  switch (type) {
    case CryptoType::kAccelerator:
      return "accelerator";
    case CryptoType::kCca:
      return "CCA coprocessor";
    case CryptoType::kEp11:
      return "EP11 coprocessor";
  }
  return "";
}

const char* ToString(ConsoleMeans means) {
  switch (means) {
    case ConsoleMeans::kOsaIcc:
      return "OSA-ICC 3270 session";
    case ConsoleMeans::kIntegrated3270:
      return "integrated 3270 console of the HMC";
    case ConsoleMeans::kIntegratedAscii:
      return "integrated ASCII console of the HMC";
  }
  return "";
}

PartitionSettings PartitionSettings::Over(const PartitionSettings& below) const {
  return {
      .mode = mode.Over(below.mode),
      .weight = weight.Over(below.weight),
      .capped = capped.Over(below.capped),
      .load = load.Over(below.load),
      .load_parameter = load_parameter.Over(below.load_parameter),
      .crypto_domains = crypto_domains.Over(below.crypto_domains),
      .crypto_type = crypto_type.Over(below.crypto_type),
      .consoles = consoles.Over(below.consoles),
      .console_means = console_means.Over(below.console_means),
      .console_devices = console_devices.Over(below.console_devices),
  };
}

PartitionSettings PartitionSettings::Elsewhere() const {
  PartitionSettings settings = *this;
  settings.load = {};
  settings.load_parameter = {};
  settings.console_devices = {};
  return settings;
}

}  // namespace hotsite::model
