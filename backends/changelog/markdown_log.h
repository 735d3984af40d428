// The part of a comment that tells of one comparison.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "backends/changelog/changelog.h"
#include "backends/changelog/phrases.h"

namespace hotsite::backends::changelog {

/// How much is told, so that a comment fits. What isn't told is counted.
struct Room {
  bool pictures = true;       // of sites, before and after
  bool trees = true;          // what runs where
  bool lists = true;          // names in full, words for people, files
  bool rows = true;           // of the request
  std::size_t changes = 200;  // in tables
  std::size_t grave = 10;     // flagged at the top
};

class MarkdownLog {
 public:
  explicit MarkdownLog(const Changelog& log);

  /// All of it, in blocks with an empty line between two. `heading`: `###`.
  std::string Print(const Room& room, std::string_view heading) const;

 private:
  struct Site {
    std::string name;
    std::string tree;           // empty: everything runs where it did
    std::string before, after;  // pictures; empty: there is none, or it would be too large to be read
  };

  void Flag(const Room& room, std::string& text) const;
  void Tables(const Room& room, std::string& text) const;
  void Sites(const Room& room, std::string& text) const;
  void NamesInFull(const Room& room, std::string& text) const;
  void Rows(const Room& room, std::string& text) const;
  void Files(const Room& room, std::string& text) const;
  void Editorial(const Room& room, std::string& text) const;
  void Legend(std::string& text) const;
  std::string RowOf(const diff::SpecChange& change) const;

  const Changelog& log_;
  diff::SpecChanges changes_;
  Nouns nouns_;
  std::vector<Site> sites_;  // those where something runs elsewhere
};

}  // namespace hotsite::backends::changelog
