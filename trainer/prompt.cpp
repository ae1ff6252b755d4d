#include "trainer/prompt.h"

#include "env/tasks/prompt.h"
#include "models/tokenizer/chat_template.h"

namespace cadforge::trainer {

std::string system_prompt(const PromptOptions& options) {
  if (!options.system.empty()) return options.system;
  return options.style == "terse" ? env::kTersePrompt : env::kSystemPrompt;
}

std::string render_prompt(const env::Task& task, const PromptOptions& options) {
  models::ChatOptions chat;
  chat.thinking = options.thinking;
  return models::render_chat(
      {{"system", system_prompt(options)}, {"user", task.prompt(options.style)}}, chat);
}

std::string completion_text(const models::Tokenizer& tokenizer, std::vector<std::int64_t> ids,
                            bool stopped) {
  if (stopped && !ids.empty()) ids.pop_back();
  return tokenizer.decode(ids);
}

}  // namespace cadforge::trainer
