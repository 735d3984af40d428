#include "compiler/reply/transfer.h"

#include <cstdint>
#include <limits>
#include <type_traits>
#include <vector>

#include "compiler/support/json.h"
#include "compiler/support/utf8.h"

namespace hotsite::reply {
namespace {

// Each record is an array of its members, in their order. One list of members serves both directions: `each` is called
// with every member.
template <class Each>
void Members(Row& row, const Each& each) {
  each(row.id), each(row.edition), each(row.answer), each(row.confirm), each(row.deviate), each(row.value);
  each(row.initials), each(row.date), each(row.note), each(row.offered), each(row.sentence), each(row.field),
      each(row.page);
  each(row.line);
}
template <class Each>
void Members(Comment& comment, const Each& each) {
  each(comment.page), each(comment.kind), each(comment.text);
}
template <class Each>
void Members(Signature& signature, const Each& each) {
  each(signature.field), each(signature.text);
}
template <class Each>
void Members(Problem& problem, const Each& each) {
  each(problem.code), each(problem.what), each(problem.notes), each(problem.advice);
}
template <class Each>
void Members(Read& read, const Each& each) {
  each(read.problem), each(read.form), each(read.request), each(read.revision), each(read.digest), each(read.rows);
  each(read.comments), each(read.signatures), each(read.words), each(read.remarks);
}

template <class T>
struct IsVector : std::false_type {};
template <class T>
struct IsVector<std::vector<T>> : std::true_type {};

template <class T>
Json ToJson(T& value) {
  if constexpr (std::is_same_v<T, std::string> || std::is_same_v<T, bool>) {
    return value;
  } else if constexpr (std::is_integral_v<T> || std::is_enum_v<T>) {
    return static_cast<std::int64_t>(value);
  } else {
    Json list = Json::MakeArray();
    if constexpr (IsVector<T>::value) {
      for (auto& one : value) list.Push(ToJson(one));
    } else {
      Members(value, [&](auto& member) { list.Push(ToJson(member)); });
    }
    return list;
  }
}

/// Takes a value out of JSON; false: it isn't one.
class Taker {
 public:
  template <class T>
  bool Take(const Json& json, T& value) {
    if constexpr (std::is_same_v<T, std::string>) {
      const std::string* text = json.AsString();
      if (text == nullptr || FindControl(*text)) return false;
      value = *text;
      return true;
    } else if constexpr (std::is_same_v<T, bool>) {
      return TakeBool(json, value);
    } else if constexpr (std::is_integral_v<T> || std::is_enum_v<T>) {
      return TakeNumber(json, value);
    } else if constexpr (IsVector<T>::value) {
      return TakeList(json, value);
    } else {
      return TakeRecord(json, value);
    }
  }

 private:
  static bool TakeBool(const Json& json, bool& value) {
    bool is = false;
    const auto visit = [&](const auto& held) {
      if constexpr (std::is_same_v<std::decay_t<decltype(held)>, bool>) {
        value = held;
        is = true;
      }
    };
    json.Visit(visit);
    return is;
  }

  template <class T>
  static bool TakeNumber(const Json& json, T& value) {
    const auto number = json.AsInteger();
    constexpr std::int64_t kMost = std::is_enum_v<T> ? static_cast<std::int64_t>(Form::kXlsx)
                                   : sizeof(T) < 8
                                       ? static_cast<std::int64_t>(std::numeric_limits<std::uint16_t>::max())
                                       : std::numeric_limits<std::int64_t>::max();
    if (!number || *number < 0 || *number > kMost) return false;
    value = static_cast<T>(*number);
    return true;
  }

  template <class T>
  bool TakeList(const Json& json, std::vector<T>& values) {
    const Json::Array* list = json.AsArray();
    if (list == nullptr) return false;
    for (const Json& one : *list) {
      if (!Take(one, values.emplace_back())) return false;
    }
    return true;
  }

  template <class T>
  bool TakeRecord(const Json& json, T& value) {
    const Json::Array* list = json.AsArray();
    if (list == nullptr) return false;
    std::size_t at = 0;
    bool good = true;
    Members(value, [&](auto& member) { good = good && at < list->size() && Take((*list)[at], member), ++at; });
    return good && at == list->size();
  }
};

}  // namespace

std::string Pack(const Read& read) {
  Read copy = read;
  return ToJson(copy).Print(true);
}

std::optional<Read> Unpack(std::string_view text) {
  std::string problem;
  const std::optional<Json> json = Json::Parse(text, &problem);
  Read read;
  if (!json || !Taker().Take(*json, read)) return {};
  return read;
}

}  // namespace hotsite::reply
