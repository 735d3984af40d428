#include "compiler/driver/contract_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <system_error>
#include <utility>

#include "compiler/check/check.h"
#include "compiler/contract/print.h"
#include "compiler/diagnostics/codes.h"
#include "compiler/driver/pipeline.h"
#include "compiler/driver/report.h"
#include "compiler/support/check.h"

namespace hotsite::driver {
namespace {

constexpr std::size_t kLongestName = 100;  // bytes
constexpr unsigned kMostOfOneName = 1'000;

/// A name that no shell, address or file system takes for more than a name.
std::string SafeName(const std::string& file) {
  std::string name = BaseName(file).substr(0, kLongestName);
  for (char& c : name) {
    const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '_' || c == '-';
    if (!plain) c = '_';
  }
  if (name.empty()) return "reply";
  if (name[0] == '.' || name[0] == '-') name[0] = '_';
  return name;
}

std::string FolderOf(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? std::string() : path.substr(0, slash + 1);
}

/// `reply-2.csv`: the number stands before what tells the file's form.
std::string Numbered(const std::string& name, unsigned number) {
  if (number == 1) return name;
  const std::size_t dot = name.rfind('.');
  if (dot == std::string::npos || dot == 0) return fmt::format("{}-{}", name, number);
  return fmt::format("{}-{}{}", name.substr(0, dot), number, name.substr(dot));
}

}  // namespace

FolderLock::FolderLock(const std::string& contract_path) {
  const std::string folder = FolderOf(contract_path);
  folder_ = open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder_ >= 0) static_cast<void>(flock(folder_, LOCK_EX));
}

FolderLock::~FolderLock() {
  if (folder_ >= 0) close(folder_);
}

bool ContractFile::ReadText(std::vector<Diagnostic>& findings) {
  check::MemorySources files;
  files.Put(path_, text_);
  Reporter reporter;
  sources_ = SourceMap();
  auto contracts = check::ReadContracts(path_, files, sources_, reporter);
  const bool errors = reporter.error_count() > 0;
  for (Diagnostic& finding : reporter.Take()) findings.push_back(std::move(finding));
  if (!errors && contracts.size() == 1) {
    contract_ = std::move(contracts.front());
    return true;
  }
  Diagnostic problem = Problem(codes::kNotAContract, fmt::format("`{}` stays as it is: it {}", path_,
                                                                 errors              ? "can't be read as a contract"
                                                                 : contracts.empty() ? "holds no `contract`"
                                                                                     : "holds several contracts"));
  problem.Advise(errors ? "repair it first, or name another file with -o" : "name another file with -o");
  findings.push_back(std::move(problem));
  return false;
}

void ContractFile::ReadOwnText() {
  std::vector<Diagnostic> findings;
  HOTSITE_CHECK(ReadText(findings), "what is added to a contract can be read");
}

bool ContractFile::Open(const std::string& path, std::vector<Diagnostic>& findings) {
  path_ = path;
  std::error_code failed;
  if (!std::filesystem::exists(std::filesystem::symlink_status(path, failed))) return true;
  const std::filesystem::file_status there = std::filesystem::status(path, failed);
  if (std::filesystem::exists(there) && !std::filesystem::is_regular_file(there)) {  // reading a pipe would wait
    findings.push_back(Problem(codes::kCannotRead, fmt::format("`{}` isn't a regular file", path)));
    return false;
  }
  if (const auto problem = ReadFile(path, kMaxSourceBytes, &text_)) {
    findings.push_back(Problem(codes::kCannotRead, fmt::format("`{}` {}", problem->path, problem->what)));
    return false;
  }
  return ReadText(findings);
}

void ContractFile::Begin(std::string recovery, unsigned revision, std::string digest) {
  contract_ = {};
  contract_.recovery = std::move(recovery);
  contract_.revision = revision;
  contract_.digest = std::move(digest);
  text_ = contract::Print(contract_);
  ReadOwnText();
}

void ContractFile::Renew(unsigned revision, const std::string& digest) {
  const std::string old = fmt::format("request revision {} digest \"{}\"\n", contract_.revision, contract_.digest);
  const std::size_t at = text_.find(old);
  if (contract_.revision <= 0 || contract_.revision >= revision || at == std::string::npos) return;
  text_.replace(at, old.size(), fmt::format("request revision {} digest \"{}\"\n", revision, digest));
  ReadOwnText();
}

void ContractFile::Add(const model::Reply& reply) {
  // The span ends behind the closing brace; a byte order mark before the text isn't in it.
  const std::string_view shown = sources_.Get(contract_.span).text();
  text_ = shown;
  std::size_t at = text_.rfind('}', contract_.span.end - 1);
  const std::size_t line = text_.rfind('\n', at) + 1;
  const bool alone = line > 0 && text_.find_first_not_of(" \t", line) == at;
  text_.insert(alone ? line : at, (alone ? "" : "\n") + contract::Print(reply));
  ReadOwnText();
}

std::optional<FileProblem> ContractFile::Save() const {
  if (text_.size() > kMaxSourceBytes)
    return FileProblem{path_, fmt::format("would be larger than {} MiB, the most that is read", kMaxSourceBytes >> 20)};
  return WriteFileAtomically(path_, text_);
}

std::optional<FileProblem> KeepBytes(const std::string& contract_path, const std::string& file, std::string_view bytes,
                                     std::string* kept) {
  const std::string folder = FolderOf(contract_path) + "replies";
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  if (failed) return FileProblem{folder, "can't be made: " + failed.message()};
  const std::string name = SafeName(file);
  for (unsigned number = 1; number <= kMostOfOneName; ++number) {
    const std::string numbered = Numbered(name, number);
    const std::string path = folder + "/" + numbered;
    *kept = "replies/" + numbered;
    const std::filesystem::file_status found = std::filesystem::symlink_status(path, failed);
    if (!std::filesystem::exists(found)) return WriteFileAtomically(path, bytes);
    if (!std::filesystem::is_regular_file(found)) continue;  // what a link leads to isn't kept
    std::string there;
    if (!ReadFile(path, bytes.size() + 1, &there) && there == bytes) return {};
  }
  return FileProblem{folder, fmt::format("holds more than {} files named {}", kMostOfOneName, name)};
}

}  // namespace hotsite::driver
