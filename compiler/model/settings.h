// What a z/VM or z/OS says of how it comes up and what it promises its guests, beside processors and storage.
#pragma once

#include <cstdint>
#include <string>

#include "compiler/model/stated.h"
#include "compiler/values/ratio.h"

namespace hotsite::model {

/// What a z/VM's AUTOLOG1 does at an IPL (z/VM CP Planning and Administration, "AUTOLOG1").
enum class Autolog : std::uint8_t {
  kGuests,    // starts the guests, unasked
  kOperator,  // asks the operator first
  kNothing,
};
const char* ToString(Autolog autolog);  // as the spec writes it

/// What a guest gets of its z/VM's processors (CP Commands and Utilities Reference, SET SHARE).
struct Share {
  enum class Limit : std::uint8_t { kNone, kSoft, kHard };
  bool absolute = false;    // a part of the whole, else relative to the others
  std::int64_t amount = 0;  // relative: 1 to 10000, CP's default is 100; absolute: tenths of a percent, 1 to 1000
  Limit limit = Limit::kNone;
  friend bool operator==(const Share&, const Share&) = default;
};

struct SystemSettings {
  Stated<std::string> node;      // z/VM: of SYSTEM_IDENTIFIER; absent: the system's name
  Stated<std::string> timezone;  // Area/City or UTC
  Stated<Autolog> autolog;       // z/VM
  Stated<Ratio> overcommit;      // z/VM: storage of all guests over its own memory, at most
  Stated<Share> share;           // guest of a z/VM
  /// z/VM: the first three bytes of the MAC addresses that it makes up, six hexadecimal digits from 020000 to 02FFFF
  /// (SYSTEM CONFIG, VMLAN MACPREFIX).
  Stated<std::string> mac_prefix;

  /// These settings where they say something, else those `below`.
  SystemSettings Over(const SystemSettings& below) const;
};

}  // namespace hotsite::model
