#include "compiler/reply/sheet.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "compiler/reply/xml_events.h"
#include "compiler/values/calendar.h"

namespace hotsite::reply {
namespace {

constexpr std::size_t kMostTexts = 2'000'000;

std::optional<std::size_t> NumberOf(std::string_view text) {
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return {};
  return number;
}

/// Whether a number format shows a date (ECMA-376 part 1, 18.8.30): days, months or years outside of quotes and
/// brackets.
bool ShowsDate(std::string_view format) {
  char closing = 0;
  for (std::size_t i = 0; i < format.size(); ++i) {
    const char c = format[i];
    if (closing != 0) {
      if (c == closing) closing = 0;
    } else if (c == '"') {
      closing = '"';
    } else if (c == '[') {
      closing = ']';
    } else if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == 'y' || c == 'd' || c == 'Y' || c == 'D') {
      return true;
    }
  }
  return false;
}

/// The built-in formats 14 to 17 and 22 are dates; 27 to 36 and 50 to 58 are those of East Asian versions.
bool IsBuiltInDate(std::size_t format) {
  return (format >= 14 && format <= 17) || format == 22 || (format >= 27 && format <= 36) ||
         (format >= 50 && format <= 58);
}

/// A day number as 2009-08-20; what isn't a whole day of our calendar stays as it is.
std::string DateOf(const std::string& number, bool from_1904) {
  constexpr double kEpoch = 25'569;     // 1970-01-01, counted from 1899-12-30
  constexpr double kYears1904 = 1'462;  // between the two ways to count
  constexpr double kFirst = 7'305;      // 1990-01-01 after 1970
  constexpr double kLast = 84'006;      // 2199-12-31
  double day = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), day);
  if (error != std::errc() || end != number.data() + number.size()) return number;
  day = day - kEpoch + (from_1904 ? kYears1904 : 0);
  if (day < kFirst || day > kLast || day != std::floor(day)) return number;
  return Date::OfDayNumber(static_cast<int>(day)).ToString();
}

/// The column of `AB12`, from 0; nothing when it is none, or beyond kMaxColumns.
std::optional<std::size_t> ColumnOf(std::string_view reference) {
  std::size_t column = 0, letters = 0;
  for (; letters < reference.size() && reference[letters] >= 'A' && reference[letters] <= 'Z' && letters < 3; ++letters)
    column = column * 26 + static_cast<std::size_t>(reference[letters] - 'A' + 1);
  if (letters == 0 || column > kMaxColumns) return {};
  return column - 1;
}

class SheetReader {
 public:
  SheetReader(const Workbook& workbook, const std::function<bool(const TableRow&)>& take)
      : workbook_(workbook), take_(take) {}

  bool Run(std::string_view xml) {
    XmlEvents events;
    events.begin = [this](std::string_view name, const XmlAttributes& attributes) { return Begin(name, attributes); };
    events.end = [this](std::string_view name) { return End(name); };
    events.text = [this](std::string_view text) {
      if (in_value_ && text_.size() <= kMaxCell) text_ += text;
    };
    return ReadXml(xml, events);
  }

 private:
  bool Begin(std::string_view name, const XmlAttributes& attributes) {
    if (name == "row") {
      const auto number = NumberOf(attributes.Get("r"));
      row_ = {number.value_or(row_.number + 1), {}};
      next_ = 0;
    } else if (name == "c") {
      column_ = attributes.Get("r").empty() ? std::optional(next_) : ColumnOf(attributes.Get("r"));
      if (column_ && *column_ >= kMaxColumns) column_.reset();
      type_ = attributes.Get("t");
      style_ = NumberOf(attributes.Get("s")).value_or(0);
      text_.clear();
    } else if (name == "rPh") {
      phonetic_ = true;
    } else if (name == "v" || (name == "t" && !phonetic_)) {
      in_value_ = true;
    }
    return true;
  }

  bool End(std::string_view name) {
    if (name == "v" || name == "t") in_value_ = false;
    if (name == "rPh") phonetic_ = false;
    if (name == "c" && column_) {
      next_ = *column_ + 1;
      if (row_.cells.size() < next_) row_.cells.resize(next_);
      row_.cells[*column_] = CellText();
    }
    return name != "row" || take_(row_);
  }

  std::string CellText() const {
    if (type_ == "s") {
      const auto number = NumberOf(text_);
      return number && *number < workbook_.strings.size() ? workbook_.strings[*number] : std::string();
    }
    if (type_ == "b") return text_ == "1" ? "TRUE" : "FALSE";
    const bool number = type_.empty() || type_ == "n";
    const bool date = number && style_ < workbook_.date_styles.size() && workbook_.date_styles[style_];
    return date ? DateOf(text_, workbook_.from_1904) : text_;
  }

  const Workbook& workbook_;
  const std::function<bool(const TableRow&)>& take_;
  TableRow row_;
  std::size_t next_ = 0;
  std::optional<std::size_t> column_;
  std::string type_, text_;
  std::size_t style_ = 0;
  bool in_value_ = false;
  bool phonetic_ = false;
};

}  // namespace

bool ReadSharedStrings(std::string_view xml, std::vector<std::string>& strings) {
  bool in_text = false, phonetic = false;
  XmlEvents events;
  events.begin = [&](std::string_view name, const XmlAttributes&) {
    if (name == "si") strings.emplace_back();
    if (name == "rPh") phonetic = true;
    in_text = name == "t" && !phonetic && !strings.empty();
    return strings.size() <= kMostTexts;
  };
  events.end = [&](std::string_view name) {
    if (name == "rPh") phonetic = false;
    in_text = false;
    return true;
  };
  events.text = [&](std::string_view text) {
    if (in_text && strings.back().size() <= kMaxCell) strings.back() += text;
  };
  return ReadXml(xml, events) && strings.size() <= kMostTexts;
}

bool ReadDateStyles(std::string_view xml, std::vector<bool>& dates) {
  std::map<std::size_t, bool> own;
  bool in_cells = false;
  XmlEvents events;
  events.begin = [&](std::string_view name, const XmlAttributes& attributes) {
    const auto format = NumberOf(attributes.Get("numFmtId"));
    if (name == "cellXfs") in_cells = true;
    if (name == "numFmt" && format) own[*format] = ShowsDate(attributes.Get("formatCode"));
    if (name == "xf" && in_cells) {
      const auto found = own.find(format.value_or(0));
      dates.push_back(found != own.end() ? found->second : IsBuiltInDate(format.value_or(0)));
    }
    return true;
  };
  events.end = [&](std::string_view name) {
    if (name == "cellXfs") in_cells = false;
    return true;
  };
  return ReadXml(xml, events);
}

bool ReadSheet(std::string_view xml, const Workbook& workbook, const std::function<bool(const TableRow&)>& take) {
  return SheetReader(workbook, take).Run(xml);
}

bool ReadSheetList(std::string_view xml, std::vector<std::string>& relations, bool& from_1904) {
  XmlEvents events;
  events.begin = [&](std::string_view name, const XmlAttributes& attributes) {
    if (name == "sheet") relations.emplace_back(attributes.Get("id"));
    if (name == "workbookPr") from_1904 = attributes.Get("date1904") == "1" || attributes.Get("date1904") == "true";
    return true;
  };
  return ReadXml(xml, events);
}

bool ReadRelations(std::string_view xml, std::vector<std::pair<std::string, std::string>>& targets) {
  XmlEvents events;
  events.begin = [&](std::string_view name, const XmlAttributes& attributes) {
    if (name == "Relationship") targets.emplace_back(attributes.Get("Id"), attributes.Get("Target"));
    return true;
  };
  return ReadXml(xml, events);
}

}  // namespace hotsite::reply
