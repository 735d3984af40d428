#include "compiler/reply/xml_events.h"

#include <expat.h>

#include <memory>

namespace hotsite::reply {
namespace {

constexpr std::size_t kDeepest = 100;

std::string_view LocalName(const char* name) {
  const std::string_view whole(name);
  const std::size_t colon = whole.rfind(':');
  return colon == std::string_view::npos ? whole : whole.substr(colon + 1);
}

struct Run {
  const XmlEvents& events;
  XML_Parser parser;
  std::size_t depth = 0;
  bool refused = false;
  bool stopped = false;

  void Stop() {
    stopped = true;
    XML_StopParser(parser, XML_FALSE);
  }
};

void OnBegin(void* data, const char* name, const char** attributes) {
  auto& run = *static_cast<Run*>(data);
  if (run.stopped) return;
  run.refused = run.refused || ++run.depth > kDeepest;
  if (run.refused || !run.events.begin(LocalName(name), XmlAttributes(attributes))) run.Stop();
}

void OnEnd(void* data, const char* name) {
  auto& run = *static_cast<Run*>(data);
  if (run.stopped) return;
  --run.depth;
  if (!run.events.end(LocalName(name))) run.Stop();
}

void OnText(void* data, const char* text, int length) {
  const auto& run = *static_cast<Run*>(data);
  if (!run.stopped) run.events.text(std::string_view(text, static_cast<std::size_t>(length)));
}

void OnDocumentType(void* data, const char* /*name*/, const char* /*system*/, const char* /*public_id*/, int /*own*/) {
  auto& run = *static_cast<Run*>(data);
  run.refused = true;
  run.Stop();
}

}  // namespace

std::string_view XmlAttributes::Get(std::string_view name) const {
  for (const char** pair = pairs_; *pair != nullptr; pair += 2) {
    if (LocalName(pair[0]) == name) return pair[1];
  }
  return {};
}

bool ReadXml(std::string_view xml, const XmlEvents& events) {
  const std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> parser(XML_ParserCreate(nullptr), XML_ParserFree);
  Run run{events, parser.get()};
  XML_SetUserData(parser.get(), &run);
  XML_SetElementHandler(parser.get(), OnBegin, OnEnd);
  XML_SetCharacterDataHandler(parser.get(), OnText);
  XML_SetStartDoctypeDeclHandler(parser.get(), OnDocumentType);
  const auto status = XML_Parse(parser.get(), xml.data(), static_cast<int>(xml.size()), XML_TRUE);
  return !run.refused && (run.stopped || status == XML_STATUS_OK);
}

}  // namespace hotsite::reply
