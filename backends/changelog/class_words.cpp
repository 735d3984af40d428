#include "backends/changelog/class_words.h"

#include "compiler/support/check.h"

namespace hotsite::backends::changelog {
namespace {

struct ClassRow {
  diff::ChangeClass what;
  std::string_view meaning, one, many;
};

using enum diff::ChangeClass;
constexpr ClassRow kRows[] = {
    {kNew, "wasn't there before", "new", "new"},
    {kTightens, "the vendor must provide more than before, or has less choice", "tightens", "tighten"},
    {kChanged, "something else than before, neither more nor less", "changed", "changed"},
    {kLoosens, "the vendor may provide less than before, or has more choice", "loosens", "loosen"},
    {kMoves, "the same as before under another name", "moves", "move"},
    {kWithdrawn, "isn't there any more", "withdrawn", "withdrawn"},
    {kEditorial, "words for people; nothing that is asked or built means something else", "editorial", "editorial"},
};
static_assert(std::size(kRows) == diff::kChangeClasses);

const ClassRow& RowOf(diff::ChangeClass what) {
  for (const ClassRow& row : kRows) {
    if (row.what == what) return row;
  }
  HOTSITE_CHECK(false, "every class of changes has a row");
  return kRows[0];
}

}  // namespace

std::string_view MeaningOf(diff::ChangeClass what) { return RowOf(what).meaning; }

std::string_view VerbOf(diff::ChangeClass what, std::size_t count) {
  return count == 1 ? RowOf(what).one : RowOf(what).many;
}

}  // namespace hotsite::backends::changelog
