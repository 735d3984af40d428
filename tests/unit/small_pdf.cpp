#include "tests/unit/small_pdf.h"

#include <fmt/format.h>

namespace hotsite {

std::string SmallPdf(const std::vector<std::string>& objects) {
  std::string pdf = "%PDF-1.7\n", table;
  for (std::size_t at = 0; at < objects.size(); ++at) {
    table += fmt::format("{:010} 00000 n \n", pdf.size());
    pdf += fmt::format("{} 0 obj\n{}\nendobj\n", at + 1, objects[at]);
  }
  const std::size_t start = pdf.size(), count = objects.size() + 1;
  return pdf +
         fmt::format("xref\n0 {}\n0000000000 65535 f \n{}trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n",
                     count, table, count, start);
}

std::string Stream(const std::string& entries, const std::string& data) {
  return fmt::format("<< {} /Length {} >>\nstream\n{}\nendstream", entries, data.size(), data);
}

std::string FormPdf(const std::vector<std::string>& widgets, const std::string& content, const std::string& catalog,
                    const std::string& form) {
  constexpr int kFirst = 6;  // the number of the first widget's object
  std::string list;
  for (std::size_t at = 0; at < widgets.size(); ++at) list += fmt::format("{} 0 R ", at + kFirst);
  std::vector<std::string> objects = {
      fmt::format("<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [{}] {} >> {} >>", list, form, catalog),
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Annots [{}]"
                  " /Resources << /Font << /F 5 0 R >> >> >>",
                  list),
      Stream("", content), "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"};
  for (const std::string& widget : widgets)
    objects.push_back("<< /Type /Annot /Subtype /Widget /Rect [0 0 9 9] " + widget + " >>");
  return SmallPdf(objects);
}

}  // namespace hotsite
