// Writing an adapter into its base model's weights.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace cadforge::models {

struct MergeResult {
  std::int64_t merged = 0, copied = 0;  ///< tensors
  std::vector<std::string> targets;     ///< LoraAdapter::target_counts
};

/// Writes `folder`'s checkpoint to `out` with scale * B A added to each targeted weight: in fp32,
/// rounded once to the weight's own dtype. Every other tensor (vision and multi-token prediction
/// too) is copied bit for bit under its name, and so are configuration and tokenizer files. Needs
/// little memory: tensors are read, merged and written one after the other, in shards of about 5
/// GB. Throws std::invalid_argument where model or adapter is wrong, or `out` holds a checkpoint
/// already.
MergeResult merge_adapter(const std::filesystem::path& folder, const std::filesystem::path& adapter,
                          const std::filesystem::path& out);

}  // namespace cadforge::models
