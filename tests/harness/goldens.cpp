#include "tests/harness/goldens.h"

#include "compiler/driver/build.h"
#include "compiler/driver/manifest.h"
#include "compiler/driver/pipeline.h"
#include "tests/harness/files.h"
#include "tests/harness/pdf_text.h"
#include "tests/harness/sources.h"

namespace hotsite::harness {

namespace fs = std::filesystem;

namespace {

/// All artifacts and the manifest, as `hotsite build` writes them.
std::map<std::string, std::string> Build(const driver::Compilation& compilation) {
  std::map<std::string, std::string> files;
  driver::Manifest manifest{compilation.path, compilation.digest(), compilation.revision, {}};
  driver::Generate(compilation, {}, [&](const backends::BackendInfo& backend, backends::Artifact artifact) {
    std::string path = artifact.path, text = artifact.text;
    manifest.files.push_back(driver::ListArtifact(backend.name, std::move(artifact)));
    if (!manifest.files.back().content_sha256.empty()) manifest.files.back().sha256.clear();
    if (path.ends_with(".pdf")) {
      path += ".txt";
      text = PdfText(text).value_or(std::string(kNoPdfText));
    }
    files[path] = std::move(text);
  });
  files[driver::kManifestFile] = manifest.Print();
  return files;
}

}  // namespace

std::vector<BuiltSpec> BuildExamples() {
  std::vector<BuiltSpec> built;
  for (const fs::path& path : FilesUnder(SourceRoot() / "examples", ".dr")) {
    const std::string example = path.parent_path().filename().string();
    check::MemorySources sources = ExampleSources(example);
    const driver::Compilation result = driver::Compile(path.filename().string(), sources);
    if (result.has_errors() || !result.model || !result.model->recovery) continue;
    BuiltSpec one{example, path.filename().string(), path.parent_path() / "built" / path.stem(), {}};
    one.files = Build(result);
    built.push_back(std::move(one));
  }
  return built;
}

std::map<std::string, std::string> CheckedIn(const fs::path& folder) {
  std::map<std::string, std::string> files;
  for (const fs::path& path : FilesUnder(folder, "")) {
    files[fs::relative(path, folder).generic_string()] = ReadBytes(path);
  }
  return files;
}

}  // namespace hotsite::harness
