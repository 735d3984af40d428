// The entries of the standard library as it is written, for the pages about them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace hotsite::driver {

struct LibraryFact {
  std::string name;
  std::string value;
  std::string source;  // empty: none is known
};

struct LibraryEntry {
  std::string name;
  std::string kind;    // machine_model
  std::string module;  // std.machines
  std::string title;
  std::string doc;
  std::vector<LibraryFact> facts;
  std::optional<std::int64_t> generation;  // of a machine
  bool says_generations = false;           // of what runs on machines, or goes into them
  std::int64_t first_generation = 0;
  std::optional<std::int64_t> last_generation;

  bool GoesWith(const LibraryEntry& machine) const;
};

/// All of them, in the order of the parts and within each as they are written there.
std::vector<LibraryEntry> ReadLibrary();

}  // namespace hotsite::driver
