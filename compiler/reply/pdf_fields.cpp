#include "compiler/reply/pdf_fields.h"

#include <map>
#include <set>

#include "compiler/reply/clean_text.h"
#include "compiler/reply/problem.h"

namespace hotsite::reply {
namespace {

using Object = QPDFObjectHandle;

constexpr int kMaxDepth = 50;  // fields within one another

/// What a field has of its own or from those above it.
struct Inherited {
  std::string name;
  Object type, value;
};

bool SaysTicked(Object value) {
  if (value.isName()) return value.getName() != "/Off";
  if (!value.isString()) return false;
  const std::string text = value.getUTF8Value();
  return !text.empty() && text != "Off" && text != "No" && text != "false";
}

class Collector {
 public:
  Collector(QPDF& pdf, StreamReader& streams) : pdf_(pdf), streams_(streams) {}

  std::vector<FormField> Collect() {
    for (const Object& page : pdf_.getAllPages()) pages_.push_back(page);
    for (std::size_t at = 0; at < pages_.size(); ++at)
      EachWidget(pages_[at], [&](Object widget) { page_of_.try_emplace(widget.getObjGen(), at + 1); });
    Object form = pdf_.getRoot().getKey("/AcroForm");
    if (form.isDictionary()) Descend(form.getKey("/Fields"), {"", Object::newNull(), Object::newNull()}, 0);
    for (Object& page : pages_)
      EachWidget(page, [&](Object widget) {
        if (seen_.count(widget.getObjGen()) == 0) Take(widget, FromAbove(widget.getKey("/Parent")));
      });
    return std::move(fields_);
  }

 private:
  template <class Visit>
  static void EachWidget(Object page, const Visit& visit) {
    Object list = page.getKey("/Annots");
    const int count = list.isArray() ? list.getArrayNItems() : 0;
    for (int at = 0; at < count; ++at) {
      Object annotation = list.getArrayItem(at);
      if (annotation.isDictionary() && annotation.getKey("/Subtype").isNameAndEquals("/Widget")) visit(annotation);
    }
  }

  void Descend(Object list, const Inherited& above, int depth) {
    if (!list.isArray() || depth > kMaxDepth) return;
    const int count = list.getArrayNItems();
    for (int at = 0; at < count; ++at) {
      Object field = list.getArrayItem(at);
      if (!field.isDictionary()) continue;
      if (field.isIndirect() && !seen_.insert(field.getObjGen()).second) continue;
      if (HasFieldsBelow(field)) {
        Descend(field.getKey("/Kids"), Below(field, above), depth + 1);
      } else {
        Take(field, above);
      }
    }
  }

  /// Kids without a name of their own are the places of one field.
  static bool HasFieldsBelow(Object field) {
    Object kids = field.getKey("/Kids");
    if (!kids.isArray() || kids.getArrayNItems() == 0) return false;
    Object first = kids.getArrayItem(0);
    return first.isDictionary() && first.hasKey("/T");
  }

  Inherited Below(Object field, const Inherited& above) {
    Inherited own = above;
    const std::string name = CleanText(TextOf(field.getKey("/T"), streams_));
    if (!name.empty()) own.name += (own.name.empty() ? "" : ".") + name;
    if (field.hasKey("/FT")) own.type = field.getKey("/FT");
    if (field.hasKey("/V")) own.value = field.getKey("/V");
    return own;
  }

  Inherited FromAbove(Object parent) {
    std::vector<Object> chain;
    for (int depth = 0; depth < kMaxDepth && parent.isDictionary(); ++depth, parent = parent.getKey("/Parent"))
      chain.push_back(parent);
    Inherited above{"", Object::newNull(), Object::newNull()};
    for (auto at = chain.rbegin(); at != chain.rend(); ++at) above = Below(*at, above);
    return above;
  }

  void Take(Object field, const Inherited& above) {
    if (fields_.size() >= kMaxFields) throw Refused{TooMany("fields")};
    const Inherited whole = Below(field, above);
    FormField taken;
    taken.name = whole.name;
    std::vector<Object> places = {field};
    Object kids = field.getKey("/Kids");
    const int count = kids.isArray() ? kids.getArrayNItems() : 0;
    for (int at = 0; at < count; ++at) {
      if (kids.getArrayItem(at).isDictionary()) places.push_back(kids.getArrayItem(at));
    }
    for (const Object& place : places) {
      seen_.insert(place.getObjGen());
      if (const auto page = page_of_.find(place.getObjGen()); page != page_of_.end() && taken.page == 0)
        taken.page = page->second;
    }
    Fill(taken, whole, places);
    fields_.push_back(std::move(taken));
  }

  void Fill(FormField& taken, Inherited whole, const std::vector<Object>& places) {
    if (whole.type.isNameAndEquals("/Btn")) {
      taken.ticks = true;
      const bool said = SaysTicked(whole.value);
      bool seen = false, shown = false;
      for (Object place : places) {
        if (place.hasKey("/AS")) shown = true;
        if (SaysTicked(place.getKey("/AS"))) seen = true;
      }
      taken.ticked = said || seen;
      taken.unsure = shown && said != seen;
    } else if (whole.type.isNameAndEquals("/Sig")) {
      taken.signature = whole.value.isDictionary();
      if (taken.signature) taken.value = CleanText(TextOf(whole.value.getKey("/Name"), streams_));
    } else if (whole.value.isArray()) {
      const int count = std::min(whole.value.getArrayNItems(), 100);
      std::string all;
      for (int at = 0; at < count; ++at)
        all += (all.empty() ? "" : ", ") + TextOf(whole.value.getArrayItem(at), streams_);
      taken.value = CleanText(all);
    } else {
      taken.value = CleanText(TextOf(whole.value, streams_));
    }
  }

  QPDF& pdf_;
  StreamReader& streams_;
  std::vector<Object> pages_;
  std::map<QPDFObjGen, std::size_t> page_of_;
  std::set<QPDFObjGen> seen_;
  std::vector<FormField> fields_;
};

}  // namespace

std::vector<FormField> FieldsOf(QPDF& pdf, StreamReader& streams) { return Collector(pdf, streams).Collect(); }

}  // namespace hotsite::reply
