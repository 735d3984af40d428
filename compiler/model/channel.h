// Channels of a machine that carry storage: FCP and FICON. Where OSA and HiperSockets carry networks (network.h), these
// carry disks and tapes.
#pragma once

#include <string>
#include <vector>

#include "compiler/model/network.h"
#include "compiler/values/fibre_channel.h"

namespace hotsite::model {

/// FCP or FICON channels of a machine, and the devices on them that systems get.
struct Channel {
  enum class Kind : std::uint8_t { kFcp, kFicon };
  Kind kind = Kind::kFcp;
  std::string name;
  Written written;
  std::string reason;  // `because` or doc
  MachineId machine;
  std::vector<SystemId> reaches;  // `for A, B`; empty: every partition
  Stated<std::int64_t> chpids;    // absent: not said
  bool npiv = false;              // FCP: N_Port ID virtualization, each device has a WWPN of its own
  std::vector<DeviceGrant> grants;

  bool is_fcp() const { return kind == Kind::kFcp; }
  const char* KindName() const { return is_fcp() ? "FCP" : "FICON"; }
};

/// A path of a system to SCSI disks: `fcp 1A00 wwpn 5005076300C20B8E lun 4010400000000000`.
struct FcpPath {
  DeviceNumber device;  // virtual for a guest, real for a partition at home
  Stated<Wwpn> wwpn;    // of the storage port; absent: the system finds it
  Stated<FcpLun> lun;
  Written written;
};

/// An FCP path of a placed system, with what it gets at this site. WWPN and LUN belong to the storage of a site, so
/// those of home don't hold elsewhere: at another site they are what it says, or absent.
struct PlacedFcp {
  std::size_t index = 0;  // into System::fcp
  Stated<Wwpn> wwpn;
  Stated<FcpLun> lun;
  ChannelId channel;          // what carries it; invalid: nothing of the machine was given to it
  Stated<DeviceNumber> real;  // the real device; open where the vendor says which
  unsigned behind = 0;        // only where `real` is open: how many devices behind the first of the answer
};

}  // namespace hotsite::model
