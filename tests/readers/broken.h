// Tables of broken files: what a reader must refuse, and in which words.
#pragma once

#include <catch2/catch.hpp>
#include <string>

#include "tests/readers/needs.h"
#include "tests/readers/readers.h"

namespace hotsite::readers {

/// A good text with `part` replaced by `by`, and a part of the complaint about
/// it.
struct Broken {
  std::string part, by, complaint;
};

inline std::string Replaced(std::string text, const std::string& part, const std::string& by) {
  const std::size_t at = text.find(part);
  INFO("the good text has " << part);
  REQUIRE(at != std::string::npos);
  return text.replace(at, part.size(), by);
}

inline void CheckAccepted(const Reading& reading) {
  INFO(reading.complaints);
  INFO(reading.understood);
  CHECK(reading.exit_code == 0);
  CHECK(reading.complaints.empty());
}

inline void CheckRefused(const Reading& reading, const std::string& complaint) {
  INFO(reading.exit_code << ": " << reading.complaints);
  CHECK_FALSE(reading.accepted());
  CHECK(reading.complaints.find(complaint) != std::string::npos);
}

/// Runs `read` on `good` with each of the changes.
template <class Reader, class Table>
void CheckAllRefused(const Reader& read, const std::string& good, const Table& table) {
  for (const Broken& broken : table) {
    INFO(broken.part << " -> " << broken.by);
    CheckRefused(read(Replaced(good, broken.part, broken.by)), broken.complaint);
  }
}

}  // namespace hotsite::readers
