// The parts of a README for whoever is on site: headings, steps numbered through the whole text, commands on lines of
// their own, items. At most 72 columns. Shared by the backends that write such files.
#pragma once

#include <string>
#include <string_view>

#include "compiler/support/text_writer.h"

namespace hotsite::backends {

class Steps {
 public:
  static constexpr std::size_t kWidth = 72;

  explicit Steps(TextWriter& out) : out_(out) {}

  void Part(std::string_view title) {
    out_.Line();
    out_.Line(title);
  }
  void Step(std::string_view text) { out_.Wrapped(text, kWidth, fmt::format("{:>3}. ", ++number_), "     "); }
  void Command(std::string_view command) { out_.Line("       {}", command); }
  void Say(std::string_view text) { out_.Wrapped(text, kWidth, "  ", "  "); }
  void Item(std::string_view text) { out_.Wrapped(text, kWidth, "  - ", "    "); }

 private:
  TextWriter& out_;
  int number_ = 0;
};

}  // namespace hotsite::backends
