// What a model is told of a program before it tries again.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "env/evaluator.h"

namespace cadforge::env {

/// The notes of a verdict as lines, and the request to write the program that is right.
std::string verdict_words(const std::vector<std::string>& notes);

/// The observation of a repair turn. First what became of the program: class, line and message, or
/// the reward and its terms; then advice, the most valuable fix first; at last what is right. Notes
/// that do not fit into `most_tokens` are left out, the first line is clipped.
std::string observation(const Evaluation& evaluation, int most_tokens = 400);

/// At least as many as Qwen3.5's tokenizer makes of English words and Python: four letters, one
/// digit, one other character and each line's end are a token.
int estimated_tokens(std::string_view text);

}  // namespace cadforge::env
