// What an adapter is asked to be, in PEFT's terms, and which linears that means.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace cadforge::models {

struct LoraOptions {
  std::int64_t rank = 16;
  double alpha = 32;
  bool rslora = false;  ///< scale alpha / sqrt(r)
  /// PEFT's names ("q_proj", "in_proj_qkv", ...), matched as suffixes of module paths, or
  /// {"all-linear"} (every linear but the head).
  std::vector<std::string> targets = {"all-linear"};
  std::string pattern{};  ///< instead of targets: a regular expression that a whole path must match
  std::vector<std::string> exclude{};  ///< suffixes of paths that are left out
  std::string exclude_pattern{};       ///< the same as a regular expression
  std::vector<std::int64_t> layers{};  ///< only these decoder layers; empty: all
  /// Ranks and alphas of single modules: the first key that, as a regular expression, matches a
  /// path from a dot (or its beginning) to its end.
  std::vector<std::pair<std::string, std::int64_t>> rank_pattern{};
  std::vector<std::pair<std::string, double>> alpha_pattern{};
  double dropout = 0;  ///< of the low-rank path's input, in training
};

/// What the options mean for one linear.
struct TargetedModule {
  std::int64_t module = 0;  ///< number in the list of paths
  std::int64_t rank = 0;
  double scale = 0;
};

struct TargetMatch {
  std::vector<TargetedModule> modules;  ///< in the order of the paths
  std::vector<std::string> unmatched;   ///< targets and pattern keys that fit none of them
};

/// Applies PEFT's rules to module paths ("model.layers.0.mlp.up_proj"). A path counts under its
/// multimodal spelling ("model.language_model.layers...") as well. Throws std::invalid_argument
/// naming an option that is out of its range or a regular expression that does not compile.
TargetMatch match_targets(const std::vector<std::string>& paths, const LoraOptions& options);

}  // namespace cadforge::models
