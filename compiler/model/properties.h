// What a `require` can speak of: the kinds of things there are, and for each kind its properties, with type, one line
// of documentation and how they are read from the model. A new property is a row in properties_*.cpp; a new kind a row
// of kinds.cpp and its rows there. What is read is what is in force at the site: what it says over home over the
// declaration.
//
// A list leads only to what a thing holds (a machine its partitions, a z/VM its guests), never back or across: so no
// condition, however lists are nested in it, looks at a thing more often than it has parts.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "compiler/model/kind.h"
#include "compiler/model/model.h"

namespace hotsite::model {

/// One thing of a kind. What the numbers are, by kind: systems the placement; machines, partitions and carriers their
/// index; a network its index and the site; nics, LANs and disks the placement and the index in it; contacts theirs.
struct Thing {
  Kind kind = Kind::kSystem;
  std::uint32_t first = 0;
  std::uint32_t second = 0;
};

/// What is declared under the name that a property gives: a name in a condition must be one of these.
enum class Refers : std::uint8_t { kNothing, kNetwork, kSystem, kMachineModel, kRelease, kDistribution, kDiskModel };

struct NotSaid {};
struct LeftToVendor {};  // `?`

/// What a property reads: nothing, a question to the vendor, an amount in its type's unit, a word, several, or things.
using Reading =
    std::variant<NotSaid, LeftToVendor, std::int64_t, std::string, std::vector<std::string>, std::vector<Thing>>;

/// Kinds, one bit each.
using KindSet = std::uint32_t;
template <class... Kinds>
constexpr KindSet SetOf(Kinds... kinds) {
  return ((KindSet{1} << static_cast<unsigned>(kinds)) | ...);
}

struct Property {
  std::string_view name;
  std::string_view other;  // its plural or singular, which is understood too; may be empty
  KindSet of = 0;          // the kinds of things that have it
  ValueType type = ValueType::kText;
  bool many = false;  // several words, names or texts
  std::string_view doc;
  Reading (*read)(const Model&, Thing) = nullptr;
  std::string_view words = {};       // kWord: `production|test`
  Refers refers = Refers::kNothing;  // kName
  Kind elements = Kind::kSystem;     // kList
};

struct KindInfo {
  Kind kind = Kind::kSystem;
  std::string_view word;      // as `for every` names it
  std::string_view other;     // another word that is understood
  std::string_view singular;  // in messages: "Linux system"
  std::string_view plural;
  /// All of a site, in text order.
  std::vector<Thing> (*all)(const Model&, SiteId) = nullptr;
};

std::span<const KindInfo> AllKinds();
const KindInfo& InfoOf(Kind kind);
/// The kind that a word names; nothing when none is called so.
const KindInfo* FindKind(std::string_view word);

/// The tables: of systems and what they have, of sites and what they have.
std::span<const Property> SystemProperties();
std::span<const Property> SiteProperties();

/// The properties of a kind, in the order of the tables.
std::vector<const Property*> PropertiesOf(Kind kind);
/// By name or its other form; nothing when the kind has no such property.
const Property* FindProperty(Kind kind, std::string_view name);

/// How messages call a thing: "`LNXWAS1`", "nic `0600` of `LNXWAS1`".
std::string TitleOf(const Model& model, Thing thing);
/// The name under which a finding about it is accepted: its own, or that of the system that it belongs to.
std::string SubjectOf(const Model& model, Thing thing);
/// Where it is declared.
Span PlaceOf(const Model& model, Thing thing);

/// The tier of a system: its own, else that of its z/VM.
Tier TierOf(const Model& model, const System& system);

}  // namespace hotsite::model
