#include "models/tokenizer/chat_template.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <stdexcept>
#include <string_view>

namespace cadforge::models {
namespace {

constexpr std::string_view kThinkBegin = "<think>", kThinkEnd = "</think>";

// What Python's str.strip() removes, and so Jinja's trim.
bool is_space(utf8proc_int32_t character) {
  const auto* property = utf8proc_get_property(character);
  return property->category == UTF8PROC_CATEGORY_ZS ||
         property->bidi_class == UTF8PROC_BIDI_CLASS_B ||
         property->bidi_class == UTF8PROC_BIDI_CLASS_S ||
         property->bidi_class == UTF8PROC_BIDI_CLASS_WS;
}

std::string_view trimmed(std::string_view text) {
  std::size_t first = text.size(), last = 0;
  for (std::size_t at = 0; at < text.size();) {
    utf8proc_int32_t character = 0;
    const auto read = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                       static_cast<utf8proc_ssize_t>(text.size() - at), &character);
    const std::size_t size = read > 0 ? read : 1;
    if (read <= 0 || !is_space(character)) {
      first = std::min(first, at);
      last = at + size;
    }
    at += size;
  }
  return first < last ? text.substr(first, last - first) : std::string_view();
}

std::string_view without_newlines_before(std::string_view text) {
  const auto first = text.find_first_not_of('\n');
  return first == std::string_view::npos ? std::string_view() : text.substr(first);
}

struct AssistantText {
  std::string_view thought, answer;
};

// The thought is what lies before the first </think>, the answer what lies after the last.
AssistantText split_thought(std::string_view body) {
  const auto end = body.find(kThinkEnd);
  if (end == std::string_view::npos) return {{}, body};
  std::string_view thought = body.substr(0, end);
  const auto begin = thought.rfind(kThinkBegin);
  if (begin != std::string_view::npos) thought.remove_prefix(begin + kThinkBegin.size());
  const auto answer = body.substr(body.rfind(kThinkEnd) + kThinkEnd.size());
  return {trimmed(thought), without_newlines_before(answer)};
}

// A tool's answer is given in the user's turn but asks nothing.
bool is_question(const ChatMessage& message) {
  const auto body = trimmed(message.content);
  return message.role == "user" &&
         !(body.starts_with("<tool_response>") && body.ends_with("</tool_response>"));
}

std::size_t last_question(const std::vector<ChatMessage>& messages) {
  for (auto i = messages.size(); i-- > 0;) {
    if (is_question(messages[i])) return i;
  }
  throw std::invalid_argument(
      fmt::format("chat: expected a message of the user, got none in {}", messages.size()));
}

void check_role(std::size_t index, const std::string& role) {
  if (role == "user" || role == "assistant" || (role == "system" && index == 0)) return;
  throw std::invalid_argument(
      fmt::format("chat message {}: role: expected {}user or assistant, got \"{}\"", index,
                  index == 0 ? "system, " : "", role));
}

}  // namespace

std::string render_chat(const std::vector<ChatMessage>& messages, const ChatOptions& options) {
  const auto asked = last_question(messages);
  std::string text;
  for (std::size_t i = 0; i < messages.size(); ++i) {
    const auto& [role, content] = messages[i];
    check_role(i, role);
    const auto body = trimmed(content);
    text += fmt::format("<|im_start|>{}\n", role);
    if (role == "assistant") {
      const auto [thought, answer] = split_thought(body);
      if (i > asked) text += fmt::format("<think>\n{}\n</think>\n\n", thought);
      text += answer;
    } else {
      text += body;
    }
    text += "<|im_end|>\n";
  }
  if (options.add_generation_prompt) {
    text += "<|im_start|>assistant\n";
    text += options.thinking ? "<think>\n" : "<think>\n\n</think>\n\n";
  }
  return text;
}

}  // namespace cadforge::models
