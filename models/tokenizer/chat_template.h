// ChatML as Qwen3.5 renders it.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace cadforge::models {

struct ChatMessage {
  std::string role;  ///< "system", "user" or "assistant"
  std::string content;
};

struct ChatOptions {
  bool add_generation_prompt = true;
  /// Off: the generation prompt holds an empty <think> block. Not given: as the folder's template
  /// has it, off where there is none.
  std::optional<bool> thinking;
};

/// Renders messages to text, character for character as the template that Qwen3.5 ships. Assistant
/// turns before the last user turn lose their thinking text. Throws std::invalid_argument naming a
/// role that is unknown or out of place (system anywhere but first), or where no message is the
/// user's.
std::string render_chat(const std::vector<ChatMessage>& messages, const ChatOptions& options);

/// The template of a model folder. Qwen3.5's (and Qwen3.6's, which renders the same) are known by
/// their text; sizes differ in whether they think when not told. Another template is never guessed
/// at.
class ChatTemplate {
 public:
  ChatTemplate() = default;  ///< Qwen3.5's, thinking off
  /// Reads chat_template.jinja, or the one in tokenizer_config.json; a folder with neither gets
  /// Qwen3.5's with thinking off.
  static ChatTemplate load(const std::filesystem::path& folder);

  bool thinks_by_default() const { return thinking_; }
  /// Throws std::invalid_argument where the folder brings a template that is not known.
  void check() const;
  /// check(), then render_chat.
  std::string render(const std::vector<ChatMessage>& messages, ChatOptions options) const;

 private:
  bool thinking_ = false;
  std::string foreign_;  ///< the file that holds an unknown template
};

}  // namespace cadforge::models
