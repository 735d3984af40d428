// contract.dr on disk: what it holds, a further reply in it, and the bytes of replies beside it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/model/contract.h"
#include "compiler/support/atomic_output.h"
#include "compiler/support/source_file.h"

namespace hotsite::driver {

/// A contract file as it is read, and as it becomes. Its text is only ever added to, so comments, lines written by hand
/// and acceptances stay as they are.
class ContractFile {
 public:
  /// Reads the file at `path`, or begins a new one where nothing is. Findings of a file that can't be used, HS4043
  /// last, go to `findings`, and false comes back then.
  bool Open(const std::string& path, std::vector<Diagnostic>& findings);

  bool is_new() const { return text_.empty(); }
  /// What it holds: the spans are of the text as it was opened or extended last.
  const model::Contract& contract() const { return contract_; }
  const SourceMap& sources() const { return sources_; }

  /// Begins the contract of a request, in a file that is new.
  void Begin(std::string recovery, unsigned revision, std::string digest);
  /// Names a newer revision in the `request` line, where that is on a line of its own.
  void Renew(unsigned revision, const std::string& digest);
  /// Adds a reply at the end of the contract.
  void Add(const model::Reply& reply);
  std::optional<FileProblem> Save() const;

 private:
  /// Reads text_ into contract_; nothing else than one contract may be in it.
  bool ReadText(std::vector<Diagnostic>& findings);
  void ReadOwnText();

  std::string path_, text_;
  model::Contract contract_;
  SourceMap sources_;
};

/// Holds other runs off a contract's folder, so that two which extend one contract at a time don't lose a reply. A
/// folder that can't be locked (some network file systems) isn't.
class FolderLock {
 public:
  explicit FolderLock(const std::string& contract_path);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;

 private:
  int folder_ = -1;
};

/// Keeps the bytes of a reply in the folder `replies` beside the contract, under the file's name, made safe; a file of
/// that name with other bytes stays, and this one gets a number. `kept`: its path from the contract's folder.
std::optional<FileProblem> KeepBytes(const std::string& contract_path, const std::string& file, std::string_view bytes,
                                     std::string* kept);

}  // namespace hotsite::driver
