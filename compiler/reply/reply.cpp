#include "compiler/reply/reply.h"

namespace hotsite::reply {

const char* ToString(Form form) {
  switch (form) {
    case Form::kPdf:
      return "PDF";
    case Form::kCsv:
      return "CSV";
    case Form::kJson:
      return "JSON";
    case Form::kXlsx:
      return "XLSX";
  }
  return "";
}

}  // namespace hotsite::reply
