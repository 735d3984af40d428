#include "compiler/driver/kept_replies.h"

#include "compiler/diagnostics/codes.h"
#include "compiler/support/sha256.h"

namespace hotsite::driver {
namespace {

/// A file of the contract's own folder: somebody else's contract must not make Hotsite read what it likes.
bool IsBeside(const std::string& file) {
  return !file.empty() && file.front() != '/' && file.find("..") == std::string::npos &&
         file.find(':') == std::string::npos;
}

}  // namespace

void CheckKeptReplies(const model::Contract& contract, const std::string& contract_path,
                      check::SourceProvider& provider, Reporter& reporter) {
  const std::string folder = contract_path.substr(0, contract_path.rfind('/') + 1);
  for (const model::Reply& reply : contract.replies) {
    const std::string path = folder + reply.file;
    if (reply.sha256.empty() || !IsBeside(reply.file) || !provider.Has(path)) continue;
    std::string problem;
    const auto bytes = provider.Read(path, &problem);
    if (bytes && Sha256Hex(*bytes) == reply.sha256) continue;
    auto& found = bytes ? reporter.Error(codes::kChangedReply, reply.span,
                                         "`{}` isn't the file that was read: it has changed", reply.file)
                        : reporter.Error(codes::kChangedReply, reply.span, "`{}` {}", reply.file, problem);
    found.Here("its digest was recorded here")
        .Note("the answers are those of the file as it came; what lies there now proves nothing of them")
        .Advise(
            "put the file back as it came, from git or from the vendor's mail; a corrected reply is a further one: "
            "`hotsite reply`");
  }
}

}  // namespace hotsite::driver
