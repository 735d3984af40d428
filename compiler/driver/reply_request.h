// Which request a reply answers: found by what the form says of itself, in the ledger or in a spec.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/driver/pipeline.h"
#include "compiler/reply/reply.h"

namespace hotsite::driver {

/// Where requests are looked for.
struct KnownRequests {
  std::string ledger_path;
  requirements::Ledger ledger;      // empty: there is none
  std::optional<Compilation> spec;  // of --spec
  std::string recovery;             // of the contract that is there already; empty: there is none
};

/// A request as the vendor got it. `revision` 0: a draft.
struct SentRequest {
  std::string recovery;
  std::string spec;  // 2009.dr
  unsigned revision = 0;
  std::string digest;
  requirements::Requirements rows;
  requirements::Requirements newest;  // of the revision that was issued last for the recovery: what has to be agreed
  unsigned newest_revision = 0;
  std::string newest_digest;
  bool sure = false;                 // the form says so itself
  std::vector<Diagnostic> warnings;  // HS4042, HS4044
};

/// The request that `read` answers; nothing and `problem` (HS4040, HS4041) when there is none. `file`: for messages.
std::optional<SentRequest> FindRequest(const reply::Read& read, const std::string& file, const KnownRequests& known,
                                       Diagnostic* problem);

}  // namespace hotsite::driver
