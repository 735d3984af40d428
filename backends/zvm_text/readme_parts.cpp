#include "backends/zvm_text/readme_parts.h"

#include <algorithm>

#include "backends/zvm_text/open_places.h"
#include "backends/zvm_text/text.h"

namespace hotsite::backends::zvm_text {
namespace {

std::string_view Purpose(std::string_view name) {
  if (name == "USER.DIRECT") return "directory entries of the guests";
  if (name == "SYSTEM.CONFIG") return "vswitches, guest LANs and grants";
  if (name == "SYSTEM.DRLAST") return "consoles, devices online at IPL, features";
  if (name == "UNDO.txt") return "takes it all out again, step by step";
  if (name == "CONTROLLERS.txt") return "checklist of the VSWITCH controllers";
  if (name == "AUTOLOG1.EXEC") return "keeps an IPL from starting guests unasked";
  if (name == "DRSTART.EXEC") return "starts the guests in order, by hand";
  if (name == "SYSTEM.DTCPARMS") return "real devices of the TCP/IP stack";
  if (name == "CHANGES.txt") return "what differs from home, to tick and to undo";
  if (name.ends_with(".TCPIP")) return "addresses of the TCP/IP stack";
  return "";
}

std::string_view PurposeOf(const HostFile& file) {
  const bool controller =
      file.name.ends_with(".TCPIP") && file.text.find("\nVSWITCH CONTROLLER ON") != std::string::npos;
  return controller ? "profile of a VSWITCH controller" : Purpose(file.name);
}

constexpr std::size_t kMostPlaces = 4;

/// The places of a file by question; many of one question are counted, not listed: the file shows each.
void WriteWaitingIn(TextWriter& out, const HostFile& file) {
  std::vector<std::pair<std::string, std::vector<std::string>>> questions;
  for (const OpenPlace& place : file.open) {
    const auto known = std::find_if(questions.begin(), questions.end(),
                                    [&](const auto& question) { return question.first == place.requirement; });
    if (known == questions.end()) {
      questions.push_back({place.requirement, {place.what}});
    } else {
      known->second.push_back(place.what);
    }
  }
  for (auto& [requirement, places] : questions) {
    if (places.size() > kMostPlaces) {
      places.front() += fmt::format(", and {} places like it", places.size() - 1);
      places.resize(1);
    }
    for (const std::string& what : places) {
      out.Wrapped(what, kTextWidth, "    " + PadRight(requirement, 9) + PadRight(file.name, 17), std::string(30, ' '));
    }
  }
}

}  // namespace

void StepWriter::Step(std::string_view text) {
  const std::string first = fmt::format("{:2}. [ ] ", ++number_);
  out_.Wrapped(text, kTextWidth, first, std::string(first.size(), ' '));
}

bool HasFile(const std::vector<HostFile>& files, std::string_view name) {
  return std::any_of(files.begin(), files.end(), [&](const HostFile& file) { return file.name == name; });
}

void WriteFileList(TextWriter& out, const std::vector<HostFile>& files, const std::vector<std::string>& as_home) {
  out.Line("Files (text; send them in text mode, records of 80 columns, fixed):");
  for (const HostFile& file : files) {
    const std::string name = "    " + PadRight(file.name, 18);
    out.Line("{}{}", name, PurposeOf(file));
    if (std::find(as_home.begin(), as_home.end(), file.name) != as_home.end())
      out.Line("{}(as at home: not needed)", std::string(name.size(), ' '));
  }
  out.Line();
}

void WriteWaiting(TextWriter& out, const std::vector<HostFile>& files) {
  if (OpenPlacesOf(files).empty()) {
    out.Line("Nothing waits for the vendor: the files are complete.");
    out.Line();
    return;
  }
  out.Wrapped(
      "WAITS FOR THE VENDOR. Each place is written ?? and the number of the question in the request; no "
      "program accepts it. Replace it by the answer; of device numbers by the first of the group, +1 and +2 are "
      "the next, .2 is the second group of the answer, .3 the third. Of a range each group begins at an even number "
      "(0600, 0604, 0608):",
      kTextWidth);
  for (const HostFile& file : files) WriteWaitingIn(out, file);
  out.Line();
}

void WriteUnsaid(TextWriter& out, const std::vector<HostFile>& files) {
  for (const HostFile& file : files) {
    if (file.text.find(kUnsaid) == std::string::npos) continue;
    out.Wrapped(
        file.name + " has places marked " + kUnsaid + ": the spec does not say the value, and nobody was asked.",
        kTextWidth);
  }
}

}  // namespace hotsite::backends::zvm_text
