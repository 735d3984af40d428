#include "compiler/check/elaborate.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <deque>
#include <unordered_map>
#include <utility>

#include "compiler/check/build_context.h"
#include "compiler/check/expression.h"
#include "compiler/check/files.h"
#include "compiler/check/head.h"
#include "compiler/check/library_names.h"
#include "compiler/check/merge.h"
#include "compiler/check/modules.h"
#include "compiler/check/profiles.h"
#include "compiler/check/statement.h"
#include "compiler/check/unknown_statement.h"
#include "compiler/check/unused_module.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/support/suggest.h"

namespace hotsite::check {
namespace {

using Kind = syntax::Operand::Kind;
using Statements = std::vector<syntax::Statement>;

constexpr std::string_view kTop = "file";

class Elaborator {
 public:
  Elaborator(Files& files, const SourceMap& sources, Reporter& reporter)
      : files_(files.Take()), uses_(files.uses()), names_(files_.size()), sources_(sources), reporter_(reporter) {
    result_.places_for_use = PlacesForUse(files_, sources);
    result_.incomplete = reporter.error_count() > 0;
    for (const syntax::File& file : files_) {
      for (const syntax::Statement& statement : file.statements) {
        if (IsLibraryWord(statement.word) && !statement.operands.empty())
          library_.emplace_back(statement.operands.front().text);
      }
    }
    std::sort(library_.begin(), library_.end());
  }

  Elaborated Run() {
    for (std::size_t i = 0; i < files_.size(); ++i) {
      FileNames& names = names_[i];
      names.Import(names_, i, uses_[i], reporter_);
      const auto& statements = files_[i].statements;
      const auto is_use = [](const syntax::Statement& statement) { return statement.word == "use"; };
      const auto used = static_cast<std::size_t>(std::count_if(statements.begin(), statements.end(), is_use));
      if (uses_[i].size() < used) names.scope.SetIncomplete();  // a file that it uses couldn't be read
      hidden_ = &names.hidden;
      CollectProfiles(files_[i].statements, names.scope, names.profiles);
      Block(files_[i].statements, {kTop, &names.scope, &names.profiles, false}, result_.entries);
    }
    CheckRepeats(result_.entries);
    if (!files_.empty()) result_.doc = files_.back().doc;
    return std::move(result_);
  }

 private:
  // Where a block stands: in which word's block, with what in force.
  struct Place {
    std::string_view parent;
    Scope* scope;
    ProfileScope* profiles;
    bool generated;
    std::size_t times = 1;  // how often the loops around it repeat it
  };

  std::vector<Entry> Children(Statements& statements, std::string_view parent, const Scope& outer,
                              ProfileScope& outer_profiles, bool generated, std::size_t times) {
    Scope scope(&outer);
    ProfileScope profiles(&outer_profiles);
    CollectProfiles(statements, scope, profiles);
    std::vector<Entry> entries;
    entries.reserve(statements.size());
    Block(statements, {parent, &scope, &profiles, generated, times}, entries);
    CheckRepeats(entries);
    return entries;
  }

  void Block(Statements& statements, const Place& place, std::vector<Entry>& out) {
    bool misplaced = false;
    for (syntax::Statement& statement : statements) {
      if (exhausted_) return;
      // One mistake (a block around them is missing, or one too many) often misplaces several in a row: told once.
      const bool again = misplaced && IsMisplaced(statement, place.parent);
      misplaced = misplaced || IsMisplaced(statement, place.parent);
      if (again) {
        Poison(statement);
      } else {
        One(statement, place, out);
      }
      if (!place.generated && HeadOf(statement).word != "profile") Drop(statement);
    }
  }

  // Only loops and profiles read a statement again. What was read goes at once, so that a large spec isn't held twice.
  static void Drop(syntax::Statement& statement) {
    statement.operands = {};
    statement.block.reset();
  }

  static bool IsMisplaced(const syntax::Statement& statement, std::string_view parent) {
    const std::string_view word = HeadOf(statement).word;
    return schema::FindRow(word, parent) == nullptr && !schema::FindRows(word).empty();
  }

  void One(syntax::Statement& statement, const Place& place, std::vector<Entry>& out) {
    const Head head = HeadOf(statement);
    const schema::Row* row = schema::FindRow(head.word, place.parent);
    if (place.parent == kTop && IsUseOutOfHabit(statement)) return;  // Files has told it, and followed it
    if (row == nullptr) {
      ReportUnknownStatement(head.word, head.span, statement, place.parent, reporter_);
      // `use` by another word: what it would read isn't known.
      result_.incomplete = result_.incomplete || head.word == "import" || head.word == "include";
      return Poison(statement);
    }
    if (!PrefixFits(head, statement.word_span, *row, place.parent, reporter_)) return Poison(statement);
    if (head.word == "profile") return ReadUnused(statement, *row, place);
    if (head.word == "hotsite" || head.word == "use") return CheckOperands(statement, *row, place);
    std::optional<Entry> entry = ReadStatement(statement, *row, *place.scope, head.skip, reporter_);
    if (!entry && head.word == "let") DefineBroken(statement, head, place);
    if (!entry) return Broken(statement, *row, place);
    if (head.word == "let") return Define(statement, head, *entry, place);
    if (head.word == "for") return Loop(statement, *entry, place, out);
    entry->also = head.also();
    entry->generated = place.generated;
    if (!AllowsBlock(statement, *row)) return;
    Finish(statement, *entry, place);
    if (++count_ > kMaxStatements) return Exhausted(statement.word_span);
    out.push_back(std::move(*entry));
  }

  void DefineBroken(const syntax::Statement& statement, const Head& head, const Place& place) {
    if (statement.operands.size() <= head.skip) return;
    const syntax::Operand& name = statement.operands[head.skip];
    if (place.scope->FindOwn(name.text) == nullptr) place.scope->Set({std::string(name.text), "", {}, name.span, true});
  }

  void Define(const syntax::Statement& statement, const Head& head, const Entry& entry, const Place& place) {
    const syntax::Operand& name = statement.operands[head.skip];
    if (!IsValueName(name, reporter_)) return Poison(statement);
    if (const Scope::Named* first = place.scope->FindOwn(name.text); first != nullptr) {
      reporter_.Error(codes::kDuplicateName, name.span, "a second value is called `{}`", name.text)
          .Here("this one")
          .Mark(first->where, "the first is here");
      return;
    }
    if (head.hidden()) hidden_->emplace(name.text);
    const Value& value = *entry.Get("value");
    const auto* parts = value.If<std::vector<std::string>>();
    place.scope->Set({std::string(name.text),
                      parts == nullptr ? value.As<std::string>() : fmt::format("{}", fmt::join(*parts, ", ")),
                      parts == nullptr ? std::vector<std::string>() : *parts, name.span, false});
  }

  // Reads the block and takes over the profiles.
  void Finish(syntax::Statement& statement, Entry& entry, const Place& place) {
    if (statement.block) {
      entry.children =
          Children(*statement.block, entry.row->block, *place.scope, *place.profiles, place.generated, place.times);
    }
    if (entry.Has("base")) TakeOverBases(entry, entry.row->word, *place.profiles);
  }

  void CheckOperands(const syntax::Statement& statement, const schema::Row& row, const Place& place) {
    (void)AllowsBlock(statement, row);
    if (row.word == "hotsite" && statement.operands.size() == 1) return;  // Files has judged it
    (void)ReadStatement(statement, row, *place.scope, HeadOf(statement).skip, reporter_);
  }

  // The statement is left out, but its block is read for errors of its own.
  void Broken(syntax::Statement& statement, const schema::Row& row, const Place& place) {
    Poison(statement);
    if (!statement.block || row.block.empty() || row.block.front() == '*') return;
    (void)Children(*statement.block, row.block, *place.scope, *place.profiles, true, place.times);
  }

  void Poison(const syntax::Statement& statement) {
    if (++mistakes_ > kMaxMistakes && !std::exchange(exhausted_, true)) {
      reporter_
          .Error(codes::kTooManyExpansions, statement.word_span, "more than {} statements can't be read", kMaxMistakes)
          .Here("the rest wasn't tried");
    }
    result_.left_out.emplace(statement.word_span.file, statement.word_span.begin);
    for (const syntax::Operand& operand : statement.operands) {
      if (operand.kind != Kind::kWord && operand.kind != Kind::kString) continue;
      const Parsed<std::string> name = Interpolate(operand.text, Scope());
      result_.poisoned.emplace(name.ok() ? *name : std::string(operand.text));
    }
  }

  bool AllowsBlock(const syntax::Statement& statement, const schema::Row& row) {
    if (!statement.block || !row.block.empty()) return true;
    reporter_
        .Error(codes::kUnexpectedOperand,
               {statement.block_span.file, statement.block_span.begin, statement.block_span.begin + 1},
               "`{}` has no block", row.word)
        .Here("this opens one");
    return false;
  }

  void Exhausted(Span where, std::string_view what = "statements") {
    if (std::exchange(exhausted_, true)) return;
    reporter_.Error(codes::kTooManyExpansions, where, "the spec unrolls into more than {} {}", kMaxStatements, what)
        .Here("the limit was passed here");
  }

  void Loop(syntax::Statement& statement, const Entry& entry, const Place& place, std::vector<Entry>& out) {
    if (!statement.block) {
      reporter_.Error(codes::kMissingOperand, statement.whole, "`for` has no block to repeat")
          .Here("expected `{ … }` behind this");
      return;
    }
    const std::vector<std::string>* names = entry.Get("range")->If<std::vector<std::string>>();
    const CountRange* range = entry.Get("range")->If<CountRange>();
    const std::size_t rounds = names != nullptr ? names->size() : static_cast<std::size_t>(range->size());
    if (rounds > kMaxStatements / place.times) {
      exhausted_ = true;
      reporter_
          .Error(codes::kTooManyExpansions, entry.SpanOf("range"), "this `for` repeats its block {} times{}", rounds,
                 place.times > 1 ? fmt::format(" inside loops that run {} times", place.times) : std::string())
          .Here(fmt::format("a spec has at most {} statements", kMaxStatements));
      return;
    }
    const syntax::Operand& name = statement.operands.front();
    if (!IsValueName(name, reporter_)) return;
    rounds_ += rounds;  // those of empty blocks take time too
    if (rounds_ > kMaxStatements) return Exhausted(entry.SpanOf("range"), "rounds of `for`");
    for (std::size_t i = 0; i < rounds && !exhausted_; ++i) {
      Scope scope(place.scope);
      scope.Set(std::string(name.text),
                names != nullptr ? (*names)[i] : std::to_string(range->first + static_cast<std::int64_t>(i)));
      ProfileScope profiles(place.profiles);
      CollectProfiles(*statement.block, scope, profiles);
      Block(*statement.block, {place.parent, &scope, &profiles, true, place.times * rounds}, out);
    }
  }

  // The kind and the name that a profile begins with; nothing when it isn't well formed.
  static const syntax::Operand* KindAndName(const syntax::Statement& profile) {
    const std::size_t skip = HeadOf(profile).skip;
    if (profile.operands.size() < skip + 2 || profile.operands[skip + 1].text == ":") return nullptr;
    const std::string_view kind = profile.operands[skip].text;
    return kind == "linux" || kind == "zos" || kind == "zvm" || kind == "kvm" ? &profile.operands[skip] : nullptr;
  }

  // Of `WEB:SERVER`, which lacks its blanks, the part before the colon.
  static std::string_view ProfileName(const syntax::Operand& operand) {
    return operand.text.substr(0, operand.text.find(':'));
  }

  // A profile is evaluated where it is first taken over; one that nobody takes over, where it stands, so that a mistake
  // in it shows.
  void ReadUnused(const syntax::Statement& statement, const schema::Row& row, const Place& place) {
    const syntax::Operand* operands = KindAndName(statement);
    if (operands == nullptr) {
      CheckOperands(statement, row, place);
      return Poison(statement);
    }
    Profile* profile = place.profiles->Find(ProfileName(operands[1]));
    if (profile != nullptr && profile->statement == &statement && profile->state == Profile::State::kUnread)
      ReadProfile(*profile);
  }

  void CollectProfiles(Statements& statements, const Scope& scope, ProfileScope& profiles) {
    for (syntax::Statement& statement : statements) {
      const Head head = HeadOf(statement);
      if (head.word != "profile") continue;
      const syntax::Operand* operands = KindAndName(statement);
      if (operands == nullptr) {
        Poison(statement);
        continue;
      }
      const std::string_view name = ProfileName(operands[1]);
      Profile profile;
      profile.statement = &statement;
      profile.kind = operands[0].text;
      profile.name = operands[1].span;
      profile.scope = &scope;
      profile.profiles = &profiles;
      if (head.hidden()) hidden_->emplace(name);
      const Profile* earlier = profiles.Add(std::string(name), profile);
      if (earlier == nullptr) continue;
      reporter_.Error(codes::kDuplicateName, profile.name, "a second profile is called `{}`", name)
          .Here("this one")
          .Mark(earlier->name, "the first is here");
    }
  }

  // Puts the bases' statements under the entry's own; what stays in role `base` are names of the library.
  void TakeOverBases(Entry& entry, std::string_view kind, ProfileScope& profiles) {
    std::vector<Argument> roots;
    std::vector<Entry> inherited;
    std::vector<Argument> bases;
    for (Argument& argument : entry.arguments) {
      if (argument.role == "base") bases.push_back(argument);
    }
    std::erase_if(entry.arguments, [](const Argument& argument) { return argument.role == "base"; });
    for (const Argument& base : bases) {
      const std::string& name = base.value.As<std::string>();
      if (Profile* profile = profiles.Find(name)) {
        if (!Usable(*profile, kind, base.value.span, name) || !HasRoomFor(*profile, base.value.span)) continue;
        inherited = MergeChildren(std::move(inherited), profile->entry.children);
        for (const Argument& root : profile->entry.arguments) {
          if (root.role == "base") roots.push_back(root);
        }
      } else if (std::binary_search(library_.begin(), library_.end(), name)) {
        roots.insert(roots.begin(), base);
      } else {
        UnknownBase(name, base.value.span, kind, profiles);
      }
    }
    if (!inherited.empty()) entry.children = MergeChildren(std::move(inherited), std::move(entry.children));
    entry.arguments.insert(entry.arguments.end(), roots.begin(), roots.end());
  }

  // What is taken over counts like what is written: profiles of profiles could double it at each step.
  bool HasRoomFor(const Profile& profile, Span used_at) {
    if (exhausted_) return false;
    count_ += profile.statements;
    if (count_ <= kMaxStatements) return true;
    Exhausted(used_at);
    return false;
  }

  // Evaluates a profile at its first use, in the scope where it stands.
  bool Usable(Profile& profile, std::string_view kind, Span used_at, const std::string& name) {
    if (profile.kind != kind) {
      reporter_.Error(codes::kWrongBase, used_at, "`{}` is a profile for `{}`, not for `{}`", name, profile.kind, kind)
          .Here("can't be taken over here")
          .Mark(profile.name, "declared here");
      return false;
    }
    if (profile.state == Profile::State::kBeingRead) {
      reporter_.Error(codes::kRecursiveProfile, used_at, "the profile `{}` takes itself over", name)
          .Here("this closes the circle")
          .Mark(profile.name, "declared here");
      profile.state = Profile::State::kBroken;
      return false;
    }
    if (profile.state == Profile::State::kUnread && depth_ == kMaxProfileDepth) {
      profile.state = Profile::State::kBroken;
      reporter_.Error(codes::kTooManyExpansions, used_at, "profiles take one another over more than {} deep", depth_)
          .Here("not taken over");
    }
    if (profile.state == Profile::State::kUnread) {
      ++depth_;
      ReadProfile(profile);
      --depth_;
    }
    return profile.state == Profile::State::kRead;
  }

  void ReadProfile(Profile& profile) {
    profile.state = Profile::State::kBeingRead;
    const schema::Row* row = schema::FindRow("profile", kTop);
    std::optional<Entry> entry =
        ReadStatement(*profile.statement, *row, *profile.scope, HeadOf(*profile.statement).skip, reporter_);
    if (!entry) {
      profile.state = Profile::State::kBroken;
      return;
    }
    if (profile.statement->block) {
      entry->children = Children(*profile.statement->block, profile.kind, *profile.scope, *profile.profiles, true, 1);
    }
    if (entry->Has("base")) TakeOverBases(*entry, profile.kind, *profile.profiles);
    if (profile.state == Profile::State::kBeingRead) profile.state = Profile::State::kRead;
    profile.entry = std::move(*entry);
    profile.statements = CountStatements(profile.entry.children);
  }

  void UnknownBase(const std::string& name, Span span, std::string_view kind, const ProfileScope& profiles) {
    // It may stand in what couldn't be read.
    if (result_.incomplete || result_.poisoned.contains(name)) return;
    if (ReportedAsUnused(name, span, result_, unused_, reporter_)) return;
    std::vector<std::string_view> known = library_;
    if (reporter_.MayCompare(profiles.Count())) {
      const std::vector<std::string_view> names = profiles.Names();
      known.insert(known.begin(), names.begin(), names.end());
    }
    auto& found = reporter_.Error(codes::kUnknownName, span,
                                  "no profile and no entry of the standard library is called `{}`", name);
    if (DidYouMeanEntry(name, LibraryWordsFor(kind), span, found)) return;
    const std::vector<std::string> near = NearestOnes(name, known);
    DidYouMean(near, name, span, found);
    if (near.empty()) found.Advise("`hotsite explain --list` names the entries of the standard library");
  }

  // `network BACKUP over 0600`, again: the first two operands and the words between them.
  void ReportSameTwo(const Entry& entry, const Entry& earlier) {
    const Span from = entry.arguments[0].value.span, to = entry.arguments[1].value.span;
    const Span first = earlier.arguments[0].value.span;
    const std::string text = from.file == to.file && from.begin < to.end
                                 ? std::string(sources_.Text({from.file, from.begin, to.end}))
                                 : KeyOf(entry);
    reporter_.Error(codes::kRepeatedStatement, from, "`{} {}` is said twice", entry.keyword(), text)
        .Here(first.begin == from.begin && first.file == from.file
                  ? "made again by the `for`, since it doesn't hold its number"
                  : "said again")
        .Mark(first == from ? Span() : first, "said here first")
        .Advise("keep the one that holds");
  }

  // Statements that may stand once stand once; keys differ.
  void CheckRepeats(std::vector<Entry>& entries) {
    std::unordered_map<std::string, const Entry*> seen;
    for (const Entry& entry : entries) {
      if (entry.row->repeat == schema::Repeat::kList || entry.keyword() == "hotsite") continue;
      const std::string key = fmt::format("{} {}", entry.keyword(), KeyOf(entry));
      const auto [place, added] = seen.emplace(key, &entry);
      if (added) continue;
      if (entry.row->repeat == schema::Repeat::kKeyedByTwo) {
        ReportSameTwo(entry, *place->second);
        continue;
      }
      const bool keyed = entry.row->repeat == schema::Repeat::kKeyed;
      const Span here = keyed ? entry.arguments.front().value.span : entry.word;
      const Span first = keyed ? place->second->arguments.front().value.span : place->second->word;
      if (keyed) {
        reporter_.Error(codes::kDuplicateName, here, "a second `{}` is called `{}`", entry.keyword(), KeyOf(entry))
            .Here(first == here ? "made again by the `for`, since it doesn't hold its number, as `\"LNX{n:00}\"` does"
                                : "this one")
            .Mark(first == here ? Span() : first, "the first is here");
      } else {
        reporter_.Error(codes::kRepeatedStatement, here, "`{}` is said twice in one block", entry.keyword())
            .Here("said again")
            .Mark(first == here ? Span() : first, "said here first")
            .Advise("keep the one that holds");
      }
    }
  }

  std::vector<syntax::File> files_;
  const std::vector<std::vector<Use>>& uses_;
  std::deque<FileNames> names_;                           // parallel to files_; places in it are pointed to
  std::set<std::string, std::less<>>* hidden_ = nullptr;  // of the file that is being read
  const SourceMap& sources_;
  Reporter& reporter_;
  Elaborated result_;
  std::vector<std::string_view> library_;
  std::set<std::string> unused_;  // parts of the library that are told to be forgotten
  std::size_t count_ = 0;
  std::size_t rounds_ = 0;
  std::size_t mistakes_ = 0;
  std::size_t depth_ = 0;  // of profiles that are being read
  bool exhausted_ = false;
};

}  // namespace

Elaborated Elaborate(const std::string& path, SourceProvider& provider, SourceMap& sources, Reporter& reporter) {
  Files files(provider, sources, reporter);
  files.ReadMain(path);
  return Elaborator(files, sources, reporter).Run();
}

}  // namespace hotsite::check
