// A typed statement: its row of the schema and its operands as values. What bind and evaluate make of the ast: loops
// are unrolled, profiles merged, names of values replaced; build_*.cpp makes the model of it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "compiler/model/constraint.h"
#include "compiler/model/stated.h"
#include "compiler/model/system.h"
#include "compiler/schema/schema.h"
#include "compiler/values/calendar.h"
#include "compiler/values/device_number.h"
#include "compiler/values/engine.h"
#include "compiler/values/extent.h"
#include "compiler/values/fibre_channel.h"
#include "compiler/values/ip_address.h"
#include "compiler/values/mac_address.h"
#include "compiler/values/memory_size.h"
#include "compiler/values/percent.h"
#include "compiler/values/ratio.h"

namespace hotsite::check {

/// `OFFICE[21]`, not yet resolved.
struct SymbolicAddress {
  std::string network;
  std::int64_t index = 0;
};

/// `BANK/26[3]`, not yet resolved.
struct SymbolicSubnet {
  std::string network;
  unsigned prefix = 0;
  std::int64_t index = 0;
};

struct BackupPlan {
  std::string frequency;
  bool full = false;
  std::vector<std::string> media;
};

using Data = std::variant<std::monostate, std::string, std::int64_t, MemorySize, FrameSize, DeviceNumber, DeviceRange,
                          SymbolicAddress, IpAddress, Subnet, SymbolicSubnet, MacAddress, EngineChoice, EngineCount,
                          Duration, LocalTime, Date, CountRange, Wwpn, FcpLun, Ratio, Percent, model::Comparator,
                          BackupPlan, model::Condition, std::vector<std::string>>;

/// One operand. `?` has no data and `hole` set.
struct Value {
  Data data;
  Span span;
  bool hole = false;

  template <class T>
  const T& As() const {
    return std::get<T>(data);
  }
  template <class T>
  const T* If() const {
    return std::get_if<T>(&data);
  }
};

struct Argument {
  std::string_view role;  // a row's, so it lives as long as the program
  Value value;
};

struct Entry {
  const schema::Row* row = nullptr;
  std::vector<Argument> arguments;  // in the order written
  std::vector<Entry> children;
  Span word;
  Span whole;
  std::optional<Span> block;
  std::string doc;
  std::string reason;      // `because "…"`
  bool generated = false;  // from a `for` or a profile
  bool also = false;

  std::string_view keyword() const { return row->word; }
  /// The first value with this role; nothing when it wasn't written.
  const Value* Get(std::string_view role) const;
  std::vector<const Value*> All(std::string_view role) const;
  bool Has(std::string_view role) const { return Get(role) != nullptr; }
  /// The text of a name, word or text operand; empty when it wasn't written.
  std::string_view Text(std::string_view role) const;
  Span SpanOf(std::string_view role) const;
  /// The first child with this keyword.
  const Entry* Child(std::string_view keyword) const;
  /// `because "…"`, else the `///` comment.
  const std::string& why() const { return reason.empty() ? doc : reason; }
};

}  // namespace hotsite::check
