#include "env/extract.h"

#include <array>

namespace cadforge::env {
namespace {

constexpr std::string_view kThinkBegin = "<think>", kThinkEnd = "</think>", kFence = "```";

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

bool is_python_tag(std::string_view tag) {
  while (!tag.empty() && (tag.back() == ' ' || tag.back() == '\t')) tag.remove_suffix(1);
  for (const std::string_view known : std::array{"", "python", "py", "python3", "Python"}) {
    if (tag == known) return true;
  }
  return false;
}

// The body of the first fence with a Python tag or none; the whole text where there is no such fence. An
// unclosed fence runs to the end.
std::string_view first_fence(std::string_view text) {
  for (auto open = text.find(kFence); open != std::string_view::npos;) {
    const auto tag = open + kFence.size();
    const auto line_end = text.find('\n', tag);
    if (line_end == std::string_view::npos) break;
    const auto close = text.find(kFence, line_end);
    if (is_python_tag(text.substr(tag, line_end - tag))) {
      const auto body = line_end + 1;
      return text.substr(body, close == std::string_view::npos ? close : close - body);
    }
    open = close == std::string_view::npos ? close : text.find(kFence, close + kFence.size());
  }
  return text;
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
  const std::string text = unix_lines(completion);
  extracted.code = std::string(first_fence(text));
  const bool blank = extracted.code.find_first_not_of(" \t\n") == std::string::npos;
  if (blank) extracted.code.clear();
  return extracted;
}

}  // namespace cadforge::env
