#include "backends/document/pdf_font_files.h"

namespace hotsite::backends::document {
namespace {

constexpr std::string_view kNoto = "fonts-noto-core", kDejaVu = "fonts-dejavu-core", kDroid = "fonts-droid-fallback",
                           kNanum = "fonts-nanum";

constexpr FontFile kBase[] = {
    {"noto/NotoSans-Regular.ttf", "Noto Sans", kNoto},
    {"noto/NotoSans-Bold.ttf", "Noto Sans", kNoto},
    {"dejavu/DejaVuSansMono.ttf", "DejaVu Sans Mono", kDejaVu},
    {"dejavu/DejaVuSansMono-Bold.ttf", "DejaVu Sans Mono", kDejaVu},
};

/// Blocks of Unicode 13, which is what fonts-noto-core 20201225 has fonts for.
constexpr FontFile kFurther[] = {
    {"noto/NotoSansArmenian-Regular.ttf", "Noto Sans Armenian", kNoto, 0x530, 0x58F},
    {"noto/NotoSansHebrew-Regular.ttf", "Noto Sans Hebrew", kNoto, 0x590, 0x5FF},
    {"noto/NotoSansArabic-Regular.ttf", "Noto Sans Arabic", kNoto, 0x600, 0x6FF},
    {"noto/NotoSansSyriac-Regular.ttf", "Noto Sans Syriac", kNoto, 0x700, 0x74F},
    {"noto/NotoSansArabic-Regular.ttf", "Noto Sans Arabic", kNoto, 0x750, 0x77F},
    {"noto/NotoSansThaana-Regular.ttf", "Noto Sans Thaana", kNoto, 0x780, 0x7BF},
    {"noto/NotoSansNKo-Regular.ttf", "Noto Sans NKo", kNoto, 0x7C0, 0x7FF},
    {"noto/NotoSansArabic-Regular.ttf", "Noto Sans Arabic", kNoto, 0x8A0, 0x8FF},
    {"noto/NotoSansDevanagari-Regular.ttf", "Noto Sans Devanagari", kNoto, 0x900, 0x97F},
    {"noto/NotoSansBengali-Regular.ttf", "Noto Sans Bengali", kNoto, 0x980, 0x9FF},
    {"noto/NotoSansGurmukhi-Regular.ttf", "Noto Sans Gurmukhi", kNoto, 0xA00, 0xA7F},
    {"noto/NotoSansGujarati-Regular.ttf", "Noto Sans Gujarati", kNoto, 0xA80, 0xAFF},
    {"noto/NotoSansOriya-Regular.ttf", "Noto Sans Oriya", kNoto, 0xB00, 0xB7F},
    {"noto/NotoSansTamil-Regular.ttf", "Noto Sans Tamil", kNoto, 0xB80, 0xBFF},
    {"noto/NotoSansTelugu-Regular.ttf", "Noto Sans Telugu", kNoto, 0xC00, 0xC7F},
    {"noto/NotoSansKannada-Regular.ttf", "Noto Sans Kannada", kNoto, 0xC80, 0xCFF},
    {"noto/NotoSansMalayalam-Regular.ttf", "Noto Sans Malayalam", kNoto, 0xD00, 0xD7F},
    {"noto/NotoSansSinhala-Regular.ttf", "Noto Sans Sinhala", kNoto, 0xD80, 0xDFF},
    {"noto/NotoSansThai-Regular.ttf", "Noto Sans Thai", kNoto, 0xE00, 0xE7F},
    {"noto/NotoSansLao-Regular.ttf", "Noto Sans Lao", kNoto, 0xE80, 0xEFF},
    {"noto/NotoSerifTibetan-Regular.ttf", "Noto Serif Tibetan", kNoto, 0xF00, 0xFFF},
    {"noto/NotoSansMyanmar-Regular.ttf", "Noto Sans Myanmar", kNoto, 0x1000, 0x109F},
    {"noto/NotoSansGeorgian-Regular.ttf", "Noto Sans Georgian", kNoto, 0x10A0, 0x10FF},
    {"noto/NotoSansEthiopic-Regular.ttf", "Noto Sans Ethiopic", kNoto, 0x1200, 0x139F},
    {"noto/NotoSansCherokee-Regular.ttf", "Noto Sans Cherokee", kNoto, 0x13A0, 0x13FF},
    {"noto/NotoSansCanadianAboriginal-Regular.ttf", "Noto Sans Canadian Aboriginal", kNoto, 0x1400, 0x167F},
    {"noto/NotoSansKhmer-Regular.ttf", "Noto Sans Khmer", kNoto, 0x1780, 0x17FF},
    {"noto/NotoSansMongolian-Regular.ttf", "Noto Sans Mongolian", kNoto, 0x1800, 0x18AF},
    {"noto/NotoSansGeorgian-Regular.ttf", "Noto Sans Georgian", kNoto, 0x1C90, 0x1CBF},
    {"noto/NotoSansTifinagh-Regular.ttf", "Noto Sans Tifinagh", kNoto, 0x2D30, 0x2D7F},
    {"noto/NotoSansArabic-Regular.ttf", "Noto Sans Arabic", kNoto, 0xFB50, 0xFEFF},
    {"dejavu/DejaVuSans.ttf", "DejaVu Sans", kDejaVu},
    {"droid/DroidSansFallbackFull.ttf", "Droid Sans Fallback", kDroid, 0x1100, 0xFFFF},
    {"nanum/NanumGothic.ttf", "NanumGothic", kNanum, 0x1100, 0xD7FF},
    {"noto/NotoSansSymbols-Regular.ttf", "Noto Sans Symbols", kNoto, 0x2000, 0x1FFFF},
    {"noto/NotoSansSymbols2-Regular.ttf", "Noto Sans Symbols2", kNoto, 0x2000, 0x1FFFF},
    {"noto/NotoSansMath-Regular.ttf", "Noto Sans Math", kNoto, 0x2000, 0x1FFFF},
};

}  // namespace

std::span<const FontFile> BaseFonts() { return kBase; }

std::span<const FontFile> FurtherFonts() { return kFurther; }

}  // namespace hotsite::backends::document
