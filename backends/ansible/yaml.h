// YAML as this backend writes it: block style, every key and text between double quotes, so that no word means true, a
// number or a comment, and nothing in a text ends it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/support/text_writer.h"

namespace hotsite::backends::ansible {

/// `text` between double quotes: printable ASCII as it is, everything else by its number, what isn't UTF-8 as U+FFFD.
std::string Quoted(std::string_view text);

/// The same as a value. Ansible reads texts with `{{`, `{%` or `{#` as templates and would run what is in them;
/// `!unsafe` says that this is just a text.
std::string TextValue(std::string_view text);

class YamlWriter {
 public:
  void Comment(std::string_view text) { out_.Wrapped(text, 100, "# ", "# "); }
  void Open(std::string_view key) {
    out_.Line(Quoted(key) + ":");
    out_.Indent(2);
  }
  void Close() { out_.Outdent(2); }
  void Empty(std::string_view key) { out_.Line(Quoted(key) + ": {}"); }
  /// Nothing where the text is empty.
  void Text(std::string_view key, std::string_view text);
  void Number(std::string_view key, std::int64_t number) { out_.Line("{}: {}", Quoted(key), number); }
  void Texts(std::string_view key, const std::vector<std::string>& texts);
  /// A list of mappings: each is a list of keys and texts, those with an empty text left out.
  using Mapping = std::vector<std::pair<std::string_view, std::string>>;
  void Mappings(std::string_view key, const std::vector<Mapping>& mappings);
  std::string Take() { return out_.Take(); }

 private:
  TextWriter out_;
};

}  // namespace hotsite::backends::ansible
