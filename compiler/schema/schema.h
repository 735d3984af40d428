// The table of statements: where each may stand, its operands and their types, whether it repeats, what it means.
// Checking, did-you-mean, help and the reference manual all read this table; adding a statement is a row here, a member
// of the model and whoever uses it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hotsite::schema {

/// What an operand is read as. The example and the description of each are in types.cpp.
enum class Type : std::uint8_t {
  kName,  // a name of the spec, of a system, a LAN …; a quoted one may hold `{n}`
  kBase,  // the name behind `:`: a profile or an entry of the standard library
  kSystem,
  kNetwork,
  kLibrary,  // names of things that are declared elsewhere
  kModule,   // std.zvm or "file.dr"
  kText,     // free text in quotes
  kWord,     // a bare word
  kChoice,   // one of the words listed in the pattern
  kCount,
  kVersion,
  kRatio,
  kPercent,
  kMemory,
  kMemoryOrNone,
  kFrame,
  kDevice,
  kDevices,
  kAddress,
  kIp,
  kSubnet,
  kMac,
  kMacPrefix,
  kEngine,
  kEngines,
  kEngineCount,
  kDuration,
  kTime,
  kDate,
  kZone,
  kExtent,
  kRange,
  kComparator,
  kBackup,
  kVolser,
  kUserid,
  kDomain,
  kCode,
  kDestination,
  kIndex,
  kLoadParameter,
  kWwpn,
  kLun,
  kExpression,
  kKind,         // what a `require` judges: linux, machine …
  kCondition,    // count of nic at least 2
  kRequirement,  // the identifier of a row of the request, with its edition: MEM-001 b
  kAnswer,       // what the vendor answered: words up to one of the statement's own, or text in quotes
};

/// How statements of one word in one block go together, also when a profile's are merged.
enum class Repeat : std::uint8_t {
  kOnce,        // at most one; said again in a profile's user it replaces the profile's
  kKeyed,       // any number, told apart by their first operand; the same one merges
  kKeyedByTwo,  // the same by their first two operands
  kList,        // any number; a profile's user's replace the profile's unless written `also …`
};

struct Row {
  std::string_view word;
  std::string_view parents;  // words whose blocks it may stand in, separated by blanks; `file` is the top
  std::string_view pattern;  // see pattern.h
  Repeat repeat = Repeat::kOnce;
  std::string_view block;  // which word's statements its block holds; empty: it has no block
  std::string_view doc;    // one sentence
};

/// All statements, in the order of the reference manual.
std::span<const Row> AllRows();

/// The row of `word` inside a block of `parent`; nothing when it may not stand there.
const Row* FindRow(std::string_view word, std::string_view parent);

/// The rows of a word wherever it may stand.
std::vector<const Row*> FindRows(std::string_view word);

/// The words that may stand in a block of `parent`, in table order.
std::vector<std::string_view> WordsIn(std::string_view parent);

/// What a type is called in messages ("a device number") and an example of it ("0600").
std::string_view DescriptionOf(Type type);
std::string_view ExampleOf(Type type);

}  // namespace hotsite::schema
