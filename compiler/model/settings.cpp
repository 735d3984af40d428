#include "compiler/model/settings.h"

namespace hotsite::model {

const char* ToString(Autolog autolog) {
  switch (autolog) {
    case Autolog::kGuests:
      return "guests";
    case Autolog::kOperator:
      return "operator";
    case Autolog::kNothing:
      return "nothing";
  }
  return "";
}

SystemSettings SystemSettings::Over(const SystemSettings& below) const {
  return {
      .node = node.Over(below.node),
      .timezone = timezone.Over(below.timezone),
      .autolog = autolog.Over(below.autolog),
      .overcommit = overcommit.Over(below.overcommit),
      .share = share.Over(below.share),
      .mac_prefix = mac_prefix.Over(below.mac_prefix),
  };
}

}  // namespace hotsite::model
