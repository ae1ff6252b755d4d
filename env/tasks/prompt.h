// The words a model is given besides the task's own.
#pragma once

namespace cadforge::env {

/// States the one rule of what is scored.
inline constexpr const char* kSystemPrompt =
    "You write CadQuery programs. Answer with one Python program in millimetres that assigns the "
    "finished "
    "part to `fixture` (else `result`, else what is given to show_object is taken).";

/// For models too small to read.
inline constexpr const char* kTersePrompt = "Write CadQuery.";

}  // namespace cadforge::env
