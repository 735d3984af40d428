// What changed between two specs, by what it means: `hotsite diff`. The model is compared, never the text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diff/change_codes.h"
#include "compiler/diff/changes.h"
#include "compiler/model/model.h"
#include "compiler/requirements/requirement.h"

namespace hotsite::diff {

/// Something that changes because of a change: LNXWAS3's address, when its network is readdressed.
struct Follower {
  std::string subject;    // LNXWAS3
  std::string part;       // nic 0600; may be empty
  std::string site;       // may be empty
  std::string attribute;  // address
  std::string now;        // 10.99.30.13
};

/// What `before` or `now` of a change says where the spec asks the vendor.
inline constexpr std::string_view kLeftToVendor = "left to the vendor";

/// One change, of all things that changed alike.
struct SpecChange {
  Code code;
  ChangeClass what = ChangeClass::kChanged;
  std::vector<std::string> subjects;  // LNXWAS1, LNXWAS2; never empty
  std::vector<std::string> sites;     // where; empty: wherever they run
  std::string part;                   // nic 0600; may be empty
  std::string attribute;              // memory; empty: the thing itself is new, gone or renamed
  std::string before, now;            // 1 GiB; empty: not said, or not there
  std::string description;            // of a new or gone thing: what it is
  /// Identifiers of rows of the request (with edition: `MEM-001 b`) that change with it: the newer spec's, and those
  /// of withdrawn rows that the vendor has.
  std::vector<std::string> rows;
  /// What follows, a sentence each without a period: "needs a new quotation", "the vendor must reconfirm OSA-002".
  std::vector<std::string> consequences;
  /// Who else has something new by it; `consequences` sums them up.
  std::vector<Follower> followers;
  std::string sheet;  // key of the sheet (sheet.h) that it was found in; of the first, where several were put together
  std::string follows;  // what it follows itself, before it is put to that one (follow_changes.h); else empty
  Span before_span;     // in the older spec's sources; invalid: it isn't there
  Span now_span;        // in the newer spec's sources
};

/// A spec, ready to be compared.
struct Spec {
  const model::Model& model;
  const requirements::Requirements& requirements;
};

struct SpecChanges {
  std::vector<SpecChange> all;  // by topic, then class, then in text order
  Changes request;              // rows of the request; `since`, `recovery` and `issued` are of no meaning here

  /// Nothing but words for people changed, or nothing at all.
  bool same_meaning() const;
  std::size_t Count(ChangeClass what) const;
  std::size_t Count(Topic topic) const;
};

/// Linear in what both specs say, n log n in names.
SpecChanges CompareSpecs(const Spec& before, const Spec& now);

}  // namespace hotsite::diff
