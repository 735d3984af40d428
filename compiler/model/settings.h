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

struct SystemSettings {
  Stated<std::string> node;      // z/VM: of SYSTEM_IDENTIFIER; absent: the system's name
  Stated<std::string> timezone;  // Area/City or UTC
  Stated<Autolog> autolog;       // z/VM
  Stated<Ratio> overcommit;      // z/VM: storage of all guests over its own memory, at most

  /// These settings where they say something, else those `below`.
  SystemSettings Over(const SystemSettings& below) const;
};

}  // namespace hotsite::model
