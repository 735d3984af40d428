// What a killed run leaves beside its target: hidden files and folders `.NAME.hotsite-…`. Whoever uses one holds a lock
// on it, which the system drops with the process (flock(2)); so one that can be locked belongs to nobody. Used in
// support only.
#pragma once

#include <string>

namespace hotsite {

/// The beginning of the names of hidden files and folders beside `name`; mkdtemp's six letters and digits follow for a
/// folder, two numbers with a dash between them for a file. Long names are cut: what follows must fit in 255 bytes.
std::string HiddenName(const std::string& name);

/// Locks the file or folder that has just been made at `path` and opened as `fd`. False when another run took it for a
/// leftover in between. Where the file system knows no locks it stays without one, and nobody takes it.
bool Claim(int fd, const std::string& path);

/// Removes from `folder` what killed runs left beside `name`. What is in use, of another owner, or can't be removed
/// stays; so does a folder that holds the `old` files of a target: they may be the only ones.
void RemoveLeftovers(const std::string& folder, const std::string& name);

}  // namespace hotsite
