// The contract side of a spec: vendor, test window, people, and the vendor's open questions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "compiler/diagnostics/diagnostic.h"
#include "compiler/model/ids.h"
#include "compiler/model/stated.h"
#include "compiler/model/written.h"
#include "compiler/values/calendar.h"

namespace hotsite::model {

struct TestWindow {
  LocalTime from, to;
  std::string zone;  // America/New_York; empty: not said
  Span span;
  std::string what = {};  // "network rehearsal"; may be empty
};

struct Contact {
  std::string role;         // coordinator, sysprog, vendor, …
  Stated<std::string> who;  // free text; open: the vendor names them
  std::string phone;
  std::vector<std::string> may;  // "change partitions", "accept deviations", "declare"
  Span span;
  HoleId hole;  // valid when `who` is open
};

struct RemoteAccess {
  std::int64_t sessions = 0;     // simultaneous 3270 sessions, at least
  std::optional<Duration> lead;  // open this long before the test
  Span span;
};

/// A date of the plan: `milestone "tapes leave home" 2009-10-04 18:00`.
struct Milestone {
  std::string what;
  Stated<LocalTime> time;
  bool by_vendor = false;  // the vendor has to reach it
  Span span;
  std::string reason;
};

/// What documents are printed on: US Letter (8.5 by 11 inches) or A4 (210 by 297 mm).
enum class Paper : std::uint8_t { kLetter, kA4 };

const char* ToString(Paper paper);  // as the spec writes it

struct Recovery {
  std::string name;
  Written written;
  std::string vendor;
  std::string contract;                  // contract or Schedule number; may be empty
  std::optional<TestWindow> test;        // the one that begins first
  std::vector<TestWindow> later_tests;   // further ones, in order of their begin
  std::optional<LocalTime> answers_due;  // when the vendor's answers are due
  Span answers_span;
  std::vector<Milestone> milestones;
  std::optional<Duration> ready;  // configuration complete this long before the test
  std::vector<Contact> contacts;
  std::optional<RemoteAccess> remote;
  Paper paper = Paper::kLetter;
};

/// A question to the vendor: every `?` of the spec. The key is stable between years (requirements/ledger).
struct Hole {
  enum class Kind : std::uint8_t { kDevices, kMachineModel, kContact, kControllers, kOther };
  Kind kind = Kind::kOther;
  /// devices/UPLINK/VMPROD, model/BIGBOX, contact/vendor; ends in `@site` where there are several recovery sites.
  std::string key;
  std::string subject;    // the system, machine or role that it concerns: VMPROD
  std::string attribute;  // what is asked for: "OSA device numbers", "machine model"
  CarrierId carrier;      // kDevices
  SystemId system;        // kDevices
  MachineId machine;      // kMachineModel, kDevices
  Span span;
  std::string reason;
};

/// Disks mirrored to the hot site instead of restored from tape: `replication XRC of PRODA by "XRC" behind 5 min`.
struct Replication {
  std::string name;
  std::vector<SystemId> systems;
  std::string method;              // "z/OS Global Mirror"; free text
  std::optional<Duration> behind;  // the most that the copy may be behind
  Written written;
  std::string reason;
};

/// A product whose licence depends on the machine.
struct Product {
  std::string name;
  std::string vendor;             // may be empty
  std::vector<SystemId> systems;  // that use it; empty: not said
  bool keyed_to_cpuid = false, keyed_to_model = false, keyed_to_capacity = false;
  std::string licence;  // "contract 4711"; free text
  std::string contact;  // whom to call for an emergency key
  Written written;
  std::string reason;
};

/// `accept HS2001 for VMPROD because "…" until 2008-01-31`.
struct Acceptance {
  std::uint16_t code = 0;
  std::string constraint;  // the `require` that is meant; empty: whatever has the code
  std::string subject;     // empty: wherever it is found
  std::string reason;
  std::optional<Date> until;
  Span span;
};

/// A finding that isn't reported because the spec accepts it; documents tell of it, so that no judgement is silent.
struct AcceptedFinding {
  Diagnostic finding;
  std::vector<std::size_t> by;  // by index of Model::acceptances
};

}  // namespace hotsite::model
