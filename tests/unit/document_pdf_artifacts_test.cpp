#include <catch2/catch.hpp>

#include "backends/document/pdf_artifacts.h"

using hotsite::backends::document::MarkArtifacts;

TEST_CASE("artifacts: what stands outside of marked pieces, and nothing else") {
  CHECK(MarkArtifacts("q\n/P << /MCID 0 >> BDC\nBT\n(a)Tj\nET\nEMC\n1 2 m 3 4 l S\nQ\n") ==
        "/Artifact BMC\nq\nEMC\n/P << /MCID 0 >> BDC\nBT\n(a)Tj\nET\nEMC\n/Artifact BMC\n1 2 m 3 4 l S\nQ\nEMC\n");
}

TEST_CASE("artifacts: pieces side by side, a page without any, an empty one") {
  CHECK(MarkArtifacts("/P << /MCID 0 >> BDC\nEMC\n/Form << /MCID 1 >> BDC\nEMC\n") ==
        "/P << /MCID 0 >> BDC\nEMC\n/Form << /MCID 1 >> BDC\nEMC\n");
  CHECK(MarkArtifacts("S\n") == "/Artifact BMC\nS\nEMC\n");
  CHECK(MarkArtifacts("").empty());
}

TEST_CASE("artifacts: text that looks like a mark isn't one") {
  CHECK(MarkArtifacts("/P << /MCID 0 >> BDC\n(EMC\\\n/x BDC)Tj\nEMC\n") ==
        "/P << /MCID 0 >> BDC\n(EMC\\\n/x BDC)Tj\nEMC\n");
}

TEST_CASE("artifacts: content that isn't as cairo writes it stays as it is") {
  CHECK(MarkArtifacts("S\n/P << /MCID 0 >> BDC\nS\n") == "S\n/P << /MCID 0 >> BDC\nS\n");
}
