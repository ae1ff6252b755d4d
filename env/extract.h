// The one way from a completion's text to code.
#pragma once

#include <string>
#include <string_view>

namespace cadforge::env {

struct ExtractedCode {
  std::string code;        ///< UTF-8, "\n" line ends; may be empty
  bool truncated = false;  ///< an unclosed <think>, or the completion was cut by the length limit
};

/// Drops the text up to the last "</think>", then takes the first Python fence, else all of it.
/// Fences begin and end at lines of their own; one within a list is taken back to the margin. An
/// unclosed "<think>" or `cut_by_length` makes it truncated, whatever the rest would build.
ExtractedCode extract_code(std::string_view completion, bool cut_by_length);

}  // namespace cadforge::env
