// The files of the examples' Linux guests are accepted by the programs that read them there.
#include <catch2/catch.hpp>
#include <map>
#include <set>

#include "tests/harness/files.h"
#include "tests/readers/facts.h"
#include "tests/readers/needs.h"
#include "tests/readers/readers.h"

namespace hotsite::readers {
namespace {

/// The files of each guest folder below examples/*/built/*/linux.
std::map<std::string, Files> BuiltGuests() {
  std::map<std::string, Files> guests;
  for (const auto& path : harness::FilesUnder(harness::SourceRoot() / "examples", "")) {
    const std::string name = harness::RelativeName(path);
    const std::size_t linux_at = name.find("/linux/"), end = name.find('/', linux_at + 7);
    if (name.find("/built/") == std::string::npos || linux_at == std::string::npos || end == std::string::npos)
      continue;
    guests[name.substr(0, end)][name.substr(end + 1)] = harness::ReadBytes(path);
  }
  return guests;
}

/// Files that wait for the vendor hold a token where a number belongs: nothing but the answer makes them readable.
bool IsOpen(const std::string& path, const std::string& text) {
  return (path.starts_with("etc/") || path.starts_with("boot/")) &&
         (path.find("OPEN") != std::string::npos || text.find("??") != std::string::npos);
}

/// A file that waits has a name that no program of the system goes by: what it would make of a token nobody knows.
/// Import files nobody goes by at all, they are named in a command; which refuses those that wait.
void CheckUnread(const std::string& path, const std::string& text) {
  if (path.ends_with(".zdev")) {
    CHECK_FALSE(Read(path, text).accepted());
  } else {
    CHECK_FALSE(IsKnownPath(path));
  }
}

TEST_CASE("what is built for the examples' guests is accepted by its readers") {
  if (!Fetched() || !OwnNetwork()) return;
  // Of guests with files of the same names one is enough.
  std::set<std::set<std::string>> seen;
  for (const auto& [guest, files] : BuiltGuests()) {
    std::set<std::string> paths;
    for (const auto& [path, text] : files) paths.insert(path);
    if (!seen.insert(paths).second) continue;
    for (const auto& [path, text] : files) {
      INFO(guest << ": " << path);
      if (IsOpen(path, text)) {
        CheckUnread(path, text);
        continue;
      }
      const Reading reading = Read(path, text);
      INFO(reading.complaints);
      CHECK(reading.accepted());
      if (path == "BOOT.txt") CHECK(OnlyInBoot(files, reading) == Facts{});
    }
  }
  CHECK(seen.size() >= 3);
}

}  // namespace
}  // namespace hotsite::readers
