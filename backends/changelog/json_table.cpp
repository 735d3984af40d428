#include "backends/changelog/json_table.h"

namespace hotsite::backends::changelog {
namespace {

using json_schema::FormRow;
using json_schema::MemberRow;
using json_schema::ObjectRow;

constexpr std::string_view kClass = "{new|tightens|changed|loosens|moves|withdrawn|editorial}";

constexpr FormRow kForms[] = {
    {"code", "HS[0-9]{4}", "The code of a change; `hotsite explain` tells about it."},
};

constexpr MemberRow kDocument[] = {
    {"format!", "=hotsite-changes", "Which format this is."},
    {"version!", "integer",
     "Of the format: 1. A new member doesn't raise it; one that goes or changes its meaning does."},
    {"comparisons!", "[Comparison]", "One for each pair of specs; several where folders are compared."},
};
constexpr MemberRow kComparison[] = {
    {"before!", "text", "What the earlier spec is called: `2009.dr at main (005ce13)`."},
    {"now!", "text", "What the newer spec is called."},
    {"verdict!", "text", "What matters most, in a line: `15 changes: 2 of placement, 1 loosens`."},
    {"same_meaning!", "boolean", "Nothing changed, or only words for people."},
    {"changes!", "[Change]", "By topic, then class, then as the spec has them."},
    {"rows!", "[Row]", "Rows of the request to the vendor that changed."},
    {"files!", "[File]", "Files that `build` writes otherwise; none where a side can't be built (`remarks`)."},
    {"remarks!", "[text]", "What one must know about the comparison, a sentence each."},
    {"topics!", "TopicCounts", "How many changes each topic has; editorial ones aren't counted."},
    {"classes!", "ClassCounts", "How many changes each class has."},
};
constexpr MemberRow kChange[] = {
    {"code!", "code", ""},
    {"topic!", "{placement|capacity|devices|networks|storage|start|systems|agreement|judgement|request}",
     "What it is about."},
    {"class!", kClass, "What it means for whoever built the earlier spec."},
    {"grave", "true", "A reviewer must look at it first: placement, judgement, or it loosens something."},
    {"subjects!", "[text]", "All systems, machines or networks that changed alike."},
    {"sites", "[text]", "The sites where; not there: wherever they run."},
    {"part", "text", "What of the subject: `nic 0600`; not there: all of it."},
    {"attribute", "text", "What changed: `memory`; not there: the thing itself is new, gone or renamed."},
    {"before", "text", "What the earlier spec says; not there: nothing."},
    {"now", "text", "What the newer spec says; not there: nothing."},
    {"description", "text", "Of a new or gone thing: what it is."},
    {"rows", "[text]", "Rows of the request that change with it: `MEM-001 b`."},
    {"consequences", "[text]", "What follows, a sentence each."},
    {"before_place", "Place", "Where the earlier spec says it, of the first subject."},
    {"now_place", "Place", "Where the newer spec says it, of the first subject."},
};
constexpr MemberRow kPlace[] = {
    {"file!", "text", "The file as it was named when it was read."},
    {"line!", "integer", "From 1."},
    {"column!", "integer", "From 1, in code points."},
};
constexpr MemberRow kRow[] = {
    {"id!", "text", "MEM-001; of a withdrawn row the earlier spec's."},
    {"edition", "text", "`b`: it asks for something else than when it was issued."},
    {"class!", kClass, "What it means for the vendor."},
    {"subject!", "text", "Whom it is about."},
    {"attribute!", "text", "What of it."},
    {"before", "text", ""},
    {"now", "text", ""},
    {"must", "text", "What the vendor has to do: `raise`."},
    {"reason", "text", "Why the row is there."},
};
constexpr MemberRow kFile[] = {
    {"path!", "text", "In the folder of the build: `zvm/VMPROD/USER.DIRECT`."},
    {"change!", "{new|changed|gone}", ""},
};
constexpr MemberRow kTopicCounts[] = {
    {"placement!", "integer", "Where systems run, at which level."},
    {"capacity!", "integer", "Processors, memory, expanded storage, engines, weights."},
    {"devices!", "integer", "OSA, HiperSockets, FCP and FICON channels, device numbers."},
    {"networks!", "integer", "Subnets, addresses, NICs, vswitches, routes."},
    {"storage!", "integer", "Volumes, disks, tape, backup, restore, replication."},
    {"start!", "integer", "Start order, IPL, what must be up before."},
    {"systems!", "integer", "Which systems there are and what each is."},
    {"agreement!", "integer", "Vendor, contract, days, people, products."},
    {"judgement!", "integer", "Accepted findings, what the spec requires of itself."},
    {"request!", "integer", "Rows of the request that change for no other reason."},
};
constexpr MemberRow kClassCounts[] = {
    {"new!", "integer", ""},       {"tightens!", "integer", ""}, {"changed!", "integer", ""},
    {"loosens!", "integer", ""},   {"moves!", "integer", ""},    {"withdrawn!", "integer", ""},
    {"editorial!", "integer", ""},
};

constexpr ObjectRow kObjects[] = {
    {"Document", "What changed. What says nothing is left out.", kDocument},
    {"Comparison", "Two specs, and what changed from one to the other.", kComparison},
    {"Change", "One change, of all things that changed alike.", kChange},
    {"Place", "A place in a spec.", kPlace},
    {"Row", "A row of the request.", kRow},
    {"File", "A file that `build` writes.", kFile},
    {"TopicCounts", "Changes by topic.", kTopicCounts},
    {"ClassCounts", "Changes by class.", kClassCounts},
};

}  // namespace

json_schema::Table JsonTable() {
  return {"urn:hotsite:changes:1", "Changes of specs as Hotsite tells them, format version 1", kObjects, kForms};
}

}  // namespace hotsite::backends::changelog
