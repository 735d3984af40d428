// Fills a PDF form as viewers made of poppler do (Evince, Okular): `fill_by_poppler IN OUT < values`, where each field
// is a line with its name and a line with its value (`\n` in it is a line end, `\\` a backslash); a box is ticked with
// `Yes`. A program of its own, since poppler is under the GPL and only tests need it.
#include <poppler.h>

#include <iostream>
#include <map>
#include <memory>
#include <string>

namespace {

struct Unref {
  void operator()(void* object) const { g_object_unref(object); }
};
template <class Object>
using Owned = std::unique_ptr<Object, Unref>;

std::string Meant(const std::string& line) {
  std::string value;
  for (std::size_t at = 0; at < line.size(); ++at) {
    const bool escaped = line[at] == '\\' && at + 1 < line.size();
    value += !escaped ? line[at] : line[++at] == 'n' ? '\n' : line[at];
  }
  return value;
}

std::map<std::string, std::string> ReadValues() {
  std::map<std::string, std::string> values;
  for (std::string name, value; std::getline(std::cin, name) && std::getline(std::cin, value);)
    values[name] = Meant(value);
  return values;
}

void Fill(PopplerFormField* field, const std::map<std::string, std::string>& values) {
  const std::unique_ptr<char, decltype(&g_free)> name(poppler_form_field_get_name(field), g_free);
  const auto at = name == nullptr ? values.end() : values.find(name.get());
  if (at == values.end()) return;
  if (poppler_form_field_get_field_type(field) == POPPLER_FORM_FIELD_BUTTON) {
    poppler_form_field_button_set_state(field, at->second == "Yes" ? TRUE : FALSE);
  } else {
    poppler_form_field_text_set_text(field, at->second.c_str());
  }
}

void FillPage(PopplerPage* page, const std::map<std::string, std::string>& values) {
  GList* mappings = poppler_page_get_form_field_mapping(page);
  for (GList* at = mappings; at != nullptr; at = at->next)
    Fill(static_cast<PopplerFormFieldMapping*>(at->data)->field, values);
  poppler_page_free_form_field_mapping(mappings);
}

std::string UriOf(const char* path) {
  const Owned<GFile> file(g_file_new_for_path(path));
  const std::unique_ptr<char, decltype(&g_free)> uri(g_file_get_uri(file.get()), g_free);
  return uri.get();
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 3) return 2;
  const Owned<PopplerDocument> document(poppler_document_new_from_file(UriOf(arguments[1]).c_str(), nullptr, nullptr));
  if (document == nullptr) return 1;
  const std::map<std::string, std::string> values = ReadValues();
  for (int at = 0; at < poppler_document_get_n_pages(document.get()); ++at)
    FillPage(Owned<PopplerPage>(poppler_document_get_page(document.get(), at)).get(), values);
  return poppler_document_save(document.get(), UriOf(arguments[2]).c_str(), nullptr) == TRUE ? 0 : 1;
}
