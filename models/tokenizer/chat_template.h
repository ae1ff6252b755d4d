// ChatML as Qwen3.5 renders it.
#pragma once

#include <string>
#include <vector>

namespace cadforge::models {

struct ChatMessage {
  std::string role;  ///< "system", "user" or "assistant"
  std::string content;
};

struct ChatOptions {
  bool add_generation_prompt = true;
  bool thinking = false;  ///< off: the generation prompt holds an empty <think> block
};

/// Renders messages to text, character for character as the template that Qwen3.5 ships. Assistant
/// turns before the last user turn lose their thinking text. Throws std::invalid_argument naming a
/// role that is unknown or out of place (system anywhere but first), or where no message is the
/// user's.
std::string render_chat(const std::vector<ChatMessage>& messages, const ChatOptions& options);

}  // namespace cadforge::models
