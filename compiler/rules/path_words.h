// The way of a packet in words, hop by hop: `LNXWAS1 → INSIDE → LNXRTR → DATABASE → PRODA`.
#pragma once

#include <string>

#include "compiler/rules/reach.h"

namespace hotsite::rules {

/// A network's name, or an address of none.
std::string NameOf(const model::Model& model, const Goal& goal);

/// The way, and where it ends. `addressee` is the name of who is meant, `to` its address.
std::string Hops(const model::Model& model, const Way& way, const std::string& addressee, const Goal& to);

/// Both ways: "A → NET → B; back: B has no route to 192.168.30.0/24".
std::string Hops(const model::Model& model, const Reach& reach, const std::string& from, const std::string& target);

}  // namespace hotsite::rules
