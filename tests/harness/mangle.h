// Specs in strange layouts, and texts that are hardly specs. Used by the formatter's tests.
#pragma once

#include <random>
#include <string>

namespace hotsite::harness {

/// `text`, which must parse, laid out by chance: blanks, tabs, line ends of all kinds, blank lines, statements joined
/// by
/// `;` and parted, a byte order mark. It says the same, and has the same comments.
std::string Mangled(const std::string& text, std::mt19937& random);

/// Up to `most` tokens of all kinds by chance, brackets mostly closed.
std::string TokenSoup(std::size_t most, std::mt19937& random);

}  // namespace hotsite::harness
