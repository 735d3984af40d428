#include "backends/document/pdf_paginate.h"

#include <utility>

namespace hotsite::backends::document {
namespace {

constexpr double kRounding = 0.01;  // heights are sums of fractions

class Paginator {
 public:
  Paginator(std::span<const SlabSize> slabs, std::span<const double> heads, double page_height)
      : slabs_(slabs), heads_(heads), page_height_(page_height) {
    placed_.reserve(slabs.size());
  }

  std::vector<PlacedSlab> Run() {
    for (std::size_t at = 0; at < slabs_.size();) {
      const std::size_t end = EndOfChain(at);
      if (slabs_[at].new_page || !FitsHere(at, end)) NextPage();
      for (; at < end; ++at) Place(slabs_[at]);
    }
    return std::move(placed_);
  }

 private:
  std::size_t EndOfChain(std::size_t at) const {
    while (at + 1 < slabs_.size() && slabs_[at].keep && !slabs_[at + 1].new_page) ++at;
    return at + 1;
  }

  /// Also where the chain is taller than a page: moving it would help nothing.
  bool FitsHere(std::size_t at, std::size_t end) const {
    double height = slabs_[at].height;
    const double before = y_ == 0 ? 0 : slabs_[at].before;
    while (++at < end) height += slabs_[at].before + slabs_[at].height;
    return y_ + before + height <= page_height_ + kRounding || height > page_height_;
  }

  void NextPage() {
    if (y_ > 0) ++page_;
    y_ = 0;
  }

  double HeadHeight(const SlabSize& slab) const {
    return slab.head < 0 || slab.is_head ? 0 : heads_[static_cast<std::size_t>(slab.head)];
  }

  void Place(const SlabSize& slab) {
    if (y_ > 0 && y_ + slab.before + slab.height > page_height_ + kRounding) NextPage();
    const bool top = y_ == 0;
    const double head = top ? HeadHeight(slab) : slab.before;
    placed_.push_back({page_, y_ + head, top && head > 0});
    y_ += head + slab.height;
  }

  std::span<const SlabSize> slabs_;
  std::span<const double> heads_;
  double page_height_;
  std::vector<PlacedSlab> placed_;
  std::size_t page_ = 0;
  double y_ = 0;
};

}  // namespace

std::vector<PlacedSlab> Paginate(std::span<const SlabSize> slabs, std::span<const double> head_heights,
                                 double page_height) {
  return Paginator(slabs, head_heights, page_height).Run();
}

}  // namespace hotsite::backends::document
