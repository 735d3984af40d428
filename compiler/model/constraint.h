// A `require` of the spec: a constraint of the user's own. Its conditions are trees of parts; check/ reads them and
// gives every part its type, rules/ evaluates them. Three values: what isn't said, or is left to the vendor, makes a
// comparison neither true nor false.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/model/kind.h"
#include "compiler/model/stated.h"
#include "compiler/model/written.h"

namespace hotsite::model {

/// One part of a condition. Parts refer to others by their index in Condition::parts.
struct Part {
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;

  enum class Op : std::uint8_t {
    kAnd,       // left and right
    kOr,        // left or right
    kNot,       // not left
    kCompare,   // quantity `left` at least, at most, exactly quantity `right`
    kIs,        // property `left` is `text`
    kSaid,      // property `left` is said
    kInclude,   // property `left`, which holds several, has one that is `text`
    kCount,     // count of list `left`, of those for which `where` holds
    kSum,       // sum of `right` of list `left` …
    kLargest,   // the same
    kSmallest,  // the same
    kPercent,   // `amount` % of left
    kAdd,
    kSubtract,
    kMultiply,
    kProperty,  // the property called `text` of the thing that is judged, or of the list's things
    kLiteral,   // `amount`
  };

  Op op = Op::kLiteral;
  Comparator comparator = Comparator::kExactly;
  bool pattern = false;                // `text` stood in quotes: `*` in it stands for anything
  ValueType unit = ValueType::kCount;  // of a literal
  std::uint32_t left = kNone;
  std::uint32_t right = kNone;
  std::uint32_t where = kNone;
  std::int64_t amount = 0;
  std::string text;
  const Property* property = nullptr;  // kProperty: what `text` names; filled when types are checked
  Span word;                           // where `text` stands
  Span span;
};

struct Condition {
  std::vector<Part> parts;
  std::uint32_t root = Part::kNone;
  const Part& at(std::uint32_t index) const { return parts[index]; }
  Span span() const { return parts[root].span; }
};

struct Constraint {
  std::string name;
  std::string message;
  std::string reason;  // `because "…"` or the `///` comment
  Severity severity = Severity::kError;
  Kind kind = Kind::kSystem;
  bool home = true;  // judged at home, at the sites of the recovery
  bool recovery = true;
  SiteId site;  // judged only at this one; invalid: at all that the two above allow
  std::optional<Condition> where;
  std::vector<Condition> that;
  Written written;
};

}  // namespace hotsite::model
