#include "backends/zvm_text/added.h"

#include <sstream>
#include <string_view>

namespace hotsite::backends::zvm_text {
namespace {

std::vector<std::string> WordsOf(const std::string& line) {
  std::istringstream in(line);
  std::vector<std::string> words;
  for (std::string word; in >> word;) words.push_back(word.ends_with(',') ? word.substr(0, word.size() - 1) : word);
  return words;
}

void ReadDirectory(Added& added, const std::vector<std::string>& words) {
  if (words.size() < 2) return;
  if (words[0] == "PROFILE") added.profiles.push_back(words[1]);
  if (words[0] == "USER" || words[0] == "IDENTITY") added.users.push_back(words[1]);
  if (words[0] == "SUBCONFIG") added.subconfigs.push_back(words[1]);
}

void ReadConfig(Added& added, const std::vector<std::string>& words) {
  if (words.size() < 2) return;
  if (words[0] == "USER_VOLUME_LIST") added.volumes.insert(added.volumes.end(), words.begin() + 1, words.end());
  if (words.size() < 3 || words[0] != "DEFINE") return;
  if (words[1] == "VSWITCH") added.vswitches.push_back(words[2]);
  if (words[1] == "LAN") added.lans.push_back(words[2]);
}

}  // namespace

Added AddedBy(const std::vector<HostFile>& files) {
  Added added;
  for (const HostFile& file : files) {
    std::istringstream in(file.text);
    for (std::string line; std::getline(in, line);) {
      if (file.name == "USER.DIRECT") ReadDirectory(added, WordsOf(line));
      if (file.name == "SYSTEM.CONFIG") ReadConfig(added, WordsOf(line));
    }
  }
  return added;
}

}  // namespace hotsite::backends::zvm_text
