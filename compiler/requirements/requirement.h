// The thing in the middle: what is asked of the vendor, one record per fact. The request prints them, the vendor
// answers them, the checklists carry them. Derived from the model and the ledger by a pure function (derive.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/model/ids.h"
#include "compiler/model/stated.h"

namespace hotsite::requirements {

enum class Kind : std::uint8_t {
  kDemand,       // REQ: confirm, or log a deviation
  kQuestion,     // ASK: a value only the vendor knows
  kChoice,       // OPT: tick one, say which
  kInformation,  // INF: no answer
};
const char* ToString(Kind kind);  // REQ, ASK, OPT, INF

/// Sections of the request, in document order; the code is the identifier's first half.
enum class Category : std::uint8_t {
  kPlacement,
  kProcessors,
  kMemory,
  kExpandedStorage,
  kOsa,
  kHiperSockets,
  kChannels,
  kDisk,
  kTape,
  kNetwork,
  kVirtualSwitches,
  kConsoles,
  kSoftware,
  kSchedule,
  kContacts,
};
std::string_view CodeOf(
    Category category);  // PLC, CPU, MEM, XST, OSA, HSK, CHP, DSK, TAP, NET, VSW, CON, SWL, SCH, CTC
std::string_view TitleOf(Category category);  // Placement, Processors, …

/// How a value is read and compared.
enum class ValueType : std::uint8_t {
  kNone,
  kMemory,   // 24 GiB
  kCount,    // 3
  kDevices,  // 0C00-0C0F, 0D00
  kText,
  kTime,   // 2009-10-05 08:00; a duration where no day is known
  kFrame,  // 24 KiB
  kNames,  // PRODA, PRODB: each of them; one more asks for more
};
const char* ToString(ValueType type);  // none, memory, count, devices, text, time, frame, names

/// How many device numbers a row asks for, where it says so: groups of so many consecutive ones.
struct DeviceForm {
  unsigned groups = 0;  // 0: not said
  unsigned each = 1;
  bool even = false;  // each group begins at an even number
};

struct Requirement {
  std::string id;   // PLC-001
  std::string key;  // place/VMPROD/kind: stable while the subject is
  Kind kind = Kind::kDemand;
  Category category = Category::kPlacement;
  std::string subject;    // VMPROD
  std::string site;       // where there are several: the one it is about
  std::string attribute;  // central storage
  model::Comparator comparator = model::Comparator::kExactly;
  ValueType type = ValueType::kNone;
  std::string value;     // canonical text of the value: 24 GiB; empty for questions
  DeviceForm form;       // kDevices
  std::string sentence;  // the SHALL sentence
  std::string reason;    // the Why column; no keyword in capitals
  Span span;             // where the spec says it
  model::HoleId hole;    // questions: the hole that the answer fills
  bool is_new = false;   // the ledger doesn't know the key yet
  /// Which letter the row has because it asks for something else than when it was issued first: b, c, …; empty: none.
  std::string edition;
  /// What became of the row in earlier years, in sentences (contract/past.h): it is told beside the reason, and isn't
  /// part of what is asked. Empty: nothing worth telling.
  std::string past = {};
};

struct Requirements {
  std::vector<Requirement> all;  // in document order
  /// The requirement with this key; nothing when there is none.
  const Requirement* Find(std::string_view key) const;
  /// The identifier of the question that asks for a hole; HOTSITE_CHECKs that there is one (derive makes one for each).
  const std::string& IdOf(model::HoleId hole) const;
  std::size_t Count(Kind kind) const;
  /// The index behind Find and IdOf; filled by derive. Without it (lists made by hand) both search.
  void Index();

 private:
  std::vector<std::uint32_t> by_key_;   // positions in `all`, sorted by key
  std::vector<std::uint32_t> by_hole_;  // positions of the questions that ask for a hole, sorted by hole
};

}  // namespace hotsite::requirements
