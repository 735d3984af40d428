// Of which model each volume is, wherever the spec says it: in `volumes`, or in a disk that lies on it.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "compiler/model/rule.h"
#include "compiler/model/volume_scope.h"

namespace hotsite::rules {

class VolumeModels {
 public:
  explicit VolumeModels(const model::Model& model);

  /// The disk's own, else what is said of its volume; nothing where nobody says.
  const model::DiskModel* Of(const model::VolumeScope& scope, const model::Disk& disk) const;

  /// One finding for each two places that say different models of a volume.
  void TellContradictions(model::RuleReporter& report) const;

 private:
  struct Said {
    model::DiskModelId model;
    Span span;
    std::string system;
  };
  struct Contradiction {
    std::string volume;
    Said one, other;
  };

  void Add(const model::VolumeScope& scope, const std::string& label, const Said& said);

  const model::Model& model_;
  std::map<model::VolumeKey, Said> said_;  // the first
  std::vector<Contradiction> contradictions_;
};

}  // namespace hotsite::rules
