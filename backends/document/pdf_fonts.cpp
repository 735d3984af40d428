#include "backends/document/pdf_fonts.h"

#include <fmt/format.h>
#include <fontconfig/fontconfig.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <vector>

#include "backends/document/pdf_font_files.h"

namespace hotsite::backends::document {
namespace {

std::string Missing(const std::string& path, const FontFile& file) {
  return fmt::format("the font file `{}` is missing, and no PDF can be set without it; install the Debian package {}",
                     path, file.package);
}

/// Adds files to a configuration and knows which characters they have together.
class Loader {
 public:
  explicit Loader(std::string folder) : folder_(std::move(folder)), config_(FcConfigCreate()) {}

  void Base() {
    for (const FontFile& file : BaseFonts()) {
      if (problem_.empty() && !Add(file)) problem_ = Missing(PathOf(file), file);
    }
  }

  /// Adds what `character` needs, unless the fonts have it already.
  void Cover(const Characters::Character& character) {
    const FontFile* absent = nullptr;
    for (const FontFile& file : FurtherFonts()) {
      if (!problem_.empty() || Has(character.code)) return;
      if (character.code < file.first || character.code > file.last) continue;
      if (!Add(file)) absent = absent == nullptr ? &file : absent;
    }
    if (Has(character.code)) return;
    problem_ = fmt::format("no font here has the character U+{:04X}, which stands in `{}`; ",
                           static_cast<std::uint32_t>(character.code), character.around);
    problem_ += absent == nullptr ? "write it in other characters"
                                  : fmt::format(
                                        "the Debian package {} may have it in `{}`, else write it in other "
                                        "characters",
                                        absent->package, PathOf(*absent));
  }

  bool HasAll(const Characters& characters) const {
    return std::all_of(characters.all().begin(), characters.all().end(),
                       [this](const Characters::Character& character) { return Has(character.code); });
  }

  const std::string& problem() const { return problem_; }
  FcConfig* config() const { return config_; }
  const std::vector<std::string>& families() const { return families_; }

 private:
  std::string PathOf(const FontFile& file) const { return folder_ + "/" + std::string(file.path); }

  /// False: there is no such file, or it is no font.
  bool Add(const FontFile& file) {
    const std::string path = PathOf(file);
    if (!added_.insert(path).second) return true;
    std::error_code error;
    if (!std::filesystem::is_regular_file(path, error)) return false;
    if (FcConfigAppFontAddFile(config_, reinterpret_cast<const FcChar8*>(path.c_str())) == FcFalse) return false;
    if (std::find(families_.begin(), families_.end(), file.family) == families_.end())
      families_.emplace_back(file.family);
    const FcFontSet* fonts = FcConfigGetFonts(config_, FcSetApplication);
    FcCharSet* characters = nullptr;
    const bool counts = file.family != BaseFonts().back().family;  // code is set in it, but text shouldn't be
    if (counts && fonts != nullptr && fonts->nfont > 0 &&
        FcPatternGetCharSet(fonts->fonts[fonts->nfont - 1], FC_CHARSET, 0, &characters) == FcResultMatch)
      covered_.push_back(characters);
    return true;
  }

  bool Has(char32_t code) const {
    return std::any_of(covered_.begin(), covered_.end(),
                       [code](const FcCharSet* set) { return FcCharSetHasChar(set, code) == FcTrue; });
  }

  std::string folder_;
  FcConfig* config_;
  std::set<std::string> added_;
  std::vector<std::string> families_;
  std::vector<const FcCharSet*> covered_;
  std::string problem_;
};

PangoContext* MakeContext(FcConfig* config) {
  // So that Pango, which asks for a current configuration in a thread of its own, doesn't load the system's.
  FcConfigSetCurrent(config);
  PangoFontMap* map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
  PangoContext* context = pango_font_map_create_context(map);
  // Pango takes an inch for 96 units unless told otherwise; hinted metrics would space letters unevenly.
  constexpr double kPointsPerInch = 72;
  pango_cairo_context_set_resolution(context, kPointsPerInch);
  pango_context_set_round_glyph_positions(context, FALSE);
  pango_context_set_language(context, pango_language_from_string("en"));
  cairo_font_options_t* options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  return context;
}

/// A family that can't be loaded quietly becomes another one, so it is asked by name.
bool Resolves(PangoContext* context, const std::string& family) {
  PangoFontDescription* wanted = pango_font_description_from_string((family + " 10").c_str());
  PangoFont* font = pango_context_load_font(context, wanted);
  pango_font_description_free(wanted);
  if (font == nullptr) return false;
  PangoFontDescription* found = pango_font_describe(font);
  const bool same = family == pango_font_description_get_family(found);
  pango_font_description_free(found);
  g_object_unref(font);
  return same;
}

std::string FamilyList(const std::string& first, const std::vector<std::string>& families) {
  std::string list = first;
  for (const std::string& family : families) {
    if (family != first) list += "," + family;
  }
  return list;
}

Fonts Load(const Loader& loader) {
  Fonts fonts;
  fonts.problem = loader.problem();
  if (!fonts.problem.empty()) return fonts;
  fonts.context = MakeContext(loader.config());
  for (const std::string& family : loader.families()) {
    if (!Resolves(fonts.context, family)) {
      fonts.problem = fmt::format("the font `{}` is there but can't be used; is its file damaged?", family);
      return fonts;
    }
  }
  // The other base face comes last: a fixed-pitch arrow in a sentence would look odd.
  std::vector<std::string> further(loader.families().begin() + 2, loader.families().end());
  fonts.sans = FamilyList(loader.families()[0], further) + "," + loader.families()[1];
  fonts.mono = FamilyList(loader.families()[1], further) + "," + loader.families()[0];
  return fonts;
}

}  // namespace

const Fonts& FontsFor(const Characters& characters, const std::string& folder) {
  struct Base {
    Loader loader;
    Fonts fonts;
  };
  // Which fonts there are must not depend on the document before, or its bytes would: an entry per list of files.
  static std::map<std::string, Base> bases;
  static std::map<std::vector<std::string>, Fonts> more;
  auto base = bases.find(folder);
  if (base == bases.end()) {
    Loader loader(folder);
    loader.Base();
    Fonts fonts = Load(loader);
    base = bases.emplace(folder, Base{std::move(loader), std::move(fonts)}).first;
  }
  if (base->second.loader.HasAll(characters) || !base->second.fonts.problem.empty()) return base->second.fonts;
  Loader loader(folder);
  loader.Base();
  for (const Characters::Character& character : characters.all()) loader.Cover(character);
  std::vector<std::string> key = loader.families();
  key.push_back(folder);
  key.push_back(loader.problem());
  const auto found = more.find(key);
  return found != more.end() ? found->second : more.emplace(std::move(key), Load(loader)).first->second;
}

}  // namespace hotsite::backends::document
