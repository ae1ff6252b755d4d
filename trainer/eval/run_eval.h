// Samples completions for a task set and scores each one while the others are still being written.
#pragma once

#include <cstdint>
#include <functional>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "env/evaluator.h"
#include "models/generation/engine.h"
#include "models/lora/lora_adapter.h"
#include "models/qwen35/model.h"
#include "models/tokenizer/tokenizer.h"
#include "trainer/eval/summary.h"
#include "trainer/prompt.h"

namespace cadforge::trainer {

struct EvalOptions {
  int samples = 16;        ///< completions a task
  double temperature = 1;  ///< 0: the likeliest token, so one sample says all
  std::uint64_t seed = 0;
  int max_new_tokens = 512;
  std::int64_t slots = 64;  ///< sequences decoded together
  PromptOptions prompt;
  /// Control: score each completion on the spec of another draw of its family. A model that reads
  /// its prompt loses by it; one that always answers with the same part does not.
  bool swap_specs = false;
};

/// What is evaluated. Everything is borrowed; `adapter` may be null.
struct EvalSubject {
  const models::Qwen35Model& model;
  const models::LoraAdapter* adapter;
  const models::Tokenizer& tokenizer;
  std::vector<std::int64_t> stop_tokens;
};

struct EvalRun {
  EvalSummary summary;
  std::int64_t tokens = 0;    ///< sampled
  double decode_seconds = 0;  ///< from the first token to the last
  double seconds = 0;         ///< until the last verdict
};

/// One scored completion, in the order of tasks and samples.
struct EvalSample {
  const env::Task& task;       ///< the task that was asked
  const env::Task& scored_on;  ///< another one under swap_specs
  int sample;
  const std::string& text;
  const env::Evaluation& evaluation;
};

/// `take` sees every completion with its verdict. Throws std::invalid_argument where swap_specs
/// finds a family with a single draw.
EvalRun run_eval(const EvalSubject& subject, env::Evaluator& evaluator,
                 const std::vector<env::Task>& tasks, const EvalOptions& options,
                 const std::function<void(const EvalSample&)>& take);

/// For each task the index of the task whose spec it is scored on: itself, or with `swap` the next
/// draw of its family, cyclic. Throws as run_eval.
std::vector<std::size_t> scored_on(const std::vector<env::Task>& tasks, bool swap);

}  // namespace cadforge::trainer
