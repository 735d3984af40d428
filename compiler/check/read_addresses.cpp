// Addresses and subnets: `OFFICE[21]`, `10.20.30.21 + n`, `BANK/26[3]`.
#include <fmt/format.h>

#include "compiler/check/arithmetic.h"
#include "compiler/check/expression.h"
#include "compiler/check/reader_parts.h"
#include "compiler/values/extent.h"

namespace hotsite::check {

using Kind = syntax::Operand::Kind;
using schema::Element;
using Result = ReadResult;

bool HasIndex(const Cursor& cursor) {
  const syntax::Operand* operand = cursor.peek();
  return operand != nullptr && operand->kind == Kind::kWord && operand->index;
}

// The number between the brackets of the operand that is next.
std::optional<std::int64_t> ReadIndex(Cursor& cursor) {
  const syntax::Operand& operand = *cursor.peek();
  cursor.Advance();
  const Parsed<std::int64_t> index = Evaluate(*operand.index, cursor.scope());
  if (index.ok()) return *index;
  cursor.WrongExpression(operand.index_span, fmt::format("[{}]", *operand.index), index.error(),
                         "a whole number such as `[20 + n]`");
  return {};
}

// `10.20.30.5`, `10.20.30.5 + n`.
static Result ReadLiteralAddress(Cursor& cursor, const Element& element) {
  const std::size_t begin = cursor.position();
  Result address = ReadParsed<IpAddress>(cursor, element);
  const auto offset = address ? ReadOffset(cursor, Expected(element)) : std::nullopt;
  if (!offset || *offset == 0) return offset ? address : Result();
  const IpAddress& first = std::get<IpAddress>(*address);
  const auto sum =
      *offset > 0 ? first.Plus(static_cast<std::uint64_t>(*offset)) : first.Minus(static_cast<std::uint64_t>(-*offset));
  if (sum) return Data(*sum);
  cursor.Wrong(cursor.From(begin), first.ToString(), {"is left behind: the sum is no address", {}}, Expected(element));
  return {};
}

// `let ROUTER OFFICE[1]` and then `gateway ROUTER`.
static std::optional<SymbolicAddress> AddressValueAt(const Cursor& cursor) {
  const auto text = cursor.WordText();
  if (!text || !text->ends_with(']')) return {};
  const std::size_t open = text->find('[');
  const Parsed<std::int64_t> index =
      Evaluate(std::string_view(*text).substr(open + 1, text->size() - open - 2), Scope());
  return index.ok() ? std::optional(SymbolicAddress{text->substr(0, open), *index}) : std::nullopt;
}

// `OFFICE[21]` or a literal.
Result ReadAddress(Cursor& cursor, const Element& element) {
  if (const auto value = AddressValueAt(cursor)) {
    cursor.Advance();
    return Data(*value);
  }
  if (!HasIndex(cursor)) return ReadLiteralAddress(cursor, element);
  const syntax::Operand& operand = *cursor.peek();
  const std::size_t slash = operand.text.find('/');
  if (slash != std::string_view::npos) {
    cursor.Wrong(operand.span, fmt::format("{}[{}]", operand.text, *operand.index),
                 {"is a part of a subnet, not an address", {}}, Expected(element));
    return {};
  }
  const auto index = ReadIndex(cursor);
  return index ? Result(Data(SymbolicAddress{std::string(operand.text), *index})) : Result();
}

// `10.20.30.0/24`; where a netmask stands behind the address, the two are taken together, so that the prefix is known.
static Result ReadLiteralSubnet(Cursor& cursor, const Element& element) {
  const auto address = cursor.WordText();
  const auto mask = cursor.WordText(1);
  if (!address || !mask || !IpAddress::Parse(*address).ok() || !IpAddress::Parse(*mask).ok())
    return ReadParsed<Subnet>(cursor, element);
  const std::size_t begin = cursor.position();
  cursor.Advance(2);
  const Parsed<Subnet> subnet = Subnet::Parse(fmt::format("{}/{}", *address, *mask));
  cursor.Wrong(cursor.From(begin), fmt::format("{} {}", *address, *mask), subnet.error(), Expected(element));
  return {};
}

// `10.20.30.0/24`, or `BANK/26[3]`: a part of another network's.
Result ReadSubnet(Cursor& cursor, const Element& element) {
  if (!HasIndex(cursor)) return ReadLiteralSubnet(cursor, element);
  const syntax::Operand& operand = *cursor.peek();
  const std::string text = fmt::format("{}[{}]", operand.text, *operand.index);
  const std::size_t slash = operand.text.find('/');
  const auto prefix = slash == std::string_view::npos ? Parsed<std::int64_t>(ValueError{"", {}})
                                                      : ParseCount(operand.text.substr(slash + 1));
  if (!prefix.ok() || *prefix > 128) {
    cursor.Advance();
    cursor.Wrong(
        operand.span, text,
        {slash == std::string_view::npos ? "is an address, not a subnet; the part with that number of a network "
                                           "cut into /26 is written `BANK/26[3]`"
                                         : "has no prefix length from 0 to 128 behind the slash",
         {}},
        Expected(element));
    return {};
  }
  const auto index = ReadIndex(cursor);
  if (!index) return {};
  return Data(SymbolicSubnet{std::string(operand.text.substr(0, slash)), static_cast<unsigned>(*prefix), *index});
}

}  // namespace hotsite::check
