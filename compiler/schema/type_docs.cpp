#include "compiler/schema/type_docs.h"

namespace hotsite::schema {
namespace {

constexpr TypeDoc kDocs[] = {
    {Type::kName,
     "A word, or text in quotes with values in braces: {n}, with at least three digits {n:000}, hexadecimal {n:xxx}. "
     "What a name may hold depends on what is named, and HS2701 tells: a z/VM user ID has 1 to 8 characters A-Z 0-9 @ "
     "# $ _ -; a partition 1 to 8 characters A-Z 0-9, the first a letter; a vswitch or guest LAN 1 to 8 characters A-Z "
     "0-9 @ # $ _; networks, sites, machines and carriers 1 to 32 letters, digits, _ or -, the first a letter.",
     {"VMPROD", "LNXWAS1", "\"LNXWAS{1 + 2}\""},
     {{{"?", "a name is what the vendor's answers refer to"}}}},
    {Type::kBase,
     "Names what a system takes over: a `profile` that stands in this block or one around it, or an entry of the "
     "standard library. Of several a later one wins.",
     {"zvm_5_4", "SERVER"}},
    {Type::kSystem,
     "The name of a system that some file of the spec describes: `zos`, `zvm`, `linux` or `external`.",
     {"VMPROD", "\"LNXWAS{1}\""}},
    {Type::kNetwork, "The name of a `network` of the spec.", {"OFFICE"}},
    {Type::kLibrary,
     "The name of an entry of the standard library, which a `use std.…` has brought in, or of one that the spec "
     "declares itself. `hotsite explain --list` names all.",
     {"z10_ec", "3390_9"}},
    {Type::kModule,
     "A file in quotes, looked up from the folder of the file that uses it, or without quotes a part of the standard "
     "library.",
     {"\"systems.dr\"", "std.zvm"}},
    {Type::kText,
     "Text in quotes, at most 500 characters, without tabs and line ends. {n} in it is replaced by the value of n, "
     "{n:000} with at least three digits, {n:xxx} with three hexadecimal ones; for a brace write two, for a quote "
     "\\\", for a backslash two.",
     {"\"WebSphere Application Server\"", "\"guest {1 + 1}\""},
     {{{"WebSphere", "it lacks the quotes"}, {"\"{n}\"", "nothing here gives n a value"}}}},
    {Type::kWord, "One word without quotes, at most 32 characters.", {"3592", "coordinator"}, {}},
    {Type::kChoice,
     "One of the words that the form of the statement shows between bars, exactly as it is written there.",
     {},
     {}},
    {Type::kCount,
     "A whole number from 1 to 2147483647, or arithmetic with + - * and brackets on numbers and values in force.",
     {"4", "10017", "2 * 3"},
     {{{"0", "nothing can be asked for; leave the statement out"},
       {"2.5", "it isn't whole"},
       {"four", "it isn't written in digits"}}}},
    {Type::kVersion, "Version and release with a dot between them.", {"5.4", "7.3"}, {}},
    {Type::kRatio,
     "How many times one thing is another, with two decimals at most; from 0.01 to 1000.",
     {"1.5", "2"},
     {{{"150%", "it isn't a percentage"}, {"1.125", "it has three decimals"}, {"0", "it is nothing at all"}}}},
    {Type::kMemory,
     "A number and a unit: MiB, GiB, TiB or PiB, or as the directory writes it, M, G, T or P; both mean powers of 2. "
     "From 0 to 16 PiB, a whole number of MiB; any case, with a blank or without. It may be computed.",
     {"24 GiB", "24G", "512 MiB", "1.5 TiB", "2 * 4 GiB + 512 MiB"},
     {{{"24 GB", "some mean 10^9 by GB, others 2^30"},
       {"24", "it has no unit"},
       {"24 KiB", "memory comes in whole MiB"},
       {"0.3 GiB", "it isn't a whole number of MiB"},
       {"17 PiB", "it is more than 16 PiB, the most that can be addressed"}}}},
    {Type::kMemoryOrNone,
     "A memory size, or `none` for none at all. See `hotsite explain memory` for sizes.",
     {"4 GiB", "none"},
     {{{"4 GB", "some mean 10^9 by GB, others 2^30"}}}},
    {Type::kFrame,
     "A HiperSockets maximum frame size: 16, 24, 40 or 64 KiB. The largest packet is 8 KiB less (z/OS Communications "
     "Server, IP Configuration Guide).",
     {"16 KiB", "24K", "64 KiB"},
     {{{"32 KiB", "there is no such frame size"}, {"24 KB", "some mean 10^3 by KB, others 2^10"}}}},
    {Type::kDevice,
     "1 to 4 hex digits, as IOCP and CP write them; 600 is 0600. Of a network interface it is the first of three.",
     {"0600", "600", "0E0F"},
     {{{"0x0600", "the digits stand alone"},
       {"0.0.0600", "that is a bus ID of Linux"},
       {"10600", "it has five digits"},
       {"06G0", "G is no hex digit"}}}},
    {Type::kDevices,
     "Two device numbers with a dash and no blanks, both ends included; or one device number.",
     {"0600-060F", "0700"},
     {{{"060F-0600", "it ends before it begins"},
       {"0600-F", "it may mean 0600-060F"},
       {"0600..060F", "devices have a dash, cylinders and numbers two dots"}}}},
    {Type::kAddress,
     "NAME[n]: the n-th address of a network of the spec, counted from the network address, so that it moves along "
     "when a site readdresses the network; n may be arithmetic, and a negative one counts from the end (OFFICE[-2] is "
     "the last host). Or an IPv4 or IPv6 address, also computed.",
     {"OFFICE[21]", "OFFICE[20 + 1]", "OFFICE[-2]", "10.20.30.21", "10.20.30.1 + 20", "2001:db8::21"},
     {{{"10.20.30.256", "no part is above 255"},
       {"10.20.30", "it has three parts"},
       {"10.20.30.021", "some programs read a leading zero as octal"},
       {"10.20.30.21/24", "the prefix length belongs to the network's `subnet`"}}}},
    {Type::kIp,
     "An IPv4 address of four numbers, or an IPv6 address.",
     {"10.20.30.21", "2001:db8::21"},
     {{{"10.20.30.256", "no part is above 255"}}}},
    {Type::kSubnet,
     "A network address and the length of its prefix. An IPv4 or an IPv6 network; the bits behind the prefix are zero. "
     "Or a part of another network: BANK/26[3] is the part with number 3, counted from 0, of BANK cut into /26.",
     {"10.20.30.0/24", "2001:db8:30::/64", "BANK/26[3]"},
     {{{"10.20.30.0/255.255.255.0", "the prefix length is written, here 24"},
       {"10.20.30.0", "it has no prefix length"},
       {"10.20.30.21/24", "bits behind the prefix are set; it would be 10.20.30.0/24"}}}},
    {Type::kMac,
     "Six pairs of hex digits with colons or with dashes between them.",
     {"02:00:0A:00:00:01", "02-00-0a-00-00-01"},
     {{{"02000A000001", "the pairs aren't separated"}}}},
    {Type::kEngine,
     "One processor type: CP, IFL, zIIP, zAAP or ICF, in any case.",
     {"CP", "IFL"},
     {{{"CPU", "it may be a CP or an IFL"}}}},
    {Type::kEngines,
     "Processor types, any of which would do, with `or` between them: CP, IFL, zIIP, zAAP or ICF, in any case.",
     {"CP", "CP or IFL"},
     {{{"CPU", "it may be a CP or an IFL"}}}},
    {Type::kEngineCount,
     "A whole number and a processor type: CP, IFL, zIIP, zAAP or ICF. 0 may be said.",
     {"3 IFL", "0 zIIP"},
     {{{"IFL", "it has no number"}, {"3", "it has no type"}}}},
    {Type::kDuration,
     "A whole number above zero and a unit: min, h, d or week (also weeks). At most 10 years.",
     {"30 min", "4 h", "2 d", "1 week"},
     {{{"4", "it has no unit"},
       {"30 m", "m may be minutes or months"},
       {"1.5 h", "it isn't whole; write 90 min"},
       {"0 h", "it is no time at all"}}}},
    {Type::kTime,
     "Year, month and day, and the time of day on 24 hours; without it midnight. Local to the zone that the test "
     "names; years from 1990 to 2199.",
     {"2009-10-05 08:00", "2009-10-05"},
     {{{"2009-02-30 08:00", "there is no such day"},
       {"10/05/2009 08:00", "day and month could be exchanged"},
       {"2009-10-05 8:00", "the hour has two digits"}}}},
    {Type::kDate,
     "Year, month and day with dashes; years from 1990 to 2199.",
     {"2009-10-05"},
     {{{"2009-02-30", "there is no such day"}, {"05.10.2009", "the year stands first"}}}},
    {Type::kZone,
     "A zone's name: UTC or Area/City. It is printed, not computed with.",
     {"America/New_York", "UTC"},
     {{{"EST", "it is no name of the form Area/City"}}}},
    {Type::kExtent,
     "The first and the last cylinder with two dots between them, both included. Cylinder 0 holds the volume's label. "
     "Either may be arithmetic.",
     {"1..10016"},
     {{{"1-10016", "cylinders have two dots, devices a dash"}, {"10016..1", "it ends before it begins"}}}},
    {Type::kRange,
     "Two whole numbers with two dots between them, both included; or names with commas.",
     {"1..4", "LNXDNS, LNXFTP"},
     {{{"4..1", "it ends before it begins"}, {"1-4", "numbers have two dots between them"}}}},
    {Type::kComparator,
     "`at least`, `at most` or `exactly` before a value. Not said: `at least` for capacities, `exactly` for the rest.",
     {"at least", "at most", "exactly"},
     {{{"at lest", "it is no comparison"}}}},
    {Type::kBackup,
     "How often (hourly, daily, weekly, monthly, yearly), `full` if it is of everything, and the media in their order "
     "with `then` between them: tape, flashcopy, tsm, replication.",
     {"daily tsm", "weekly full to tape", "weekly flashcopy then tape"},
     {{{"sometimes tape", "it says no frequency"}, {"daily", "it says no medium"}}}},
    {Type::kVolser,
     "The label of a disk volume: 1 to 6 characters A-Z 0-9 # @ $ : - +, which HS2701 checks.",
     {"VMPG01", "\"LX01{10 + 1}\""},
     {}},
    {Type::kUserid,
     "A z/VM user ID: 1 to 8 characters A-Z 0-9 @ # $ _ -, and no word of CP, which HS2701 checks.",
     {"DTCVSW1"},
     {}},
    {Type::kDomain,
     "A DNS name in quotes: labels of letters, digits and dashes, at most 63 characters each.",
     {"\"example.com\""},
     {{{"\"example..com\"", "a label is empty"}, {"\"10.20.30.1\"", "it is an address"}}}},
    {Type::kCode,
     "The code of a rule: HS2 and three digits, or the name of a `require`. `hotsite explain --list` shows all codes.",
     {"HS2001", "two_nics"},
     {{{"HS9999", "there is no such rule"}, {"2001", "the letters HS stand before it"}}}},
    {Type::kDestination,
     "The name of a network, a subnet, or `default`.",
     {"DATABASE", "10.40.0.0/16", "default"},
     {{{"10.40.0.1/16", "bits behind the prefix are set"}}}},
    {Type::kIndex, "A whole number from 0.", {"0", "3"}, {{{"-1", "it is below 0"}}}},
    {Type::kLoadParameter,
     "What a system is told when it is loaded: 1 to 8 characters A-Z 0-9 @ # $ . and blanks, in quotes where there is "
     "a "
     "blank.",
     {"0A8200M1", "\"0A83 M1\""},
     {{{"0A8200M12", "it has 9 characters"}, {"0a8200m1", "it is in lower case"}}}},
    {Type::kWwpn,
     "The world wide port name of a storage port: 16 hex digits, without 0x and colons.",
     {"5005076300C20B8E"},
     {{{"5005076300C20B8", "a digit is missing"}, {"0x5005076300C20B8E", "the digits stand alone"}}}},
    {Type::kLun,
     "A logical unit number: 16 hex digits, without 0x.",
     {"4010400000000000"},
     {{{"401040", "zeros at the end are written too"}}}},
    {Type::kExpression,
     "A whole number, a word or text in quotes, or arithmetic with + - * and brackets on numbers and on values that a "
     "`let` or `for` around it names. Several with commas are a list, for a `for` to go through.",
     {"20", "20 + 1", "VMPROD", "WEB, APP"},
     {{{"20 + m", "nothing here gives m a value"}}}},
    {Type::kKind,
     "What a `require` judges: system, zos, zvm, linux, guest, machine, partition, network, nic, disk, vswitch, "
     "guestlan, osa, hipersockets, recovery or contact. Systems of the vendor's own aren't judged.",
     {"linux", "machine"},
     {{{"linx", "there is no such kind"}}}},
    {Type::kCondition,
     "Comparisons, joined by and, or, not and parentheses; `and` binds tighter than `or`. A quantity is compared by "
     "`at "
     "least`, `at most` or `exactly` with another of its type: a number, a memory size, a duration, a property, `count "
     "of LIST [where …]`, `sum|largest|smallest of PROPERTY of LIST [where …]`, `N % of` one, or + - * of them. A "
     "property that is a word, a name or text `is [not]` a WORD or a \"PATTERN\" with *; one that is several may "
     "`include` one; any `is [not] said`. What isn't said, or is left to the vendor, is neither true nor false.",
     {"count of nic at least 2", "backup is said and tier is not test", "name is \"LNXTST*\"",
      "networks include OFFICE or level exactly 1", "sum of memory of partitions at most 80 % of memory"},
     {{{"memory >= 4 GiB", "words compare: `at least`"},
       {"80 %", "percent of something"},
       {"count nic", "`of` stands behind `count`"}}}},
};

constexpr bool InOrder() {
  std::size_t index = 0;
  for (const TypeDoc& doc : kDocs) {
    if (static_cast<std::size_t>(doc.type) != index++) return false;
  }
  return true;
}
static_assert(InOrder(), "kDocs stands in the order of enum Type");

}  // namespace

const TypeDoc& DocOf(Type type) { return kDocs[static_cast<std::size_t>(type)]; }

}  // namespace hotsite::schema
