// What a machine's OSA, HiperSockets, FCP and FICON channels carry, whom they reach, and their device numbers.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

#include "compiler/contract/putter.h"

namespace hotsite::contract {
namespace {

using check::Entry;

const char* WordOf(const model::Carrier& carrier) { return carrier.is_osa() ? "osa" : "hipersockets"; }
const char* WordOf(const model::Channel& channel) { return channel.is_fcp() ? "fcp" : "ficon"; }

template <class Channels>
bool PutCount(Putter& put, const Channels* channels) {
  if (channels == nullptr || !put.answer().value) return false;
  Edit& edit = put.At(*channels);
  if (put.refused() || put.answer().value->amount == 0) return edit.remove = true;
  return put.Set(edit, WordOf(*channels), fmt::format("chpids exactly {}", put.text()));
}

/// `VMA.LNX1` names a guest among several; the statement has its last part.
std::string PlainName(const std::string& name) { return name.substr(name.rfind('.') + 1); }

bool Names(const Entry& entry, const std::string& system) {
  const auto systems = entry.All("systems");
  return std::any_of(systems.begin(), systems.end(),
                     [&](const check::Value* value) { return value->As<std::string>() == system; });
}

/// Leaves only these systems in a statement's `for`; false where none of them stands there.
bool KeepSystems(Entry& entry, const std::set<std::string>& systems) {
  if (!entry.Has("systems")) return true;  // for all
  std::erase_if(entry.arguments, [&](const check::Argument& argument) {
    return argument.role == "systems" && !systems.contains(argument.value.As<std::string>());
  });
  return entry.Has("systems");
}

/// The carrier reaches these systems and no other.
void Restrict(Entry& carrier, const std::set<std::string>& systems, const check::SnippetPlace& place) {
  std::erase_if(carrier.arguments, [](const check::Argument& argument) { return argument.role == "systems"; });
  const std::string_view role = check::FindOperand(*carrier.row, "systems")->role;
  for (const std::string& system : systems)
    carrier.arguments.push_back({role, {check::Data(system), place.value, false}});
  std::erase_if(carrier.children,
                [&](Entry& child) { return child.keyword() == "devices" && !KeepSystems(child, systems); });
}

template <class Channels>
bool PutSystems(Putter& put, const Channels* channels) {
  if (channels == nullptr) return false;
  Edit& edit = put.At(*channels);
  if (put.refused()) return edit.remove = true;
  std::set<std::string> systems;
  for (const std::string& name : put.answer().value->names) {
    const model::Placement* placement = put.making().places.Runner(*put.site(), name);
    if (placement == nullptr) return false;
    systems.insert(PlainName(name));
  }
  if (systems.empty()) return false;
  edit.change.emplace_back([systems, place = put.place()](Entry& entry) { Restrict(entry, systems, place); });
  return true;
}

/// Takes a system out of the `devices` lines that give it something.
void TakeFromLines(Entry& channels, const std::string& system) {
  std::erase_if(channels.children, [&](Entry& line) {
    if (line.keyword() != "devices") return false;
    if (!line.Has("systems")) return system == "all";
    if (!Names(line, system)) return false;
    std::erase_if(line.arguments, [&](const check::Argument& argument) {
      return argument.role == "systems" && argument.value.As<std::string>() == system;
    });
    return !line.Has("systems");
  });
}

bool PutLines(Putter& put, Edit& edit, const char* word) {
  if (put.refused()) return false;  // other numbers, and which isn't said
  const std::string system = put.part(2) == "all" ? "all" : PlainName(put.part(2));
  std::string text;
  for (const DeviceRange& range : put.answer().value->devices)
    text += fmt::format("devices {}{}\n", range.ToString(), system == "all" ? "" : " for \"" + system + "\"");
  auto lines = check::ReadSnippet(text, word, put.place());
  if (!lines || lines->empty()) return false;
  edit.change.emplace_back([system, lines = std::move(*lines)](Entry& entry) {
    TakeFromLines(entry, system);
    entry.children.insert(entry.children.end(), lines.begin(), lines.end());
  });
  return true;
}

/// One end of the path of an FCP device.
bool PutEnd(Putter& put, const char* end) {
  const model::Placement* placement = put.runner();
  if (placement == nullptr || put.refused()) return false;
  return put.Set(*placement, fmt::format("fcp {} {} {}", put.part(2), end, put.text()));
}

}  // namespace

bool PutChpids(Putter& put) { return PutCount(put, put.carrier()); }
bool PutChannelChpids(Putter& put) { return PutCount(put, put.channel()); }
bool PutReach(Putter& put) { return PutSystems(put, put.carrier()); }
bool PutChannelReach(Putter& put) { return PutSystems(put, put.channel()); }

bool PutNpiv(Putter& put) {
  const model::Channel* channel = put.channel();
  if (channel == nullptr || !put.refused()) return false;
  put.At(*channel).change.emplace_back([](Entry& entry) {
    std::erase_if(entry.arguments, [](const check::Argument& argument) { return argument.role == "npiv"; });
  });
  return true;
}

bool PutFrame(Putter& put) {
  const model::Carrier* carrier = put.carrier();
  if (carrier == nullptr || put.refused()) return false;
  return put.Set(put.At(*carrier), WordOf(*carrier), fmt::format("frame exactly {}", put.text()));
}

// Another means than IQD is none that the spec's statement stands for; nothing at all is.
bool PutMeans(Putter& put) {
  const model::Carrier* carrier = put.carrier();
  if (carrier == nullptr || !put.answer().value || !put.answer().value->nothing) return false;
  return put.At(*carrier).remove = true;
}

bool PutDevices(Putter& put) {
  if (const model::Carrier* carrier = put.carrier()) return PutLines(put, put.At(*carrier), WordOf(*carrier));
  const model::Channel* channel = put.channel();
  return channel != nullptr && PutLines(put, put.At(*channel), WordOf(*channel));
}

bool PutWwpn(Putter& put) { return PutEnd(put, "wwpn"); }
bool PutLun(Putter& put) { return PutEnd(put, "lun"); }

// `disk/VMPROD/at/page`: where the volumes of one use are, in the place of what the spec says of them;
// `disk/VMPROD/devices` where all are. Of single volumes, `disk/VMPROD/at/M01RES`, the key has one label only.
bool PutVolumes(Putter& put) {
  constexpr std::array<std::string_view, 6> kUses{"", "res", "page", "spool", "user", "data"};
  const model::Placement* placement = put.runner();
  const std::string use = put.part(2) == "at" ? put.part(3) : "";
  const bool whole = put.parts().size() <= 4 && std::find(kUses.begin(), kUses.end(), use) != kUses.end();
  if (placement == nullptr || put.refused() || !whole) return false;
  put.At(*placement).change.emplace_back([use](Entry& entry) {
    std::erase_if(entry.children, [&](const Entry& child) {
      return child.keyword() == "volumes" && child.Text("use") == use && !child.Has("labels");
    });
  });
  return put.Set(*placement, fmt::format("volumes {} at {}", use, put.text()));
}

}  // namespace hotsite::contract
