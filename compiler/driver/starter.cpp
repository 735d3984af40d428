#include "compiler/driver/starter.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "compiler/driver/pipeline.h"
#include "compiler/driver/starter_names.h"
#include "compiler/driver/topics.h"
#include "compiler/syntax/format.h"
#include "compiler/values/calendar.h"
#include "compiler/values/extent.h"

namespace hotsite::driver {
namespace {

constexpr int kMinutesOfTest = 3 * 24 * 60 + 8 * 60;  // three days, to 16:00
constexpr std::int64_t kGuestMemory = 2;              // GiB
constexpr std::string_view kVendorsZvm = "VENDORVM";
constexpr std::string_view kVendorsPartition = "FLOOR";

// Free text between quotes; nothing in it ends them or is taken for a value.
std::string Quoted(std::string_view text) {
  std::string quoted = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') quoted += '\\';
    if (c == '{' || c == '}') quoted += c;
    quoted += c;
  }
  return quoted + "\"";
}

// The answers as values.
struct Shop {
  std::string customer, vendor, machine, zvm;
  std::vector<std::string> zos;
  std::int64_t guests = 0;
  bool own_partition = true;  // option 1
  std::optional<Date> test;

  bool has_zvm() const { return !zvm.empty(); }
};

class Writer {
 public:
  /// `releases`: with the z/VM release and the distribution; without them where they don't go with the answers.
  Writer(const Shop& shop, bool releases) : shop_(shop), releases_(releases) {}

  std::string Run() {
    Head();
    Networks();
    Zos();
    if (shop_.has_zvm()) Zvm();
    Home();
    Recovery();
    return out_.Take();
  }

 private:
  void Comment(std::string_view text) { out_.Wrapped(text, kPageWidth, "// ", "// "); }
  void Open(std::string_view line) {
    out_.Line("{} {{", line);
    out_.Indent(2);
  }
  void Close() {
    out_.Outdent(2);
    out_.Line("}");
  }

  void Head() {
    out_.Line("hotsite 1");
    out_.Line();
    out_.Line("/// What we run at home, and where it shall run at the vendor's hot site.");
    out_.Line();
    Comment(
        "Written by `hotsite new`. Every figure, address and label below is an example: put yours in its place. A line "
        "is a statement: a word, its operands, perhaps a block in braces. `hotsite explain WORD` tells all about a "
        "word.");
    out_.Line();
    for (const std::string_view module : {"std.machines", "std.zvm", "std.linux", "std.dasd"})
      out_.Line("use {}", module);
    out_.Line();
    out_.Line("customer {}", Quoted(shop_.customer));
    out_.Line();
  }

  void Networks() {
    Comment("Networks are logical: who is on them. What carries them is said at each site, below.");
    out_.Line();
    out_.Line("/// The company network.");
    Open("network OFFICE");
    out_.Line("subnet 10.20.30.0/24");
    out_.Line("gateway OFFICE[1]                     // the first address behind the network's own");
    out_.Line("dns 10.20.30.5");
    out_.Line("domain \"example.com\"");
    Close();
    out_.Line();
  }

  /// In GiB: all guests fit into it, so that nothing is paged (HS2203, HS2207) before the numbers are the shop's own.
  std::int64_t ZvmMemory() const {
    constexpr std::int64_t kLeast = 24, kOfItsOwn = 4, kStep = 8;
    const std::int64_t needed = shop_.guests * kGuestMemory + kOfItsOwn;
    return std::max(kLeast, (needed + kStep - 1) / kStep * kStep);
  }

  void Zos() {
    if (shop_.zos.empty()) return;
    Comment("The z/OS systems.");
    for (std::size_t i = 0; i < shop_.zos.size(); ++i) {
      out_.Line();
      Open(fmt::format("zos {}", shop_.zos[i]));
      out_.Line("processors 2 CP");
      out_.Line("memory 16 GiB");
      out_.Line("tier production");
      out_.Line("nic 0800 on OFFICE address OFFICE[{}]", 10 + i);
      out_.Line("volumes 60 3390_9");
      out_.Line("backup weekly full to tape");
      Close();
    }
    out_.Line();
  }

  void Zvm() {
    Comment(
        "The z/VM with its Linux guests. Behind a name and a colon stands its release; `hotsite explain --list` names "
        "those that are known.");
    out_.Line();
    Open(fmt::format("zvm {}{}", shop_.zvm, releases_ ? " : zvm_7_4" : ""));
    out_.Line("processors 2 IFL");
    out_.Line("memory {} GiB", ZvmMemory());
    if (shop_.own_partition) out_.Line("tier production");
    out_.Line();
    out_.Line("volumes res M01RES model 3390_9");
    out_.Line("volumes page VMPG01, VMPG02 model 3390_9");
    out_.Line("volumes spool VMSP01 model 3390_9");
    out_.Line("backup monthly full to tape");
    out_.Line();
    out_.Line("tcpip TCPIP { nic 0900 on OFFICE address OFFICE[20] }");
    out_.Line("vswitch VSW1 carries OFFICE { transport ethernet }");
    if (shop_.guests > 0) Guests();
    Close();
    out_.Line();
  }

  void Guests() {
    out_.Line();
    Comment("What the guests have in common; a guest says only what is different.");
    Open(fmt::format("profile linux SERVER{}", releases_ ? " : sles_15_sp7" : ""));
    out_.Line("processors 1");
    out_.Line("memory {} GiB", kGuestMemory);
    out_.Line("tier production");
    out_.Line("backup weekly flashcopy then tape");
    Close();
    out_.Line();
    Comment("`LNX{n:00}` instead would make LNX01, LNX02 and so on.");
    Open(fmt::format("for n in 1..{}", shop_.guests));
    Open("linux \"LNX{n}\" : SERVER");
    out_.Line("runs \"what its users know it for\"");
    out_.Line("nic 0600 on OFFICE address OFFICE[50 + n]");
    out_.Line("disk 0201 3390_9 cylinders 1..10016 on \"LX{1000 + n}\"");
    Close();
    Close();
  }

  // Enough for what is placed there.
  void Home() {
    const std::size_t zos = shop_.zos.size();
    Comment("Home: the machine, its partitions, and the real devices that carry the networks.");
    out_.Line();
    Open("site home");
    Open(fmt::format("machine CEC : {}", shop_.machine));
    std::vector<std::string> engines;
    if (zos > 0) engines.push_back(fmt::format("{} CP", 2 * zos));
    if (shop_.has_zvm()) engines.emplace_back("2 IFL");
    out_.Line("engines {}", fmt::join(engines, ", "));
    out_.Line("memory {} GiB", 16 * static_cast<std::int64_t>(zos) + ZvmMemory() + 8);
    for (const std::string& name : shop_.zos) out_.Line("lpar {}", name);
    if (shop_.has_zvm()) out_.Line("lpar {}", shop_.zvm);
    out_.Line("osa OSA0 carries OFFICE { chpids 2; devices 0800-083F }");
    Close();
    Close();
    out_.Line();
  }

  void Recovery() {
    Comment(
        "This year's contract. `?` is a question to the vendor: it stands in the request, and its answer belongs here. "
        "What isn't said is as at home.");
    out_.Line();
    Open(fmt::format("recovery \"{}\"", shop_.test ? shop_.test->ToString().substr(0, 4) : "next"));
    out_.Line("vendor {}", Quoted(shop_.vendor));
    if (shop_.test) {
      const LocalTime from(*shop_.test, 8 * 60);
      out_.Line("test from {} to {} in America/New_York", from.ToString(),
                from.MinusMinutes(-kMinutesOfTest).ToString());
      out_.Line("ready 4 h before test                 // when the vendor has it ready for our own check");
    } else {
      out_.Line("// When the dates are known:");
      out_.Line("// test from 2027-10-04 08:00 to 2027-10-07 16:00 in America/New_York");
    }
    out_.Line("contact coordinator \"who coordinates\" phone \"+1 555 0100\" may accept deviations, declare");
    out_.Line("contact vendor ? may change partitions");
    out_.Line("remote 3270 sessions at least 4");
    out_.Line();
    Open("site hotsite");
    Open("machine BIGBOX");
    Machine();
    Close();
    Close();
    Close();
  }

  void Machine() {
    out_.Line("model ?");
    out_.Line("tape drives at least 2 reading 3592   // for the restore");
    std::vector<std::string> reached;
    for (const std::string& name : shop_.zos) {
      out_.Line("lpar {}", name);
      reached.push_back(name);
    }
    if (shop_.has_zvm() && shop_.own_partition) {
      out_.Line("lpar {}", shop_.zvm);
      reached.push_back(shop_.zvm);
    }
    if (!shop_.own_partition) {
      VendorsZvm();
      reached.emplace_back(kVendorsZvm);
    }
    out_.Line("osa UPLINK carries OFFICE {{ chpids at least 2; devices ? for {} }}", fmt::join(reached, ", "));
  }

  void VendorsZvm() {
    Comment(fmt::format("The vendor's own z/VM: our guests run directly under it, {} isn't started.", shop_.zvm));
    Open(fmt::format("lpar {}", kVendorsPartition));
    Open(fmt::format("zvm {}", kVendorsZvm));
    out_.Line("for n in 1..{} {{ guest \"LNX{{n}}\" from {} }}", shop_.guests, shop_.zvm);
    out_.Line("vswitch DRVSW carries OFFICE { transport ethernet; controllers ? }");
    Close();
    Close();
  }

  const Shop& shop_;
  bool releases_;
  TextWriter out_;
};

Shop ShopOf(const Answers& answers) {
  const auto of = [&](Asked what) -> const std::string& { return answers[static_cast<std::size_t>(what)]; };
  Shop shop;
  shop.customer = of(Asked::kCustomer);
  shop.vendor = of(Asked::kVendor);
  shop.machine = of(Asked::kMachine);
  shop.zos = NamesIn(of(Asked::kZos));
  if (of(Asked::kZvm) != kNone) shop.zvm = of(Asked::kZvm);
  shop.guests = shop.has_zvm() ? *ParseCount(of(Asked::kGuests)) : 0;
  shop.own_partition = of(Asked::kOption) == "1" || !shop.has_zvm();
  if (of(Asked::kTest) != kNone) shop.test = *Date::Parse(of(Asked::kTest));
  return shop;
}

// Why the answers don't go together, before anything is written.
std::optional<std::string> WhyNotTogether(const Shop& shop) {
  if (shop.zos.empty() && !shop.has_zvm()) return "with neither z/OS nor z/VM there is nothing to recover";
  if (!shop.own_partition && shop.guests == 0) return "option 2 places Linux guests, and there are none";
  std::vector<std::string> names = shop.zos;
  if (shop.has_zvm()) names.push_back(shop.zvm);
  std::vector<std::string> taken{std::string(kVendorsZvm), std::string(kVendorsPartition)};
  for (std::int64_t n = 1; n <= shop.guests; ++n) taken.push_back(fmt::format("LNX{}", n));
  for (const std::string& name : names) {
    if (std::count(names.begin(), names.end(), name) > 1) return fmt::format("two systems are called `{}`", name);
    if (std::find(taken.begin(), taken.end(), name) != taken.end())
      return fmt::format("`{}` is a name that the starter gives to another system", name);
  }
  return {};
}

std::string InStyle(std::string text) {
  SourceMap sources;
  Reporter reporter;
  const FileId file = sources.Add("starter.dr", text);
  const auto formatted = syntax::Format(sources, file, reporter);
  return formatted ? *formatted : text;
}

}  // namespace

Parsed<std::string> StarterSpec(const Answers& answers) {
  const Shop shop = ShopOf(answers);
  if (auto why = WhyNotTogether(shop)) return ValueError{*why, {}};
  // What is written checks clean, whatever a machine model or a rule of a later release has against it. A release may
  // be out of service at the test, or too new for the machine: then the user says which.
  std::string problem;
  for (const bool releases : {true, false}) {
    const std::string text = InStyle(Writer(shop, releases).Run());
    check::MemorySources files({{"starter.dr", text}});
    const Compilation compiled = Compile("starter.dr", files);
    if (compiled.findings.empty()) return text;
    problem = compiled.findings.front().message;
  }
  return ValueError{fmt::format("these answers don't go together: {}", problem), {}};
}

}  // namespace hotsite::driver
