// The words that diagnostics and documents use for the model's enumerations.
#include "compiler/model/contract.h"
#include "compiler/model/facts.h"
#include "compiler/model/network.h"
#include "compiler/model/recovery.h"
#include "compiler/model/resources.h"
#include "compiler/model/stated.h"
#include "compiler/model/system.h"

namespace hotsite::model {

const char* ToString(Comparator comparator) {
  switch (comparator) {
    case Comparator::kAtLeast:
      return "at least";
    case Comparator::kAtMost:
      return "at most";
    case Comparator::kExactly:
      return "exactly";
  }
  return "";
}

const char* ToString(AnswerKind kind) {
  switch (kind) {
    case AnswerKind::kConfirm:
      return "confirm";
    case AnswerKind::kDeviate:
      return "deviate";
    case AnswerKind::kAnswer:
      return "answer";
    case AnswerKind::kUnanswered:
      return "unanswered";
    case AnswerKind::kUnclear:
      return "unclear";
    case AnswerKind::kAltered:
      return "altered";
  }
  return "";
}

const char* ToString(Paper paper) { return paper == Paper::kA4 ? "a4" : "letter"; }

const char* ToString(Sharing sharing) { return sharing == Sharing::kDedicated ? "dedicated" : "shared"; }

const char* ToString(NetworkFiles files) {
  switch (files) {
    case NetworkFiles::kSuseHwcfg:
      return "suse_hwcfg";
    case NetworkFiles::kSuseIfcfg:
      return "suse_ifcfg";
    case NetworkFiles::kIfcfg:
      return "ifcfg";
    case NetworkFiles::kRhIfcfg:
      return "rh_ifcfg";
    case NetworkFiles::kNetworkManager:
      return "networkmanager";
    case NetworkFiles::kNetplan:
      return "netplan";
    case NetworkFiles::kIfupdown:
      return "ifupdown";
    case NetworkFiles::kNetworkd:
      return "networkd";
  }
  return "";
}

const char* ToString(DeviceFiles files) {
  switch (files) {
    case DeviceFiles::kHwcfg:
      return "hwcfg";
    case DeviceFiles::kUdev:
      return "udev";
    case DeviceFiles::kCcwInit:
      return "ccw_init";
    case DeviceFiles::kCcwConfig:
      return "ccw_config";
    case DeviceFiles::kChzdev:
      return "chzdev";
  }
  return "";
}

const char* ToString(BootFiles files) {
  switch (files) {
    case BootFiles::kZiplConf:
      return "zipl_conf";
    case BootFiles::kGrub2:
      return "grub2";
    case BootFiles::kBls:
      return "bls";
  }
  return "";
}

const char* ToString(Initramfs tool) {
  switch (tool) {
    case Initramfs::kMkinitrd:
      return "mkinitrd";
    case Initramfs::kDracut:
      return "dracut";
    case Initramfs::kInitramfsTools:
      return "initramfs_tools";
  }
  return "";
}

const char* ToString(InterfaceStatement statement) {
  switch (statement) {
    case InterfaceStatement::kOsa:
      return "osa";
    case InterfaceStatement::kHipersockets:
      return "hipersockets";
    case InterfaceStatement::kVipa:
      return "vipa";
  }
  return "";
}

const char* ToString(InterfaceNames names) {
  switch (names) {
    case InterfaceNames::kEth:
      return "eth";
    case InterfaceNames::kEthByRule:
      return "eth_by_rule";
    case InterfaceNames::kEnccw:
      return "enccw";
    case InterfaceNames::kEnc:
      return "enc";
  }
  return "";
}

const char* ToString(Transport transport) { return transport == Transport::kEthernet ? "ethernet" : "ip"; }

const char* ToString(LanType type) { return type == LanType::kHipers ? "hipers" : "qdio"; }

const char* ToString(BridgeType type) {
  switch (type) {
    case BridgeType::kBridge:
      return "bridge";
    case BridgeType::kOpenvswitch:
      return "openvswitch";
    case BridgeType::kMacvtap:
      return "macvtap";
  }
  return "";
}

const char* ToString(SystemKind kind) {
  switch (kind) {
    case SystemKind::kZos:
      return "z/OS";
    case SystemKind::kZvm:
      return "z/VM";
    case SystemKind::kKvm:
      return "KVM";
    case SystemKind::kCoupling:
      return "coupling facility";
    case SystemKind::kLinux:
      return "Linux";
    case SystemKind::kExternal:
      return "external";
  }
  return "";
}

const char* ToString(Tier tier) {
  switch (tier) {
    case Tier::kUnsaid:
      return "";
    case Tier::kProduction:
      return "production";
    case Tier::kTest:
      return "test";
    case Tier::kDevelopment:
      return "development";
  }
  return "";
}

const char* ToString(VolumeUse use) {
  switch (use) {
    case VolumeUse::kData:
      return "data";
    case VolumeUse::kRes:
      return "res";
    case VolumeUse::kPage:
      return "page";
    case VolumeUse::kSpool:
      return "spool";
    case VolumeUse::kUser:
      return "user";
    case VolumeUse::kPdr:
      return "pdr";
    case VolumeUse::kCommon:
      return "common";
    case VolumeUse::kCouple:
      return "couple";
  }
  return "";
}

}  // namespace hotsite::model
