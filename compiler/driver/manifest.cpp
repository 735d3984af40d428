#include "compiler/driver/manifest.h"

#include <algorithm>
#include <utility>

#include "compiler/support/json.h"
#include "compiler/support/sha256.h"

namespace hotsite::driver {
namespace {

std::string TextOf(const Json& object, std::string_view key) {
  const Json* value = object.Find(key);
  const std::string* text = value == nullptr ? nullptr : value->AsString();
  return text == nullptr ? std::string() : *text;
}

}  // namespace

ManifestFile ListArtifact(std::string_view backend, backends::Artifact artifact) {
  return {std::move(artifact.path), std::string(backend), Sha256Hex(artifact.text), std::move(artifact.content),
          std::move(artifact.open)};
}

std::string Manifest::Print() const {
  Json list = Json::MakeArray();
  for (const ManifestFile& file : files) {
    Json entry = Json::MakeObject();
    entry.Set("path", file.path).Set("backend", file.backend);
    if (!file.sha256.empty()) entry.Set("sha256", file.sha256);
    if (!file.content_sha256.empty()) entry.Set("content_sha256", file.content_sha256);
    Json places = Json::MakeArray();
    for (const backends::OpenPlace& place : file.open) {
      places.Push(Json::MakeObject().Set("requirement", place.requirement).Set("what", place.what));
    }
    if (!file.open.empty()) entry.Set("waiting_for_the_vendor", std::move(places));
    list.Push(std::move(entry));
  }
  Json document = Json::MakeObject();
  document.Set("format", "hotsite manifest 1").Set("spec", spec).Set("digest", digest);
  document.Set("status", revision == 0 ? Json("DRAFT") : Json("ISSUED")).Set("revision", revision);
  if (!contract.empty()) document.Set("contract", contract).Set("contract_digest", contract_digest);
  document.Set("files", std::move(list));
  return document.Print();
}

std::string Manifest::RecordedFor(const ManifestFile& file) const {
  if (file.content_sha256.empty()) return {};
  const auto same = std::find_if(files.begin(), files.end(), [&](const ManifestFile& other) {
    return other.path == file.path && other.content_sha256 == file.content_sha256;
  });
  return same == files.end() ? std::string() : same->sha256;
}

std::optional<Manifest> Manifest::Parse(std::string_view text) {
  std::string problem;
  const std::optional<Json> document = Json::Parse(text, &problem);
  const Json* list = document ? document->Find("files") : nullptr;
  if (list == nullptr || list->AsArray() == nullptr || TextOf(*document, "format") != "hotsite manifest 1") return {};
  Manifest manifest;
  manifest.spec = TextOf(*document, "spec");
  manifest.digest = TextOf(*document, "digest");
  for (const Json& entry : *list->AsArray()) {
    ManifestFile file{
        TextOf(entry, "path"), TextOf(entry, "backend"), TextOf(entry, "sha256"), TextOf(entry, "content_sha256"), {}};
    const Json* places = entry.Find("waiting_for_the_vendor");
    if (places != nullptr && places->AsArray() != nullptr) {
      for (const Json& place : *places->AsArray())
        file.open.push_back({TextOf(place, "requirement"), TextOf(place, "what")});
    }
    manifest.files.push_back(std::move(file));
  }
  return manifest;
}

}  // namespace hotsite::driver
