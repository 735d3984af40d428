// The matrix: distributions by what a network may have. A cell is a guest that Hotsite builds for that distribution;
// its files are read by the programs that would read them there, and what these understood is compared with the spec.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "tests/readers/facts.h"

namespace hotsite::readers {

struct Distribution {
  std::string name;   // sles_15_sp6, as the spec writes it
  std::string title;  // SLES 15 SP6
  /// What interfaces are called: by their configuration (SLES 9 and 10), eth0, enccw0.0.0600, enc600.
  enum class Names : std::uint8_t { kConfiguration, kEth, kEnccw, kEnc } names = Names::kEnc;
  /// A VLAN is vlan120 where SUSE's own scripts read it and where enccw0.0.0600.120 would be too long, else eth0.120.
  bool plain_vlans = false;
  /// A fact that no file of the distribution can say; then the README has to.
  std::string lacks = {};
};

struct Feature {
  std::string guest;  // OSA, of the spec
  std::string title;  // OSA, layer 2
  /// The facts that its files have to say, no more and no fewer. `<0600>` is the interface of that device, `<vlan>`
  /// that of the VLAN, `<own>` the layer of an OSA of its own: on SLES 9 and 10 it is 3.
  std::vector<std::string> facts;
};

const std::vector<Distribution>& Distributions();
const std::vector<Feature>& Features();

struct Cell {
  Facts expected, understood;
  std::string problems;           // what the readers complain of
  std::set<std::string> readers;  // those that accepted its files
  std::string lacking;            // the fact of the spec that its files can't say
  std::string unwritten;          // what its README says of such facts
  bool accepted() const { return problems.empty() && expected == understood; }
};

/// The cells of a row, in the order of Features().
std::vector<Cell> RunRow(const Distribution& distribution);

std::vector<std::vector<Cell>> RunAll();

/// The page about it, Markdown; `rows` has a row for each distribution.
std::string MatrixPage(const std::vector<std::vector<Cell>>& rows);

}  // namespace hotsite::readers
