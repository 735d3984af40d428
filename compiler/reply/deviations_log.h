// The deviations log of a filled request: what is offered instead of a row.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/reply/reply.h"

namespace hotsite::reply {

/// A line of the log. Texts are clean.
struct LogEntry {
  std::string number;  // DEV-01
  std::string id;      // as written: PLC-003; mem 3; PLC-001, PLC-002
  std::string offered, effect, decision, initials;

  bool empty() const { return id.empty() && offered.empty() && effect.empty() && decision.empty(); }
};

/// The identifiers in what people write: `plc 003 b` names PLC-003. Each once, in their order.
std::vector<std::string> IdentifiersIn(std::string_view text);

/// Puts each entry to the rows that it names. A row that has no tick is a deviation then, and one that
/// is confirmed is both, which is for a person to settle; what names no row becomes a remark.
void ApplyLog(const std::vector<LogEntry>& entries, Read& read);

}  // namespace hotsite::reply
