// Where derive's steps put their rows: one Row per fact, filled in by chaining. Made by Derive, used by the files of
// the categories; it keeps keys unique and remembers which questions of the spec have been asked.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/model/model.h"
#include "compiler/requirements/requirement.h"

namespace hotsite::requirements {

/// Makes free text of the spec fit for a document: no control characters, and SHALL, SHOULD, MAY and MUST in lower
/// case, since in capitals they are the document's own words (BCP 14).
std::string PlainText(std::string_view text);

/// A row that is being filled in.
class Row {
 public:
  explicit Row(Requirement& row) : row_(row) {}
  Row& About(std::string_view subject, std::string_view attribute);
  Row& Says(std::string sentence);
  /// The first that isn't empty: what the spec gives as its reason, else what goes wrong otherwise.
  Row& Because(std::string_view stated, std::string_view otherwise);
  Row& Wants(ValueType type, std::string value, model::Comparator comparator = model::Comparator::kExactly);
  /// How many device numbers.
  Row& InGroups(DeviceForm form);
  Row& At(Span span);

 private:
  Requirement& row_;
};

class Collector {
 public:
  explicit Collector(const model::Model& model);

  const model::Model& model() const { return model_; }

  /// Turns to a site. From the second recovery site on, keys end in `@site`; sentences name the site when there are
  /// several.
  void TurnTo(const model::Site& site);
  const model::Site& site() const { return *site_; }
  /// What follows belongs to no site (as before the first TurnTo).
  void LeaveSites();

  Row Demand(Category category, std::string key);
  Row Choice(Category category, std::string key);
  Row Information(Category category, std::string key);
  /// A question of the request's own, which no `?` of the spec asks.
  Row Question(Category category, std::string key);
  /// The question for a `?`, under the hole's own key. Must be asked once.
  Row Question(Category category, model::HoleId hole);
  bool Asked(model::HoleId hole) const { return asked_[hole.index]; }

  /// A system's name, with its z/VM's where two systems have the same one.
  std::string NameOf(model::SystemId system) const;
  std::string NameOf(const model::Placement& placement) const { return NameOf(placement.system); }

  /// All rows in document order: by category, then as they were added.
  std::vector<Requirement> Take();

 private:
  Requirement& Add(Category category, Kind kind, std::string key);
  std::string AtSite(std::string key) const;
  void NameSites();

  const model::Model& model_;
  const model::Site* site_ = nullptr;
  std::map<std::string_view, unsigned> names_;  // how many systems have a name
  std::set<std::string, std::less<>> keys_;
  std::vector<bool> asked_;
  std::vector<Requirement> rows_;
  std::vector<const model::Site*> row_sites_;
  unsigned sites_ = 0;
};

}  // namespace hotsite::requirements
