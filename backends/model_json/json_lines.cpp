#include "backends/model_json/json_lines.h"

#include <utility>

#include "compiler/support/check.h"

namespace hotsite::backends::model_json {
namespace {

std::string OneLine(const Json& value) {
  std::string text = value.Print(true);
  while (!text.empty() && text.back() == '\n') text.pop_back();
  return text;
}

}  // namespace

void JsonLines::StartElement(std::string_view key) {
  if (levels_.empty()) return;
  if (!levels_.back().empty) text_ += ',';
  levels_.back().empty = false;
  text_ += '\n';
  text_.append(levels_.size() * 2, ' ');
  if (!key.empty()) text_ += OneLine(Json(key)) + ": ";
}

void JsonLines::Open(std::string_view key, char open, char close) {
  StartElement(key);
  text_ += open;
  levels_.push_back({close, true});
}

void JsonLines::Close() {
  HOTSITE_CHECK(!levels_.empty(), "a container is closed that was never opened");
  const Level level = levels_.back();
  levels_.pop_back();
  if (!level.empty) {
    text_ += '\n';
    text_.append(levels_.size() * 2, ' ');
  }
  text_ += level.close;
}

void JsonLines::Add(std::string_view key, const Json& value) {
  StartElement(key);
  text_ += OneLine(value);
}

void JsonLines::AddMembers(const Json& object) {
  const Json::Object* members = object.AsObject();
  HOTSITE_CHECK(members, "only an object has members");
  for (const Json::Member& member : *members) Add(member.first, member.second);
}

std::string JsonLines::Take() {
  HOTSITE_CHECK(levels_.empty(), "a container is still open");
  text_ += '\n';
  return std::exchange(text_, {});
}

}  // namespace hotsite::backends::model_json
