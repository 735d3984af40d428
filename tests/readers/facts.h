// What a file says of a network once its reader has read it, in one form for all formats, so that it can be compared
// with what the spec says. One fact a line:
//
//   enc600 address 10.20.1.11/24
//   enc600 mtu 8192
//   enc600.120 vlan 120 on enc600
//   bond0 port enc900
//   route default via 10.20.1.1
//   device 0.0.0600,0.0.0601,0.0.0602 layer2=1
//   device 0.0.7000 route4=primary_connector
//   forward4
//   dns 10.20.1.53
//   search dr.example.com
//
// On SLES 9 and 10 an interface is called as its configuration is: qeth-bus-ccw-0.0.0600.
#pragma once

#include <map>
#include <set>
#include <string>

#include "tests/readers/readers.h"

namespace hotsite::readers {

using Facts = std::set<std::string>;

/// The facts of the file at `path`, of which `reading` is what its reader says.
Facts FactsOf(const std::string& path, const Reading& reading);

/// What the kernel parameters of a guest's BOOT.txt say, as ReadBoot read it, and none of its files below etc does.
Facts OnlyInBoot(const std::map<std::string, std::string>& files, const Reading& boot);

}  // namespace hotsite::readers
