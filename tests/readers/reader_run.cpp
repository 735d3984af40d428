#include "tests/readers/reader_run.h"

#include <algorithm>
#include <filesystem>

#include "tests/acceptance/run_program.h"

namespace hotsite::readers {
namespace {

constexpr const char* kFunctions = R"(cd "$FOLDER" || exit 99
s390x() { program=$1; shift; "$READERS/host/root/usr/bin/qemu-s390x-static" -L "$READERS/s390x/root" \
  "$READERS/s390x/root/sbin/$program" "$@"; }
fetched() { program=$1; shift
  LD_LIBRARY_PATH="$READERS/host/root/usr/lib/x86_64-linux-gnu" LC_ALL=C "$READERS/host/root/$program" "$@"; }
udev254() { program=$1; shift; root=$READERS/udev/root/usr/lib/x86_64-linux-gnu
  LD_LIBRARY_PATH="$root/systemd:$root" LC_ALL=C "$READERS/udev/root/bin/$program" "$@"; }
)";

constexpr int kSeconds = 20;
constexpr int kMebibytes = 65536;  // qemu reserves the address space of the machine it plays

bool HoldsOneOf(std::string_view line, const std::vector<std::string_view>& parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view one) { return line.find(one) < line.size(); });
}

}  // namespace

std::vector<std::string> Lines(std::string_view text) {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    lines.emplace_back(text.substr(at, end - at));
    at = end + 1;
  }
  return lines;
}

std::string WithoutLines(std::string_view text, const std::vector<std::string_view>& parts) {
  std::string kept;
  for (const std::string& line : Lines(text)) {
    if (!HoldsOneOf(line, parts)) kept += line + "\n";
  }
  return kept;
}

Reading RunReader(const Scratch& scratch, const std::string& command, const std::vector<std::string_view>& harmless) {
  const std::string places =
      "READERS=" + acceptance::Quoted(HOTSITE_READERS) + "\nFOLDER=" + acceptance::Quoted(scratch / "") + "\n";
  acceptance::RunResult result = acceptance::Run(scratch, places + kFunctions + command, kSeconds, kMebibytes);
  return {result.exit_code, std::move(result.out), WithoutLines(result.err, harmless)};
}

bool AreFetched() { return std::filesystem::exists(std::string(HOTSITE_READERS) + "/fetched"); }

bool MayHaveOwnNetwork() {
  const Scratch scratch;
  return acceptance::Run(scratch, "unshare -n -m true && command -v ip").exit_code == 0;
}

}  // namespace hotsite::readers
