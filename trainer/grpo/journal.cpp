#include "trainer/grpo/journal.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <nlohmann/json.hpp>
#include <string_view>

#include "env/families/draw.h"

namespace cadforge::trainer {
namespace {

std::string hash_tokens(const std::vector<std::int64_t>& tokens) {
  const std::string_view bytes(reinterpret_cast<const char*>(tokens.data()),
                               tokens.size() * sizeof(tokens[0]));
  return fmt::format("{:016x}", env::hash_text(bytes));
}

}  // namespace

Journal::Journal(std::filesystem::path path) : path_(std::move(path)) {
  std::ifstream file(path_);
  std::uint64_t whole_bytes = 0;
  for (std::string text; std::getline(file, text) && !file.eof();) {
    try {
      const auto line = nlohmann::json::parse(text);
      entries_[{line.at("step"), line.at("prompt"), line.at("sample")}] = {
          line.at("hash"), line.at("verdict").get<ScoredCompletion>()};
    } catch (const nlohmann::json::exception&) {
      break;
    }
    whole_bytes += text.size() + 1;
  }
  log_.emplace(path_, whole_bytes);
}

std::optional<ScoredCompletion> Journal::find(const SampleId& id,
                                              const std::vector<std::int64_t>& tokens) {
  const auto found = entries_.find(id);
  if (found == entries_.end()) return std::nullopt;
  if (found->second.token_hash == hash_tokens(tokens)) return found->second.scored;
  if (!said_) {
    spdlog::warn(
        "step {} sampled other tokens than before the interruption: not the same machine "
        "or build?",
        id.step);
    said_ = true;
  }
  return std::nullopt;
}

void Journal::add(const SampleId& id, const std::vector<std::int64_t>& tokens,
                  const ScoredCompletion& scored) {
  const auto hash = hash_tokens(tokens);
  log_->append({{"step", id.step},
                {"prompt", id.prompt},
                {"sample", id.sample},
                {"hash", hash},
                {"verdict", scored}});
  entries_[id] = {hash, scored};
  entries_[id].scored.brep.clear();
}

void Journal::clear() {
  entries_.clear();
  log_.emplace(path_, 0);
}

}  // namespace cadforge::trainer
