// Every character that a document prints: what fonts have to have.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "backends/document/document.h"

namespace hotsite::backends::document {

/// The characters of the texts, each with the words around it where it first stands.
class Characters {
 public:
  void Add(std::string_view text);

  struct Character {
    char32_t code = 0;
    std::string around;
    friend bool operator<(const Character& a, const Character& b) { return a.code < b.code; }
  };
  const std::set<Character>& all() const { return all_; }

 private:
  std::set<Character> all_;
};

Characters CharactersOf(const Document& document);

}  // namespace hotsite::backends::document
