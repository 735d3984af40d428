// The parts of the request document, a file per group of sections; request.cpp puts them in order. Each is a pure
// function of the Request.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "backends/backend.h"
#include "backends/document/document.h"
#include "compiler/diff/changes.h"

namespace hotsite::backends::request {

/// What every part reads: the input and what follows from it for the whole document.
struct Request {
  const BuildInput& input;
  std::vector<const model::Site*> sites;                             // the recovery sites
  std::string title;                                                 // Disaster recovery request 2009
  std::string status;                                                // DRAFT, ISSUED
  std::map<std::string, const model::System*, std::less<>> systems;  // by the names that requirements call them
  std::map<std::string_view, const diff::Change*> changed;           // by identifier, since the revision before
  std::string due;         // when answers are due: `2009-10-05 (Monday) 04:00 America/New_York`; empty: no test
  std::string answers_to;  // DR coordinator (coordinator), telephone +1 555 0100; `the customer`: nobody is named

  const model::Model& model() const { return input.model; }
  const requirements::Requirements& requirements() const { return input.requirements; }
  /// The system that a row is about; nothing for machines, connections, networks, people.
  const model::System* SystemOf(const requirements::Requirement& row) const;
  /// `by 2009-10-05 (Monday) …`, `before the configuration is built`.
  std::string due_words() const { return due.empty() ? "before the configuration is built" : "by " + due; }
};

Request MakeRequest(const BuildInput& input);
document::Document BuildDocument(const Request& request);

// cover.cpp: 0.
void FillCover(const Request& request, document::Document& document);
/// What stands on every page and in the file's properties.
void FillPages(const Request& request, document::Document& document);

// changes.cpp: 2.
document::Section Changes(const Request& request);
/// The same as a document of its own, row by row. Only where there is a revision to compare with.
document::Document ChangesAlone(const Request& request);

// one_page.cpp: 1.
document::Section OnOnePage(const Request& request);

// rules.cpp: 3.
document::Section HowToAnswer(const Request& request);

// definitions.cpp: 4.
document::Section Definitions(const Request& request);

// rows.cpp: 5 to 13.
std::vector<document::Section> RequirementSections(const Request& request);

// acceptance.cpp: 14.
document::Section Acceptance(const Request& request);

// closing.cpp: 15.
document::Section Assumptions(const Request& request);

// sign_off.cpp: 16 and 17.
document::Section DeviationsLog();
document::Section SignOff(const Request& request);

// annexes.cpp: A and B.
document::Section Configuration(const Request& request);
document::Section Guests(const Request& request);

// attributes.cpp: tables of annex A that are empty in most requests.
document::Table Partitions(const Request& request, const model::Site& site);
document::Table Channels(const Request& request, const model::Site& site);
document::Table FcpPaths(const Request& request, const model::Site& site);
document::Table VolumePlaces(const Request& request, const model::Site& site);

// records.cpp: C to E.
document::Section Traceability(const Request& request);
document::Section Revisions(const Request& request);
/// The files for the vendor's own z/VM; no section where the vendor runs none for us.
std::vector<document::Section> VendorFiles(const Request& request);

// placement_tree.cpp: the machines of a site with everything in them, drawn in text, levels at the right.
std::string PlacementTree(const Request& request, const model::Site& site);

// figures.cpp.
document::Figure PictureOf(const Request& request, const model::Site& site, unsigned number);
/// The site and home at one scale; nothing where there is no home, or where both in one picture can't be read.
std::optional<document::Figure> ComparisonOf(const Request& request, const model::Site& site, unsigned number);

// forms.cpp: for programs.
std::string JsonText(const Request& request);

// words.cpp.
/// `at least 24 GiB`; the value alone where it is exact and no number; empty for questions.
std::string Wanted(const requirements::Requirement& row);
/// `VMPROD`; `VMPROD at east` where the request is about several sites.
std::string Subject(const requirements::Requirement& row);
/// `z/VM 5.4`, `z/OS`, the distribution's title for Linux.
std::string KindOf(const model::Model& model, const model::System& system);
/// The networks that are there at the site: somebody stands on them, or something carries them. Not those that are only
/// a range which others are parts of.
std::vector<model::NetworkId> NetworksAt(const model::Model& model, const model::Site& site);
/// `2009-10-05 (Monday) 08:00 America/New_York to 2009-10-08 (Thursday) 16:00 America/New_York`.
std::string Window(const model::TestWindow& test);
/// `a, b, c`.
std::string Joined(const std::vector<std::string>& items);

}  // namespace hotsite::backends::request
