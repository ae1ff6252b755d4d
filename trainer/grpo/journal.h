// journal.jsonl: the verdicts since the last checkpoint, so that a step gone over again after a
// crash meets the same rewards without building anything.
#pragma once

#include <compare>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "trainer/grpo/scorer.h"
#include "trainer/metrics/run_log.h"

namespace cadforge::trainer {

struct SampleId {
  int step = 0, prompt = 0, sample = 0;
  auto operator<=>(const SampleId&) const = default;
};

/// Not thread-safe.
class Journal {
 public:
  /// Reads what is there; a line broken off by a crash is left out.
  explicit Journal(std::filesystem::path path);

  /// The verdict on the same tokens; nothing where there is none, or where it was on others, which
  /// happens when the run goes on on another machine and is said once in the log.
  std::optional<ScoredCompletion> find(const SampleId& id, const std::vector<std::int64_t>& tokens);
  void add(const SampleId& id, const std::vector<std::int64_t>& tokens,
           const ScoredCompletion& scored);
  /// Forgets everything: a checkpoint holds it now.
  void clear();

 private:
  struct Entry {
    std::string token_hash;
    ScoredCompletion scored;
  };
  std::filesystem::path path_;
  std::map<SampleId, Entry> entries_;
  std::optional<RunLog> log_;
  bool said_ = false;
};

}  // namespace cadforge::trainer
