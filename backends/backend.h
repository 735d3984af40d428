// What a backend is: a pure function from the checked model and its requirements to files. One folder each; all.cpp
// lists them.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/model/model.h"
#include "compiler/model/rule.h"
#include "compiler/requirements/ledger.h"
#include "compiler/requirements/requirement.h"
#include "compiler/support/source_file.h"

namespace hotsite::contract {
struct Answers;
}

namespace hotsite::diff {
struct Changes;
}

namespace hotsite::backends {

/// What was asked, and what the vendor answered. Where there is one, BuildInput::model is the site as it is promised,
/// and its requirements those that were asked.
struct AgreementInput {
  const contract::Answers& answers;
  const model::Model& requested;            // the site as it was asked for
  const requirements::Requirements& asked;  // what `answers` refers to
  const SourceMap& requested_sources;       // of `requested` and `asked`
  std::string file;                         // name of the contract's file, without folders: contract.dr
  std::string digest;                       // sha256 of its words
  /// False: the answers make no site that could be read, and BuildInput::model is the requested one. Only what tells of
  /// the answers themselves is made then (BackendInfo::despite_errors).
  bool promised = true;
};

struct BuildInput {
  const model::Model& model;
  const requirements::Requirements& requirements;
  std::string spec_name;                         // file name of the spec, without folders: 2009.dr
  std::string spec_digest;                       // sha256 over all its sources
  unsigned revision = 0;                         // 0: DRAFT, never issued; else the last issued revision
  const requirements::Ledger* ledger = nullptr;  // for the revision history; may be absent
  const SourceMap* sources = nullptr;            // for traceability to lines of the spec; may be absent
  const diff::Changes* changes = nullptr;        // against the revision issued before; absent: there is none
  /// To tell builds apart: what takes long to draw isn't drawn. A PDF has its `content` alone, and instead of pictures
  /// there are sketches (drawing/sketch.h), one for each site.
  bool undrawn = false;
  const AgreementInput* agreement = nullptr;  // with a contract; absent: nothing is answered yet
};

/// A place in a generated file that waits for the vendor's answer.
struct OpenPlace {
  std::string requirement;  // OSA-002
  std::string what;         // "first device number of VSW1's uplink"
};

/// One file. The path is relative, with '/', and qualified so that no two backends collide.
struct Artifact {
  std::string path;
  std::string text;
  bool executable = false;
  std::vector<OpenPlace> open;  // empty: complete
  /// sha256 of what the file says, for one whose bytes depend on versions of libraries too (PDF); empty: of its text.
  std::string content = {};
  /// Not empty: why the file can't be made here, in words. Then nothing of the build is written.
  std::string problem = {};
};

/// Takes one artifact at a time, so that those of 100,000 guests never lie in memory together.
using ArtifactSink = std::function<void(Artifact)>;

struct BackendInfo {
  std::string_view name;     // request, zvm, linux: for --only
  std::string_view summary;  // one line for --list-backends
  std::string_view writes;   // zvm/<system>/…
  void (*generate)(const BuildInput&, const ArtifactSink&) = nullptr;
  bool as_asked = false;  // tells what is asked, so it is given the requested site whatever the vendor answered
  /// Tells what was answered, so it is made alone (--only) also where that is an error: whoever has to settle it needs
  /// just that. Makes nothing without a contract.
  bool despite_errors = false;
};

/// All backends, in the order in which they run.
std::span<const BackendInfo> AllBackends();

}  // namespace hotsite::backends
