// The alphabets of names that reach z/VM, z/OS and Linux files. Validating here is what lets a backend write a
// name without quoting it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace hotsite {

/// Each returns why `name` can't be used, completing "`NAME` …", or nothing when it can.

/// A z/VM user ID: 1-8 characters A-Z 0-9 @ # $ _ -; not reserved (LOGNxxxx, LOGLxxxx, LOGVxxxx, LOGNSYSC, LOGNSYSG,
/// SYSTEM, SYSTEMMP, OPERATNS-like words are not checked), not T or TO (they break COUPLE), not a CP command or
/// operand such as ALL, not 1-4 digits (looks like a spool id). Source: CP Planning and Administration, USER and
/// SUBCONFIG statements; CP Commands, COUPLE.
std::optional<std::string> WhyNotUserid(std::string_view name);

/// A volume label: 1-6 characters A-Z 0-9 # @ $ : - +. Source: DirMaint Commands Reference, DEDICATE.
std::optional<std::string> WhyNotVolser(std::string_view name);

/// A vswitch or guest LAN name: 1-8 characters A-Z 0-9 @ # $ _. Source: CP Commands, DEFINE VSWITCH, DEFINE LAN
/// (alphanumerics; national characters from knowledge).
std::optional<std::string> WhyNotLanName(std::string_view name);

/// A Linux network interface, such as a bridge: 1-15 characters, letters, digits, . _ -, first a letter. Source:
/// include/uapi/linux/if.h (IFNAMSIZ); the alphabet is a safe part of what Linux takes.
std::optional<std::string> WhyNotInterfaceName(std::string_view name);

/// A partition or machine name: 1-8 characters A-Z 0-9, first a letter. Source: IOCP User's Guide, RESOURCE (from
/// knowledge).
std::optional<std::string> WhyNotPartitionName(std::string_view name);

/// A name in the spec that no system sees (network, site, profile, machine): a letter, then letters, digits, _ -, at
/// most 32.
std::optional<std::string> WhyNotSpecName(std::string_view name);

/// A load parameter: 1-8 characters A-Z 0-9 @ # $ . and blanks between them. Source: z/OS MVS System Commands, LOAD
/// parameter (length and contents; national characters from knowledge).
std::optional<std::string> WhyNotLoadParameter(std::string_view text);

/// The first three bytes of the MAC addresses that a z/VM makes up, as `VMLAN MACPREFIX` writes them: six hex digits,
/// the first two 02 (a locally administered address of one station). Source: z/VM CP Planning and Administration,
/// VMLAN.
std::optional<std::string> WhyNotMacPrefix(std::string_view text);

/// A DNS name: labels of [a-z0-9-], any case, at most 63 each and 253 together.
std::optional<std::string> WhyNotDomain(std::string_view name);

/// A Linux host name made from a system name: lower case, `_ @ # $` become `-`, no dash at an end. Always a valid DNS
/// label.
std::string HostName(std::string_view system_name);

}  // namespace hotsite
