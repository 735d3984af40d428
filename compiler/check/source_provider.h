// Where the text of a spec's files comes from. The driver passes in one that reads the disk; tests pass one that holds
// texts in memory. Everything behind it is pure.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hotsite::check {

class SourceProvider {
 public:
  virtual ~SourceProvider() = default;
  /// The bytes of a file; nothing when it can't be read, and `problem` completes "`PATH` …".
  virtual std::optional<std::string> Read(const std::string& path, std::string* problem) = 0;
  /// Whether anything is at `path`, readable or not: what can't be read isn't what isn't there.
  virtual bool Has(const std::string& path) = 0;
};

/// Files held in memory: path -> text.
class MemorySources : public SourceProvider {
 public:
  MemorySources() = default;
  explicit MemorySources(std::map<std::string, std::string> files) : files_(std::move(files)) {}
  void Put(std::string path, std::string text) { files_[std::move(path)] = std::move(text); }
  std::optional<std::string> Read(const std::string& path, std::string* problem) override;
  bool Has(const std::string& path) override { return files_.contains(path); }

 private:
  std::map<std::string, std::string> files_;
};

/// The text of a part of the standard library (`std.zvm`), embedded in the program; nothing when there is no such part.
std::optional<std::string_view> StandardModule(std::string_view name);
/// The names of all parts, sorted.
std::vector<std::string_view> StandardModules();

}  // namespace hotsite::check
