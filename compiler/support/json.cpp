#include "compiler/support/json.h"

#include <fmt/format.h>
#include <llvm/Support/JSON.h>

#include <algorithm>
#include <cstdio>

#include "compiler/support/check.h"

namespace hotsite {
namespace {

/// LLVM's parser recurses once per bracket; a hostile file must not reach the end of the stack.
constexpr int kDeepestNesting = 200;

/// The offset of the bracket that goes too deep.
std::optional<std::size_t> FindTooDeep(std::string_view text) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      if (++depth > kDeepestNesting) return i;
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return std::nullopt;
}

std::string DescribeTooDeep(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const auto line = std::count(before.begin(), before.end(), '\n') + 1;
  const std::size_t newline = before.rfind('\n');
  const std::size_t column = newline == std::string_view::npos ? offset + 1 : offset - newline;
  return fmt::format("line {}, column {}: brackets are nested more than {} deep", line, column, kDeepestNesting);
}

/// LLVM's "[3:5, byte=20]: Expected , or ]" in our form. Its column counts bytes up to what was read last.
std::string Describe(llvm::Error error) {
  std::string text = llvm::toString(std::move(error));
  unsigned line = 0, column = 0;
  const std::size_t message = text.find("]: ");
  if (message == std::string::npos || std::sscanf(text.c_str(), "[%u:%u,", &line, &column) != 2) return text;
  return fmt::format("line {}, column {}: {}", line, std::max(column, 1u), text.substr(message + 3));
}

Json Convert(const llvm::json::Value& value) {
  if (const auto boolean = value.getAsBoolean()) return Json(*boolean);
  if (const auto integer = value.getAsInteger()) return Json(std::int64_t{*integer});
  if (const auto number = value.getAsNumber()) return Json(*number);
  if (const auto string = value.getAsString()) return Json(string->str());
  if (const auto* array = value.getAsArray()) {
    Json converted = Json::MakeArray();
    for (const llvm::json::Value& element : *array) converted.Push(Convert(element));
    return converted;
  }
  if (const auto* object = value.getAsObject()) {
    // LLVM keeps members in hash order; sorted by key they come out the same on every machine.
    std::vector<std::string> keys;
    for (const auto& member : *object) keys.push_back(llvm::StringRef(member.first).str());
    std::sort(keys.begin(), keys.end());
    Json converted = Json::MakeObject();
    for (std::string& key : keys) {
      const llvm::json::Value* member = object->get(key);
      converted.Set(std::move(key), Convert(*member));
    }
    return converted;
  }
  return {};
}

}  // namespace

Json& Json::Set(std::string key, Json value) {
  auto* object = std::get_if<Object>(&value_);
  HOTSITE_CHECK(object != nullptr, "Set is for objects");
  object->emplace_back(std::move(key), std::move(value));
  return *this;
}

Json& Json::Push(Json value) {
  auto* array = std::get_if<Array>(&value_);
  HOTSITE_CHECK(array != nullptr, "Push is for arrays");
  array->push_back(std::move(value));
  return *this;
}

std::optional<std::int64_t> Json::AsInteger() const {
  const auto* integer = std::get_if<std::int64_t>(&value_);
  return integer != nullptr ? std::optional(*integer) : std::nullopt;
}

const Json* Json::Find(std::string_view key) const {
  const Object* object = AsObject();
  if (object == nullptr) return nullptr;
  const auto found = std::find_if(object->begin(), object->end(), [key](const Member& m) { return m.first == key; });
  return found == object->end() ? nullptr : &found->second;
}

std::optional<Json> Json::Parse(std::string_view text, std::string* problem) {
  if (const auto too_deep = FindTooDeep(text)) {
    *problem = DescribeTooDeep(text, *too_deep);
    return std::nullopt;
  }
  llvm::Expected<llvm::json::Value> value = llvm::json::parse(llvm::StringRef(text.data(), text.size()));
  if (!value) {
    *problem = Describe(value.takeError());
    return std::nullopt;
  }
  return Convert(*value);
}

}  // namespace hotsite
