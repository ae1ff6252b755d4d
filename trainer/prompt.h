// From a task to the tokens a model is given: the same for training and evaluation.
#pragma once

#include <string>
#include <vector>

#include "env/tasks/task.h"
#include "models/tokenizer/tokenizer.h"

namespace cadforge::trainer {

struct PromptOptions {
  std::string style = "terse";  ///< which of the task's prompts
  bool thinking = false;
  std::string system;  ///< empty: the short one for "terse", else the one that states the rules
};

std::string system_prompt(const PromptOptions& options);

/// The chat up to where the model goes on. Throws std::invalid_argument naming the styles the task
/// has.
std::string render_prompt(const env::Task& task, const PromptOptions& options);

/// What was sampled, as text: the stop token left out.
std::string completion_text(const models::Tokenizer& tokenizer, std::vector<std::int64_t> ids,
                            bool stopped);

}  // namespace cadforge::trainer
