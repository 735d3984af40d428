// Runs a command in a clean shell for tests of generated shell files: no variables of ours, no terminal.
#pragma once

#include <array>
#include <cstdio>
#include <stdexcept>
#include <string>

namespace hotsite::testing {

/// `text` as one word of a shell command.
inline std::string Quoted(const std::string& text) {
  std::string quoted = "'";
  for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return quoted + "'";
}

/// What `script` prints (both streams) under `env -i bash`, and `[n]` behind it when its status n isn't 0.
inline std::string RunBash(const std::string& script) {
  const std::string command = "env -i PATH=/usr/bin:/bin:/usr/sbin bash -c " + Quoted(script) + " 2>&1 </dev/null";
  FILE* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("no shell");
  std::string output;
  std::array<char, 4096> buffer{};
  for (std::size_t got = 0; (got = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
    output.append(buffer.data(), got);
  const int status = pclose(pipe);
  return status == 0 ? output : output + "[" + std::to_string(status / 256) + "]";
}

}  // namespace hotsite::testing
