// What `hotsite reply` tells of a reply that it read, for people.
#pragma once

#include <string>

#include "compiler/contract/answers.h"
#include "compiler/driver/reply_request.h"
#include "compiler/reply/to_contract.h"
#include "llvm/Support/raw_ostream.h"

namespace hotsite::driver {

/// One line of what was read, and what a person should look at: remarks, comments on the pages, who signed.
void SummarizeReply(const std::string& path, const reply::Read& read, const reply::Lines& lines,
                    const SentRequest& sent, llvm::raw_ostream& out);

/// How far the request is agreed by now, and the next command to type.
void SummarizeContract(const std::string& path, const contract::Answers& answers, const SentRequest& sent,
                       const std::string& ledger_path, llvm::raw_ostream& out);

}  // namespace hotsite::driver
