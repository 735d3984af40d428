// How the answer to a row is read: by the row's own type, and where that is text, by what the row's key says it is.
#pragma once

#include <cstdint>
#include <string_view>

#include "compiler/requirements/requirement.h"

namespace hotsite::contract {

enum class Form : std::uint8_t {
  kFree,   // words for people
  kExact,  // a word that has to be this one: a release, a serial number
  kMemory,
  kFrame,
  kCount,
  kDevices,
  kTime,
  kDuration,
  kNames,
  kNumbers,     // crypto domains
  kPlacement,   // logical partition, or guest of a z/VM
  kDedication,  // dedicated or shared
  kCapping,
  kConnection,  // connected to home, or isolated
  kEngines,     // CP or IFL
  kEngineCounts,
  kSubnet,
  kAddress,
  kWwpn,
  kLun,
};

struct RowForm {
  Form form = Form::kFree;
  bool none = false;  // of questions: `none` is an answer
};

RowForm FormOf(const requirements::Requirement& row);

/// What the row expects, with an example: "a memory size such as `24 GiB`".
std::string_view ExpectedOf(Form form);

}  // namespace hotsite::contract
