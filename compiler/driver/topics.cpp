#include "compiler/driver/topics.h"

#include <algorithm>
#include <iterator>

#include "compiler/support/utf8.h"

namespace hotsite::driver {
std::vector<Topic> AllTopics() {
  std::vector<Topic> all;
  for (const auto& make : {CodeTopics, StatementTopics, TypeTopics, KindTopics, LibraryTopics, ForeignTopics}) {
    std::vector<Topic> some = make();
    std::move(some.begin(), some.end(), std::back_inserter(all));
  }
  return all;
}

std::vector<const Topic*> FindTopics(const std::vector<Topic>& topics, std::string_view name) {
  const std::string wanted = ToLower(name);
  std::vector<const Topic*> found;
  for (const Topic& topic : topics) {
    const auto is_it = [&](const std::string& one) { return ToLower(one) == wanted; };
    if (is_it(topic.name) || std::any_of(topic.also.begin(), topic.also.end(), is_it)) found.push_back(&topic);
  }
  return found;
}

void Beside(TextWriter& out, std::string_view label, std::string_view text, std::size_t column) {
  const std::string rest(column, ' ');
  if (DisplayWidth(label) + 2 > column) {
    out.Line(label);
    return out.Wrapped(text, kPageWidth, rest, rest);
  }
  out.Wrapped(text, kPageWidth, PadRight(label, column), rest);
}

}  // namespace hotsite::driver
