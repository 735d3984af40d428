// Each fact of the agreement, of groups, of what is judged and of the shop's own library: changed alone it makes
// exactly one change.
#include <catch2/catch.hpp>

#include "tests/unit/diff_lines.h"

using namespace hotsite;

namespace {

constexpr const char* kShop = R"(
use std.machines
use std.zvm
use std.zos
use std.dasd

/// The shop.

customer "A Bank"

zos PRODA : zos_3_1 { processors 2 CP; memory 16 GiB }
zos PRODB : zos_3_1 { processors 2 CP; memory 16 GiB }
zvm VMA : zvm_7_3 { processors 3 IFL; memory 24 GiB }
zvm VMB : zvm_7_3 { processors 3 IFL; memory 24 GiB }
ssi PLEXSSI { members VMA, VMB; volumes pdr VMCOM1 model 3390_9 }
sysplex PLEX { members PRODA, PRODB; coupling CF01 { processors 1 ICF; memory 16 GiB }; timer stp }
product "CA-7" vendor "Broadcom" for PRODA keyed to cpuid, model
replication XRC of PRODA by "z/OS Global Mirror" behind 15 min because "orders"
disk_model own_disk "Our disk" { type 3390 unsourced; cylinders 1000 unsourced }

require headroom for every machine at home {
  message "leave a fifth free"
  severity warning
  that sum of memory of partitions at most 80 % of memory
}

site home { machine CEC { lpar PRODA; lpar PRODB; lpar VMA; lpar VMB; lpar CF01 } }
recovery "2026" {
  vendor "A Vendor" contract "C-1"
  test from 2026-10-05 08:00 to 2026-10-08 16:00 in America/New_York
  ready 24 h before test
  answers by 2026-09-01 12:00
  milestone "tapes leave" 2026-10-04 18:00 by customer
  contact sysprog "R. Smith" phone "+1 555" may declare
  remote 3270 sessions at least 4 from 1 h before test
  accept HS2101 for VMA because "enough" until 2026-12-31
  site hotsite { machine BIGBOX { lpar PRODA; lpar VMA } }
}
)";

}  // namespace

TEST_CASE("diff of the agreement: one fact of it is one change") {
  CHECK(LinesBetween(kShop, kShop).empty());
  CheckEdits(
      kShop,
      {
          {"customer \"A Bank\"", "customer \"B Bank\"", "HS7711 changed the recovery customer: A Bank -> B Bank"},
          {"recovery \"2026\"", "recovery \"2027\"", "HS7701 changed the recovery name: 2026 -> 2027"},
          {"vendor \"A Vendor\"", "vendor \"B Vendor\"", "HS7702 changed the recovery vendor: A Vendor -> B Vendor"},
          {"contract \"C-1\"", "contract \"C-2\"", "HS7702 changed the recovery contract: C-1 -> C-2"},
          {"08:00 to", "09:00 to", "HS7703 changed test period begin: 2026-10-05 08:00 -> 2026-10-05 09:00"},
          {"2026-10-08 16:00", "2026-10-08 17:00",
           "HS7703 changed test period end: 2026-10-08 16:00 -> 2026-10-08 17:00"},
          {"America/New_York", "UTC", "HS7703 changed test period time zone: America/New_York -> UTC"},
          {"ready 24 h", "ready 48 h", "HS7706 tightens configuration ready before the test: 1 d -> 2 d"},
          {"answers by 2026-09-01", "answers by 2026-09-02",
           "HS7704 changed answers due: 2026-09-01 12:00 -> 2026-09-02 12:00"},
          {"2026-10-04 18:00 by customer", "2026-10-04 19:00 by customer",
           "HS7705 changed milestone tapes leave time: 2026-10-04 18:00 -> 2026-10-04 19:00"},
          {"18:00 by customer", "18:00 by vendor",
           "HS7705 changed milestone tapes leave reached by: the customer -> the vendor"},
          {"sysprog \"R. Smith\"", "sysprog ?", "HS7707 changed contact sysprog name: R. Smith -> left to the vendor"},
          {"+1 555", "+1 556", "HS7707 changed contact sysprog telephone: +1 555 -> +1 556"},
          {"may declare", "may declare, accept deviations",
           "HS7707 changed contact sysprog may: declare -> declare, accept deviations"},
          {"sessions at least 4", "sessions at least 3", "HS7708 loosens remote 3270 sessions: 4 -> 3"},
          {"vendor \"A Vendor\"", "paper a4\n  vendor \"A Vendor\"", "HS7712 changed the recovery paper: letter -> a4"},
      });
}

TEST_CASE("diff of the agreement: one fact of a product, replication or group is one change") {
  CheckEdits(kShop,
             {
                 {"keyed to cpuid, model", "keyed to cpuid",
                  "HS7710 changed CA-7 keyed to: CPU identifier, model -> CPU identifier"},
                 {"vendor \"Broadcom\" for PRODA", "vendor \"Broadcom\" for PRODA, PRODB",
                  "HS7710 changed CA-7 used by: PRODA -> PRODA, PRODB"},
                 {"behind 15 min", "behind 10 min", "HS7491 tightens XRC behind: 15 min -> 10 min"},
                 {"z/OS Global Mirror", "XRC", "HS7491 changed XRC method: z/OS Global Mirror -> XRC"},
                 {"because \"orders\"", "because \"the orders\"", "HS7611 editorial XRC reason: orders -> the orders"},
                 {"members VMA, VMB", "members VMB, VMA", "HS7652 changed PLEXSSI members: VMA, VMB -> VMB, VMA"},
                 {"; timer stp", "", "HS7654 changed PLEX timer: STP -> "},
             });
}

TEST_CASE("diff of the agreement: what is judged") {
  CheckEdits(
      kShop,
      {
          {"until 2026-12-31", "until 2027-12-31", "HS7803 changed VMA accept HS2101 until: 2026-12-31 -> 2027-12-31"},
          {"because \"enough\"", "because \"it is enough\"",
           "HS7611 editorial VMA accept HS2101 reason: enough -> it is enough"},
          {"  accept HS2101 for VMA because \"enough\" until 2026-12-31\n", "",
           "HS7802 withdrawn VMA accept HS2101: enough, until 2026-12-31"},
          {"80 % of memory", "70 % of memory",
           "HS7806 changed headroom condition: sum of memory of partitions at most 80 % of memory -> "
           "sum of memory of partitions at most 70 % of memory"},
          {"machine at home", "machine", "HS7806 changed headroom for: every machine at home -> every machine"},
          {"severity warning", "severity error", "HS7807 changed headroom severity: warning -> error"},
          {"a fifth free", "a fifth of it free",
           "HS7611 editorial headroom message: leave a fifth free -> leave a fifth of it free"},
          {"cylinders 1000", "cylinders 2000", "HS7808 changed own_disk cylinders: 1000 -> 2000"},
      });
}
