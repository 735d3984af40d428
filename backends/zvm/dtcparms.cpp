#include "backends/zvm/dtcparms.h"

#include "backends/zvm_text/controller_entries.h"
#include "backends/zvm_text/open_places.h"
#include "backends/zvm_text/stack.h"
#include "backends/zvm_text/text.h"

namespace hotsite::backends::zvm {
namespace {

using zvm_text::Host;
using zvm_text::OpenPlaces;
using zvm_text::Remark;

/// The devices of one NIC: `0600-0602` when they keep their numbers, else each `real as virtual`.
std::vector<std::string> Attached(const Host& host, const zvm_text::StackNic& nic, OpenPlaces& open) {
  const zvm_text::Triplet real = zvm_text::RealDevicesOf(host, nic);
  const DeviceNumber first = nic.nic->device;
  if (real.first.known() && *real.first == first) return {first.ToString() + "-" + first.Plus(2).ToString()};
  std::vector<std::string> pairs;
  for (unsigned i = 0; i < 3; ++i) {
    pairs.push_back(open.Device(real, i, "real devices of TCP/IP stack NIC " + nic.first) + " as " +
                    first.Plus(i).ToString());
  }
  return pairs;
}

std::vector<std::string> AllAttached(const Host& host, OpenPlaces& open) {
  std::vector<std::string> pieces;
  for (const zvm_text::StackNic& nic : zvm_text::StackNicsOf(host)) {
    const model::Attachment& to = nic.nic->attachment;
    const bool own_lan = to.kind == model::Attachment::Kind::kLan && &host.model.at(to.host) == &host.placement;
    if (!nic.connected || nic.shares || own_lan) continue;
    for (std::string& piece : Attached(host, nic, open)) pieces.push_back(std::move(piece));
  }
  return pieces;
}

void WriteStack(TextWriter& out, const Host& host, const std::vector<std::string>& pieces, const OpenPlaces& open) {
  if (pieces.empty()) return;
  Remark(out,
         "IN PLACE OF THE ENTRY IN SYSTEM DTCPARMS ON TCPMAINT 198; OTHER TAGS OF THAT ENTRY (SUCH AS :OWNER.) STAY.",
         ".*");
  if (!open.all().empty()) {
    Remark(out, "WAITS FOR THE VENDOR: " + JoinWords(zvm_text::IdentifiersOf(open.all()), "AND") + ". REPLACE EACH ??.",
           ".*");
  }
  out.Line(":nick.{} :type.server", zvm_text::StatementName(host.system().tcpip->userid));
  out.Line(":class.stack");
  // Three pieces stay within a record; a tag's value goes on over records up to the next tag (from knowledge: NAMES
  // files).
  constexpr std::size_t kPerLine = 3;
  for (std::size_t at = 0; at < pieces.size(); at += kPerLine) {
    std::string line = at == 0 ? ":attach." : "        ";
    for (std::size_t i = at; i < std::min(at + kPerLine, pieces.size()); ++i) {
      line += pieces[i] + (i + 1 < pieces.size() ? "," : "");
    }
    out.Line(std::string_view(line));
  }
}

/// Without an entry the server isn't known to be a stack; it gets no devices here, CP attaches those of its vswitches.
void WriteControllers(TextWriter& out, const std::vector<std::string>& userids) {
  if (userids.empty()) return;
  Remark(out, "VSWITCH CONTROLLERS THAT ARE NOT THERE YET: BESIDE THE ENTRIES OF THE FILE.", ".*");
  for (const std::string& userid : userids) {
    out.Line(":nick.{} :type.server", userid);
    out.Line(":class.stack");
  }
}

}  // namespace

zvm_text::HostFile WriteDtcparms(const Host& host) {
  OpenPlaces open(host.requirements);
  const std::vector<std::string> pieces = AllAttached(host, open);
  const std::vector<std::string> controllers = zvm_text::NewControllers(host);
  if (pieces.empty() && controllers.empty()) return {};
  TextWriter out;
  // `.*` begins a comment of a DTCPARMS file (from knowledge: IBM DTCPARMS as shipped).
  Remark(out, host.Title() + ": DEVICES OF THE TCP/IP STACK.", ".*");
  WriteStack(out, host, pieces, open);
  WriteControllers(out, controllers);
  return {"SYSTEM.DTCPARMS", out.Take(), open.Take()};
}

}  // namespace hotsite::backends::zvm
