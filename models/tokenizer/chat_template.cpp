#include "models/tokenizer/chat_template.h"

#include <fmt/format.h>

#include <stdexcept>

namespace cadforge::models {
namespace {

constexpr const char* kThinkEnd = "</think>";

std::string trimmed(std::string text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

std::string without_thinking(const std::string& text) {
  const auto end = text.rfind(kThinkEnd);
  return end == std::string::npos ? text : trimmed(text.substr(end + std::string(kThinkEnd).size()));
}

}  // namespace

std::string render_chat(const std::vector<ChatMessage>& messages, const ChatOptions& options) {
  std::size_t last_user = 0;
  for (std::size_t i = 0; i < messages.size(); ++i) {
    if (messages[i].role == "user") last_user = i;
  }
  std::string text;
  for (std::size_t i = 0; i < messages.size(); ++i) {
    const auto& [role, content] = messages[i];
    if (role != "system" && role != "user" && role != "assistant") {
      throw std::invalid_argument(fmt::format(
          "chat message {}: role: expected system, user or assistant, got \"{}\"", i, role));
    }
    std::string body = trimmed(content);
    if (role == "assistant") {
      body = i < last_user ? without_thinking(body)
             : body.find(kThinkEnd) == std::string::npos ? "<think>\n\n</think>\n\n" + body
                                                         : body;
    }
    text += fmt::format("<|im_start|>{}\n{}<|im_end|>\n", role, body);
  }
  if (options.add_generation_prompt) {
    text += "<|im_start|>assistant\n";
    text += options.thinking ? "<think>\n" : "<think>\n\n</think>\n\n";
  }
  return text;
}

}  // namespace cadforge::models
