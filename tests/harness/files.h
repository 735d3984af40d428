// Files of the source tree, read and listed in a fixed order. Used by the harness and acceptance tests.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace hotsite::harness {

/// The top folder of the source tree.
std::filesystem::path SourceRoot();

/// The bytes of a file; fails the program when it can't be read.
std::string ReadBytes(const std::filesystem::path& path);
void WriteBytes(const std::filesystem::path& path, std::string_view bytes);

/// All files under `folder` whose names end in `ending`, sorted; none when there is no such folder.
std::vector<std::filesystem::path> FilesUnder(const std::filesystem::path& folder, std::string_view ending);

/// `path` below the top folder, with '/'.
std::string RelativeName(const std::filesystem::path& path);

std::vector<std::string> SplitLines(std::string_view text);

/// Where two texts first differ, for a failing test: the line number and both lines. Empty when they don't.
std::string FirstDifference(std::string_view expected, std::string_view actual);

}  // namespace hotsite::harness
