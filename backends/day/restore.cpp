// The restore plan: what comes from which tape onto which device, how long it takes at least, and how old it is.
#include "backends/day/restore.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "compiler/model/restore_estimate.h"
#include "compiler/model/saved.h"
#include "compiler/support/text_writer.h"

namespace hotsite::backends::day {
namespace {

using document::Cell;
using document::Paragraph;
using document::Section;
using document::Table;

/// `weekly full to tape`, `weekly flashcopy then tape`.
std::string Said(const model::Backup& backup) {
  return fmt::format("{}{} {}", backup.frequency, backup.full ? " full to" : "", fmt::join(backup.media, " then "));
}

/// `103 volumes / 6 drives = 18 rounds, 18 x 20 min = 6 h`, as far as it can be said.
std::string Formula(const RestoreEstimate& estimate) {
  const std::string volumes = CountOf(static_cast<std::size_t>(estimate.volumes), "volume");
  if (!estimate.drives) return volumes + " from tape, on drives that the spec doesn't count.";
  const std::int64_t rounds = model::RoundsOf(estimate.volumes, *estimate.drives);
  const std::string division =
      fmt::format("{} from tape / {} = {}", volumes, CountOf(static_cast<std::size_t>(*estimate.drives), "drive"),
                  CountOf(static_cast<std::size_t>(rounds), "round"));
  if (estimate.minutes)
    return fmt::format("{}; {} x {} min a volume = {} at least.", division, rounds, *estimate.per_volume,
                       Hours(*estimate.minutes));
  return fmt::format(
      "{}. The spec doesn't say how long a volume takes (tape drives … taking 20 min per volume): time "
      "the first one; {} x its minutes is the least that it takes.",
      division, rounds);
}

Section Estimate(const Day& day) {
  const RestoreEstimate estimate = EstimateOf(day);
  Section section{"1", "How long it takes", {}};
  if (estimate.volumes == 0) {
    section.blocks.push_back(Paragraph{"The spec doesn't say that anything comes from tape (backup … to tape)."});
    return section;
  }
  section.blocks.push_back(Paragraph{Formula(estimate)});
  section.blocks.push_back(document::Note{
      "Assumed",
      "all drives at work from the first minute, no mount that fails, nothing started before; page volumes are "
      "formatted. Real restores take half as long again."});
  Table table;
  table.columns = {{"What", false}, {"Write down", false}};
  table.rows.push_back({"minutes that the first volume took", Blank("RST_minutes", "minutes of the first volume", 8)});
  table.rows.push_back({"drives that really work", Blank("RST_drives", "drives that work", 8)});
  table.rows.push_back({"so done at", Blank("RST_done", "done at", 8)});
  section.blocks.push_back(std::move(table));
  return section;
}

Table VolumeTable(const RestoreGroup& group, std::size_t& number) {
  Table table;
  table.columns = {{"", false},       {"No.", false},  {"Volume", true}, {"Use", false}, {"Onto", false},
                   {"Device", false}, {"Tape", false}, {"Start", false}, {"End", false}, {"RC", false}};
  for (const VolumeLine& line : group.volumes) {
    const std::string no = fmt::format("R{}", ++number), field = fmt::format("RST_R{}", number);
    const std::string hint = fmt::format("{} {}", no, line.volume);
    std::string volume = line.volume;
    if (!line.holders.empty()) volume += ": " + Folded(line.holders);
    std::string use = line.use + (line.model.empty() ? "" : ", " + line.model);
    if (line.format) use += ": format only";
    Cell tape = line.format ? Cell("-") : Cell(Blank(field + "_tape", hint + ", tape", 6));
    table.rows.push_back({Tick(field + "_ok", hint + ", done"), no, std::move(volume), std::move(use), line.target,
                          Blank(field + "_device", hint + ", device", 4), std::move(tape),
                          Blank(field + "_start", hint + ", start", 5), Blank(field + "_end", hint + ", end", 5),
                          Blank(field + "_rc", hint + ", return code", 2)});
  }
  return table;
}

Section VolumesOf(const Day& day, const RestoreGroup& group, std::size_t section_number, std::size_t& number) {
  Section section{std::to_string(section_number), group.title, {}};
  const std::string how = HowRestored(day, group);
  section.blocks.push_back(Paragraph{
      how.empty() ? fmt::format("{} to write. The spec doesn't say who restores them (restore …): agree on it before.",
                                CountOf(group.Count(), "volume"))
                  : fmt::format("{} to write, {}.", CountOf(group.Count(), "volume"), how)});
  const bool folded =
      std::any_of(group.volumes.begin(), group.volumes.end(), [](const VolumeLine& line) { return line.count > 1; });
  if (folded)
    section.blocks.push_back(Paragraph{
        "A row of several volumes is ticked when every volume on the list of its restore job is; keep that list with "
        "this sheet."});
  section.blocks.push_back(VolumeTable(group, number));
  return section;
}

/// What systems have in common when their data is equally old.
struct Age {
  std::vector<std::string> systems;
  std::string saved, age, objective;
  bool tsm = false;
};

std::vector<Age> AgesOf(const Day& day) {
  const model::Model& model = day.model();
  const model::Savings savings(model);
  std::map<std::string, std::size_t> known;
  std::vector<Age> ages;
  for (const model::PlacementId id : day.site.placements) {
    const model::System& system = model.SystemOf(model.at(id));
    if (system.vendors || system.is_coupling() || system.kind == model::SystemKind::kExternal) continue;
    const model::Saved saved = savings.Of(system);
    Age age;
    std::vector<std::string> said;
    if (saved.mirrored) said.emplace_back("mirrored");
    for (const model::Backup* backup : saved.backups) {
      said.push_back(Said(*backup));
      age.tsm = age.tsm || std::find(backup->media.begin(), backup->media.end(), "tsm") != backup->media.end();
    }
    age.saved = said.empty() ? "not said" : fmt::format("{}", fmt::join(said, ", "));
    age.age = saved.age ? saved.age->ToString() : "not known";
    age.objective = system.objective && system.objective->rpo ? system.objective->rpo->ToString() : "";
    const auto [found, is_new] = known.try_emplace(age.saved + '\n' + age.age + '\n' + age.objective, ages.size());
    if (is_new) ages.push_back(std::move(age));
    ages[found->second].systems.push_back(system.name);
  }
  return ages;
}

/// How much is lost: the copy that is used decides, so its date is written down.
Section Consistency(const std::vector<Age>& ages, std::size_t section_number) {
  Table table;
  table.columns = {{"No.", false},         {"Systems", false},   {"Saved", false},
                   {"At most old", false}, {"Objective", false}, {"Copy used, from", false}};
  std::size_t number = 0;
  for (const Age& age : ages) {
    const std::string no = fmt::format("K{}", ++number);
    table.rows.push_back({no, Folded(age.systems), age.saved, age.age, age.objective,
                          Blank(fmt::format("RST_K{}_copy", number), no + " date and time of the copy", 14)});
  }
  return {std::to_string(section_number),
          "How old the data is",
          {Paragraph{"What was changed after the copy is lost. Copies of different times don't fit one another: tell "
                     "the application people each date. A copy that was taken while its system ran is only as good as "
                     "a crash."},
           std::move(table)}};
}

/// Full volumes first, then the backup client of the running Linux brings back what changed since.
Section Increments(const std::vector<Age>& ages, std::size_t section_number) {
  Table table;
  table.columns = {{"", false},      {"No.", false}, {"Systems", false}, {"Then", false},
                   {"Start", false}, {"End", false}, {"By", false}};
  std::size_t number = 0;
  for (const Age& age : ages) {
    if (!age.tsm) continue;
    const std::string no = fmt::format("N{}", ++number), field = fmt::format("RST_N{}", number);
    table.rows.push_back({Tick(field + "_ok", no + " done"), no, Folded(age.systems),
                          "when it is up: restore the files changed since, by its backup client",
                          Blank(field + "_start", no + " start", 5), Blank(field + "_end", no + " end", 5),
                          Blank(field + "_by", no + " by", 4)});
  }
  return {std::to_string(section_number), "Behind the volumes", {std::move(table)}};
}

}  // namespace

document::Document RestorePlan(const Day& day) {
  document::Document document = Framed(day, "Restore plan");
  document.sections.push_back(Estimate(day));
  std::size_t number = 0;
  for (const RestoreGroup& group : GroupsOf(day))
    document.sections.push_back(VolumesOf(day, group, document.sections.size() + 1, number));
  const std::vector<Age> ages = AgesOf(day);
  if (std::any_of(ages.begin(), ages.end(), [](const Age& age) { return age.tsm; }))
    document.sections.push_back(Increments(ages, document.sections.size() + 1));
  if (!ages.empty()) document.sections.push_back(Consistency(ages, document.sections.size() + 1));
  return document;
}

}  // namespace hotsite::backends::day
