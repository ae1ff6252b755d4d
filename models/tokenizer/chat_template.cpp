#include "models/tokenizer/chat_template.h"

#include <fmt/format.h>
#include <utf8proc.h>

#include <algorithm>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
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

// FNV-1a (Fowler, Noll, Vo), 64 bits.
std::uint64_t fingerprint(std::string_view text) {
  std::uint64_t hash = 0xcbf29ce484222325;
  for (const unsigned char byte : text) hash = (hash ^ byte) * 0x100000001b3;
  return hash;
}

/// The published templates that render_chat renders, by the fingerprint of their trimmed text.
struct KnownTemplate {
  std::uint64_t fingerprint;
  bool thinking;  ///< when not told
};
constexpr KnownTemplate kKnownTemplates[] = {
    {0x407bbcdeb62737b7, false},  // Qwen3.5, small sizes
    {0xf07c510f47fbaca0, true},   // Qwen3.5, large sizes
    {0x8ae3a8bc6e68f114, true},   // Qwen3.6
};

std::string read_text(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), {}};
}

// The template in tokenizer_config.json, the one named "default" where there are several; empty
// where there is none.
std::string template_in_config(const std::filesystem::path& file) {
  using nlohmann::json;
  if (!std::filesystem::exists(file)) return {};
  try {
    const json config = json::parse(read_text(file));
    const json entry = config.value("chat_template", json());
    if (entry.is_string()) return entry.get<std::string>();
    for (const auto& named : entry) {
      if (named.at("name") == "default") return named.at("template").get<std::string>();
    }
  } catch (const json::exception& error) {
    throw std::invalid_argument(fmt::format("{}: {}", file.string(), error.what()));
  }
  return {};
}

}  // namespace

ChatTemplate ChatTemplate::load(const std::filesystem::path& folder) {
  auto file = folder / "chat_template.jinja";
  std::string text;
  if (std::filesystem::exists(file)) {
    text = read_text(file);
  } else {
    file = folder / "tokenizer_config.json";
    text = template_in_config(file);
  }
  ChatTemplate chat;
  if (trimmed(text).empty()) return chat;
  const auto print = fingerprint(trimmed(text));
  const auto known = std::find_if(std::begin(kKnownTemplates), std::end(kKnownTemplates),
                                  [&](const auto& entry) { return entry.fingerprint == print; });
  if (known == std::end(kKnownTemplates)) {
    chat.foreign_ = file.string();
  } else {
    chat.thinking_ = known->thinking;
  }
  return chat;
}

void ChatTemplate::check() const {
  if (foreign_.empty()) return;
  throw std::invalid_argument(
      fmt::format("{}: the chat template is not Qwen3.5's, and no other can be rendered here: give "
                  "text that is rendered already, or ids",
                  foreign_));
}

std::string ChatTemplate::render(const std::vector<ChatMessage>& messages,
                                 ChatOptions options) const {
  check();
  if (!options.thinking) options.thinking = thinking_;
  return render_chat(messages, options);
}

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
    text += options.thinking.value_or(false) ? "<think>\n" : "<think>\n\n</think>\n\n";
  }
  return text;
}

}  // namespace cadforge::models
