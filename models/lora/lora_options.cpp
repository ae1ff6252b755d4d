#define PCRE2_CODE_UNIT_WIDTH 8
#include "models/lora/lora_options.h"

#include <fmt/format.h>
#include <pcre2.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <functional>
#include <memory>
#include <set>
#include <stdexcept>
#include <string_view>

namespace cadforge::models {
namespace {

/// Python's re.fullmatch. The two dialects agree on all that paths are matched with.
class FullMatch {
 public:
  explicit FullMatch(const std::string& pattern) : pattern_(pattern) {
    int error = 0;
    PCRE2_SIZE offset = 0;
    code_.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(),
                              PCRE2_ANCHORED | PCRE2_ENDANCHORED, &error, &offset, nullptr),
                pcre2_code_free);
    if (code_) return;
    throw std::invalid_argument(
        fmt::format("lora: \"{}\" is no regular expression (at offset {})", pattern, offset));
  }

  bool operator()(const std::string& text) const {
    const std::unique_ptr<pcre2_match_data, decltype(&pcre2_match_data_free)> match(
        pcre2_match_data_create_from_pattern(code_.get(), nullptr), &pcre2_match_data_free);
    const int found = pcre2_match(code_.get(), reinterpret_cast<PCRE2_SPTR>(text.data()),
                                  text.size(), 0, 0, match.get(), nullptr);
    if (found >= 0 || found == PCRE2_ERROR_NOMATCH) return found >= 0;
    throw std::invalid_argument(fmt::format("lora: \"{}\" cannot be matched with \"{}\" (error {})",
                                            pattern_, text, found));
  }

 private:
  std::string pattern_;
  std::shared_ptr<pcre2_code> code_;
};

// The two names a module goes by: in a text-only model and within a multimodal one.
std::vector<std::string> spellings(const std::string& path) {
  const std::string prefix = "model.";
  if (path.compare(0, prefix.size(), prefix) != 0) return {path};
  return {path, "model.language_model." + path.substr(prefix.size())};
}

bool ends_with_module(const std::string& path, const std::string& target) {
  const auto tail = "." + target;
  return path == target || (path.size() > tail.size() &&
                            path.compare(path.size() - tail.size(), tail.size(), tail) == 0);
}

bool is_all_linear(std::string target) {
  std::transform(target.begin(), target.end(), target.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return target == "all-linear";
}

// -1 where the path has none.
std::int64_t layer_of(const std::string& path) {
  const std::string marker = ".layers.";
  const auto at = path.find(marker);
  return at == std::string::npos ? -1 : std::atoll(path.c_str() + at + marker.size());
}

/// One way a module may be named, and whether any was.
struct Rule {
  std::string name;
  std::function<bool(const std::string&)> fits;
  bool used = false;

  bool operator()(const std::string& path) {
    const auto names = spellings(path);
    const bool fit = std::any_of(names.begin(), names.end(), fits);
    used |= fit;
    return fit;
  }
};

Rule suffix_rule(const std::string& target) {
  if (is_all_linear(target)) return {target, [](const std::string&) { return true; }};
  return {target, [target](const std::string& path) { return ends_with_module(path, target); }};
}

Rule pattern_rule(const std::string& pattern) { return {pattern, FullMatch(pattern)}; }

std::vector<Rule> rules(const std::vector<std::string>& suffixes, const std::string& pattern) {
  std::vector<Rule> all;
  if (!pattern.empty()) {
    all.push_back(is_all_linear(pattern) ? suffix_rule(pattern) : pattern_rule(pattern));
    return all;
  }
  for (const auto& suffix : suffixes) all.push_back(suffix_rule(suffix));
  return all;
}

// Every rule is asked, so that each learns whether it fits anything.
bool any_fits(std::vector<Rule>& rules, const std::string& path) {
  bool fits = false;
  for (auto& rule : rules) fits |= rule(path);
  return fits;
}

/// rank_pattern or alpha_pattern: the first key that fits decides, but all are asked.
template <class Value>
struct Pattern {
  std::vector<Rule> keys;
  std::vector<Value> values;

  explicit Pattern(const std::vector<std::pair<std::string, Value>>& entries) {
    for (const auto& [key, value] : entries) {
      keys.push_back(pattern_rule(fmt::format("(?:.*\\.)?(?:{})", key)));
      keys.back().name = key;
      values.push_back(value);
    }
  }
  Value value(const std::string& path, Value otherwise) {
    Value found = otherwise;
    for (auto i = keys.size(); i-- > 0;) {
      if (keys[i](path)) found = values[i];
    }
    return found;
  }
};

void check_rank(const std::string& name, std::int64_t rank) {
  if (rank > 0 && rank <= 1 << 16) return;
  throw std::invalid_argument(fmt::format("{}: expected 1 to 65536, got {}", name, rank));
}

void check(const LoraOptions& options) {
  check_rank("lora.rank", options.rank);
  for (const auto& [key, rank] : options.rank_pattern) check_rank("rank_pattern: " + key, rank);
  if (!std::isfinite(options.alpha)) {
    throw std::invalid_argument(
        fmt::format("lora.alpha: expected a number, got {}", options.alpha));
  }
  if (!(options.dropout >= 0 && options.dropout < 1)) {
    throw std::invalid_argument(
        fmt::format("lora.dropout: expected 0 or more and less than 1, got {}", options.dropout));
  }
  if (!options.pattern.empty() && !options.layers.empty()) {
    throw std::invalid_argument("lora.layers: goes with targets, not with a pattern (as in PEFT)");
  }
}

}  // namespace

TargetMatch match_targets(const std::vector<std::string>& paths, const LoraOptions& options) {
  check(options);
  auto targets = rules(options.targets, options.pattern);
  auto excluded = rules(options.exclude, options.exclude_pattern);
  Pattern<std::int64_t> ranks(options.rank_pattern);
  Pattern<double> alphas(options.alpha_pattern);
  std::set<std::int64_t> layers_left(options.layers.begin(), options.layers.end());
  TargetMatch match;
  for (std::size_t i = 0; i < paths.size(); ++i) {
    const auto layer = layer_of(paths[i]);
    const bool wanted = options.layers.empty() ||
                        std::count(options.layers.begin(), options.layers.end(), layer) > 0;
    const bool targeted = any_fits(targets, paths[i]), left_out = any_fits(excluded, paths[i]);
    if (!targeted || left_out || !wanted) continue;
    layers_left.erase(layer);
    TargetedModule module{static_cast<std::int64_t>(i), ranks.value(paths[i], options.rank), 0};
    const auto rank = static_cast<double>(module.rank);
    module.scale =
        alphas.value(paths[i], options.alpha) / (options.rslora ? std::sqrt(rank) : rank);
    match.modules.push_back(module);
  }
  for (const auto* list : {&targets, &excluded, &ranks.keys, &alphas.keys}) {
    for (const auto& rule : *list) {
      if (!rule.used) match.unmatched.push_back(rule.name);
    }
  }
  for (const auto layer : layers_left) match.unmatched.push_back(fmt::format("layer {}", layer));
  return match;
}

}  // namespace cadforge::models
