// PEFT's adapter_config.json.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/lora/lora_options.h"

namespace cadforge::models {

/// Reads the file's text. Throws std::invalid_argument naming a missing or wrong value, a feature
/// of PEFT that is not implemented, or a key that is not known and could change the arithmetic.
LoraOptions parse_adapter_config(std::string_view text);

/// The file for an adapter on `targets` (names or paths; they stand for options.targets, pattern,
/// exclude and layers, which they are the outcome of).
std::string format_adapter_config(const LoraOptions& options,
                                  const std::vector<std::string>& targets,
                                  const std::string& base_model);

}  // namespace cadforge::models
