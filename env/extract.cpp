#include "env/extract.h"

#include <algorithm>
#include <array>
#include <optional>

namespace cadforge::env {
namespace {

constexpr std::string_view kThinkBegin = "<think>", kThinkEnd = "</think>", kFence = "```",
                           kByteOrderMark = "\xef\xbb\xbf";

std::string unix_lines(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      out += text[i];
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

bool is_python(std::string_view tag) {
  for (const std::string_view known : std::array{"python", "py", "python3", "Python"}) {
    if (tag == known) return true;
  }
  return false;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\n") + 1 - first);
}

/// A line of three or more backticks and a tag, which opens a fence or, without a tag, closes one.
struct Fence {
  std::size_t indent = 0;  ///< spaces before it, which its body has too
  std::size_t ticks = 0;
  std::string_view tag;
};

std::optional<Fence> fence_in(std::string_view line) {
  Fence fence;
  fence.indent = std::min(line.find_first_not_of(' '), line.size());
  line = trimmed(line);
  fence.ticks = std::min(line.find_first_not_of('`'), line.size());
  fence.tag = trimmed(line.substr(fence.ticks));
  const bool inline_code = fence.tag.find('`') != std::string_view::npos;
  if (fence.ticks >= 3 && !inline_code) return fence;
  // "So: ```python" opens one too: the tag leaves no doubt.
  const auto last = line.rfind("```");
  if (last == std::string_view::npos || !is_python(line.substr(last + 3))) return std::nullopt;
  return Fence{0, 3, line.substr(last + 3)};
}

std::string_view take_line(std::string_view& text) {
  const auto end = text.find('\n');
  const auto line = text.substr(0, end == std::string_view::npos ? end : end + 1);
  text.remove_prefix(line.size());
  return line;
}

std::string_view without_indent(std::string_view line, std::size_t most) {
  line.remove_prefix(std::min({line.find_first_not_of(' '), most, line.size()}));
  return line;
}

// The body of the first fence with a Python tag or none; nothing where there is no such fence. An
// unclosed fence runs to the end.
std::optional<std::string> first_fence(std::string_view text) {
  std::optional<Fence> open;
  std::string body;
  const auto wanted = [&] { return open && (open->tag.empty() || is_python(open->tag)); };
  while (!text.empty()) {
    const auto line = take_line(text);
    const auto fence = fence_in(line);
    if (!open) {
      open = fence;
    } else if (!fence || !fence->tag.empty() || fence->ticks < open->ticks) {
      body += without_indent(line, open->indent);
    } else if (wanted()) {
      return body;
    } else {
      open.reset();
      body.clear();
    }
  }
  return wanted() ? std::optional(body) : std::nullopt;
}

}  // namespace

ExtractedCode extract_code(std::string_view completion, bool cut_by_length) {
  ExtractedCode extracted;
  extracted.truncated = cut_by_length;
  const auto think_end = completion.rfind(kThinkEnd);
  if (think_end != std::string_view::npos) {
    completion.remove_prefix(think_end + kThinkEnd.size());
  }
  if (completion.find(kThinkBegin) != std::string_view::npos) {
    extracted.truncated = true;
    return extracted;
  }
  if (completion.starts_with(kByteOrderMark)) completion.remove_prefix(kByteOrderMark.size());
  const std::string text = unix_lines(completion);
  extracted.code = first_fence(text).value_or(text);
  const bool blank = extracted.code.find_first_not_of(" \t\n") == std::string::npos;
  if (blank) extracted.code.clear();
  return extracted;
}

}  // namespace cadforge::env
