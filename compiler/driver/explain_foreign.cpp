// Statements of USER DIRECT and the like as topics: what says the same here.
#include <fmt/format.h>

#include "compiler/driver/topics.h"
#include "compiler/schema/foreign.h"

namespace hotsite::driver {
namespace {

Page PageOf(const schema::Foreign& one) {
  Page page{std::string(one.word), fmt::format("statement of {}", one.file), AsSentence(one.says), {}};
  if (!one.here.empty()) {
    page.parts.push_back(Prose{"Here it is written:"});
    page.parts.push_back(Forms{{std::string(one.here)}});
  }
  if (!one.rest.empty()) page.parts.push_back(Prose{AsSentence(one.rest)});
  return page;
}

}  // namespace

std::vector<Topic> ForeignTopics() {
  std::vector<Topic> topics;
  for (const schema::Foreign& one : schema::AllForeign()) {
    topics.push_back({"Statements of other files",
                      std::string(one.word),
                      {},
                      fmt::format("{}: {}", one.file, one.says),
                      std::string(one.file),
                      [&one] { return PageOf(one); }});
  }
  return topics;
}

}  // namespace hotsite::driver
