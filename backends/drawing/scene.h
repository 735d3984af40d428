// What runs where at a site, as boxes in boxes and the networks that they hang on: everything a picture shows and
// nothing of how it looks. layout.h gives it places.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compiler/model/model.h"
#include "compiler/requirements/requirement.h"

namespace hotsite::backends::drawing {

/// One box, or a stack of boxes that differ in their names alone.
struct Node {
  enum class Kind : std::uint8_t { kSite, kMachine, kEmpty, kZos, kHypervisor, kLinux, kCoupling, kStack, kExternal };
  enum class State : std::uint8_t {
    kFine,
    kThirdLevel,  // runs under a hypervisor under a hypervisor: carried by software
    kCause,       // a hypervisor that is run as a guest though it has guests
    kMissing,     // home has it, this site doesn't
  };
  Kind kind = Kind::kSite;
  State state = State::kFine;
  bool router = false;
  std::size_t count = 1;               // of systems; more than one: a stack
  std::vector<std::string> title;      // VMPROD
  std::string what;                    // z/VM 5.4
  std::vector<std::string> facts;      // `3 CP or IFL dedicated`, `24 GiB`
  std::optional<unsigned> level = {};  // of virtualization; a machine is 0
  std::string requirement = {};        // PLC-001; may be empty
  std::size_t parent = 0;              // itself for the site
  std::vector<std::size_t> children = {};
};

/// `z/VM 5.4`, `12 Linux`.
std::string WhatOf(const Node& node);

/// A network that boxes hang on: inside the box that owns it, or outside of all machines (the site owns it then).
struct Bus {
  enum class Kind : std::uint8_t { kVswitch, kGuestLan, kBridge, kHipersockets, kOutside };
  Kind kind = Kind::kOutside;
  bool missing = false;  // nothing carries it here
  std::string label;     // vswitch VSW1: OFFICE
  std::size_t owner = 0;
  std::vector<model::NetworkId> networks = {};
  std::string question = {};  // ? HSK-004 to HSK-006
};

/// Where a partition reaches an OSA of its machine.
struct Port {
  std::size_t machine = 0;         // a node
  std::vector<std::string> lines;  // `OSA UPLINK`, `0C10` or `? OSA-004`
  bool open = false;               // its device numbers are a question to the vendor
};

/// The end of a wire.
struct End {
  enum class Kind : std::uint8_t { kNode, kBus, kPort };
  Kind kind = Kind::kNode;
  std::size_t index = 0;
  friend auto operator<=>(const End&, const End&) = default;
};

/// A connection, from the inside to the outside. Two ends have one at most.
struct Wire {
  End from, to;
  bool missing = false;
};

/// Every box's parent comes before it. Deterministic: the order of the spec.
struct Scene {
  std::string title;        // What runs where at hotsite
  std::string heading;      // hotsite
  std::vector<Node> nodes;  // the first is the site
  std::vector<Bus> buses;
  std::vector<Port> ports;
  std::vector<Wire> wires;
  std::vector<std::string> remarks;  // below the picture: what isn't run here, what wasn't drawn
  std::string description;           // the picture in words
};

/// How hard like guests are folded into stacks.
enum class Folding : std::uint8_t {
  kSeldom,   // more than twelve in one box
  kOften,    // more than six guests: names in a row first, then whatever is alike
  kSystems,  // hypervisors too, with all that is in them
};

/// `requirements` may be absent (home; a spec with errors): then open values have no number.
Scene MakeScene(const model::Model& model, const model::Site& site, const requirements::Requirements* requirements,
                Folding folding = Folding::kSeldom);

}  // namespace hotsite::backends::drawing
