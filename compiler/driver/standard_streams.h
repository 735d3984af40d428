// What the program does about standard streams that are closed, full or read by nobody any more.
#pragma once

#include <span>
#include <string>

namespace hotsite::driver {

/// To be called first. A closed stream gets a file of its own, or the next file that is opened (a spec, a report) would
/// take its number; a pipe that nobody reads becomes an error of writing instead of the end without a word.
void PrepareStreams();

/// To be called last: writes what stdout still holds. Gives `code`, or kUsage where not all could be written, which is
/// told then. git takes any other code of its diff program than 0 for its death, so there `code` stays.
int FinishStreams(std::span<const std::string> words, int code);

}  // namespace hotsite::driver
