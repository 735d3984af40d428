// A field's name in its parts: PLC-001_value is the value of PLC-001.
#pragma once

#include <string>
#include <string_view>

namespace hotsite::reply {

struct FieldName {
  std::string stem;   // PLC-001, DEV-01, DOC, SGN_S2_vendor_builder, ACC_PLC-001, CHG_PLC-001
  std::string part;   // value, id, digest, name, found, initials
  std::string above;  // of programs that put forms into one another: what stood before it
};

/// Understands what programs make of a name when they join forms: `form1[0].PLC-001_value[0]`, `req.PLC-001.value`.
/// `stem` is empty where it is the name of no field of a request.
FieldName ReadFieldName(std::string_view name);

}  // namespace hotsite::reply
