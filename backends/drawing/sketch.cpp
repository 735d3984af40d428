#include "backends/drawing/sketch.h"

#include <fmt/format.h>

#include <iterator>
#include <string>
#include <utility>

#include "backends/drawing/scene.h"

namespace hotsite::backends::drawing {
namespace {

/// Every text with its length before it, so that no two scenes read the same.
class Writer {
 public:
  void Text(const std::string& text) { fmt::format_to(std::back_inserter(text_), "{}:{}", text.size(), text); }
  template <class T>
  void Number(T number) {
    fmt::format_to(std::back_inserter(text_), "{} ", static_cast<std::size_t>(number));
  }
  void Texts(const std::vector<std::string>& texts) {
    Number(texts.size());
    for (const std::string& text : texts) Text(text);
  }

  void Add(const Node& node) {
    Number(node.kind), Number(node.state), Number(node.router), Number(node.count), Number(node.parent);
    Number(node.level.value_or(0)), Number(node.level.has_value());
    Texts(node.title), Texts(node.facts), Text(node.what), Text(node.requirement);
    Number(node.children.size());
    for (const std::size_t child : node.children) Number(child);
  }
  void Add(const Bus& bus) {
    Number(bus.kind), Number(bus.missing), Number(bus.owner), Text(bus.label), Text(bus.question);
    Number(bus.networks.size());
    for (const model::NetworkId network : bus.networks) Number(network.index);
  }
  void Add(const Port& port) { Number(port.machine), Number(port.open), Texts(port.lines); }
  void Add(const Wire& wire) {
    Number(wire.from.kind), Number(wire.from.index), Number(wire.to.kind), Number(wire.to.index), Number(wire.missing);
  }
  template <class T>
  void All(const std::vector<T>& parts) {
    Number(parts.size());
    for (const T& part : parts) Add(part);
  }
  void Add(const Scene& scene) {
    Text(scene.title), Text(scene.heading), Text(scene.description), Texts(scene.remarks);
    All(scene.nodes), All(scene.buses), All(scene.ports), All(scene.wires);
  }

  std::string Take() { return std::move(text_); }

 private:
  std::string text_;
};

}  // namespace

Drawing Sketch(const model::Model& model, const model::Site& site, const requirements::Requirements* requirements) {
  Writer writer;
  for (const Folding folding : {Folding::kSeldom, Folding::kOften, Folding::kSystems})
    writer.Add(MakeScene(model, site, requirements, folding));
  Drawing sketch;
  sketch.description = writer.Take();
  return sketch;
}

}  // namespace hotsite::backends::drawing
