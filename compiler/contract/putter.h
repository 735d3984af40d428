// What the files of promise_*.cpp share: one answer, what it is about in the requested model, and the edits it makes.
// Nothing outside contract/ sees this.
#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "compiler/contract/answers.h"
#include "compiler/contract/edits.h"
#include "compiler/model/model.h"

namespace hotsite::contract {

/// Where the things of the requested model stand in the text of its sites, by the names that keys have.
class Places {
 public:
  explicit Places(const model::Model& model);

  const model::Placement* Runner(const model::Site& site, const std::string& name) const;
  const model::Machine* Machine(const model::Site& site, std::string_view name) const;
  const model::Carrier* Carrier(const model::Site& site, std::string_view name) const;
  const model::Channel* Channel(const model::Site& site, std::string_view name) const;
  /// The one site, or the one of several that has this name.
  const model::Site* Site(std::string_view name) const;

 private:
  const model::Model& model_;
  std::unordered_map<std::string, const model::Placement*> runners_;  // by site and name
};

/// What becomes of all answers.
struct Making {
  const model::Model& model;
  const Places places;
  Edits edits{};
  /// The engines of each machine, which are one statement for several rows.
  std::map<std::string, std::vector<EngineCount>> engines{};
};

/// One answer on its way into the spec.
class Putter {
 public:
  Putter(Making& making, const RowAnswer& answer);

  const RowAnswer& answer() const { return answer_; }
  const model::Model& model() const { return making_.model; }
  Making& making() { return making_; }
  const model::Site* site() const { return site_; }
  /// The parts of the key: cpu, VMPROD, dedicated.
  const std::vector<std::string>& parts() const { return parts_; }
  const std::string& part(std::size_t index) const;
  /// Whether it won't be at all, or as little as no value says.
  bool refused() const;
  /// The value as a spec would have it; empty: there is none.
  const std::string& text() const;
  const check::SnippetPlace& place() const { return place_; }

  // What the second part of the key names; null where there is no such thing.
  const model::Placement* runner() const;
  const model::Machine* machine() const;
  const model::Carrier* carrier() const;
  const model::Channel* channel() const;

  // The blocks that hold the statements of these.
  Edit& At(const model::Site& site);
  Edit& At(const model::Machine& machine);
  Edit& At(const model::Placement& placement);
  Edit& At(const model::Carrier& carrier);
  Edit& At(const model::Channel& channel);

  /// Sets statements in a block of `parent`. `roles`: the operands that count, where not all do. False where the text
  /// can't be read.
  bool Set(Edit& block, std::string_view parent, const std::string& text,
           std::initializer_list<std::string_view> roles = {});
  bool Set(const model::Placement& placement, const std::string& text,
           std::initializer_list<std::string_view> roles = {});

 private:
  Making& making_;
  const RowAnswer& answer_;
  const model::Site* site_ = nullptr;
  std::vector<std::string> parts_;
  check::SnippetPlace place_;
};

/// How answers to a family of rows become statements: false where none stands for what is answered.
using Put = bool (*)(Putter& put);

// promise_placement.cpp
bool PutKind(Putter& put);
bool PutLevels(Putter& put);
bool PutMode(Putter& put);
bool PutModel(Putter& put);
// promise_resources.cpp
bool PutProcessors(Putter& put);
bool PutEngineTypes(Putter& put);
bool PutDedicated(Putter& put);
bool PutWeight(Putter& put);
bool PutCapping(Putter& put);
bool PutEngines(Putter& put);
bool PutCapacity(Putter& put);
bool PutSerial(Putter& put);
bool PutMemory(Putter& put);
bool PutMaximum(Putter& put);
bool PutMachineMemory(Putter& put);
bool PutExpanded(Putter& put);
bool PutConsoles(Putter& put);
bool PutConsoleDevices(Putter& put);
bool PutLoadAddress(Putter& put);
bool PutLoadParameter(Putter& put);
bool PutTapeDrives(Putter& put);
bool PutTimezone(Putter& put);
// promise_connections.cpp
bool PutChpids(Putter& put);
bool PutChannelChpids(Putter& put);
bool PutReach(Putter& put);
bool PutChannelReach(Putter& put);
bool PutNpiv(Putter& put);
bool PutFrame(Putter& put);
bool PutMeans(Putter& put);
bool PutDevices(Putter& put);
bool PutWwpn(Putter& put);
bool PutLun(Putter& put);
bool PutVolumes(Putter& put);
// promise_networks.cpp
bool PutNetwork(Putter& put);
bool PutIsolation(Putter& put);
bool PutConnection(Putter& put);
bool PutLan(Putter& put);
bool PutControllers(Putter& put);

/// Which rows become statements, by their keys.
struct Family {
  std::string_view first;  // cpu
  std::string_view last;   // dedicated; empty: whatever stands there
  Put put;                 // null: no statement stands for it
};
/// The parts of a row's key: cpu, VMPROD, dedicated; without its site.
std::vector<std::string> PartsOf(const requirements::Requirement& row);
/// The one that fits; nothing: a family that isn't known.
const Family* FamilyOf(const std::vector<std::string>& parts);

}  // namespace hotsite::contract
