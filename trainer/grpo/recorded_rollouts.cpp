#include <fmt/format.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "trainer/grpo/rollout.h"

namespace cadforge::trainer {
namespace {

using nlohmann::json;

GrpoSample read_sample(const json& in) {
  GrpoSample sample;
  sample.ids = in.at("ids").get<std::vector<std::int64_t>>();
  sample.logprobs = in.at("logprobs").get<std::vector<float>>();
  sample.truncated = in.at("truncated").get<bool>();
  sample.scored.reward = sample.scored.total = in.at("reward").get<double>();
  if (in.contains("env_mask")) sample.mask = in.at("env_mask").get<std::vector<float>>();
  const auto fits = [&](const char* name, std::size_t got) {
    if (got != sample.ids.size() || got == 0) {
      throw std::invalid_argument(fmt::format("{}: expected one per id ({}, at least one), got {}",
                                              name, sample.ids.size(), got));
    }
  };
  fits("logprobs", sample.logprobs.size());
  if (!sample.mask.empty()) fits("env_mask", sample.mask.size());
  return sample;
}

GrpoGroup read_group(const json& in, int group_size) {
  auto prompt = std::make_shared<GrpoPrompt>();
  prompt->ids = in.at("prompt_ids").get<std::vector<std::int64_t>>();
  if (prompt->ids.empty()) throw std::invalid_argument("prompt_ids: expected at least one");
  GrpoGroup group{prompt, {}};
  for (const auto& sample : in.at("completions")) group.samples.push_back(read_sample(sample));
  if (static_cast<int>(group.samples.size()) != group_size) {
    throw std::invalid_argument(fmt::format("completions: expected rollout.group_size = {}, got {}",
                                            group_size, group.samples.size()));
  }
  return group;
}

class RecordedRollouts : public RolloutSource {
 public:
  explicit RecordedRollouts(const RunConfig& config)
      : prompts_per_step_(config.rollout.prompts_per_step) {
    for (const auto& file : config.data.files) read(file, config.rollout.group_size);
    if (groups_.empty()) throw std::invalid_argument("data.files: no recorded groups");
  }

  StepRollout collect(int step, const models::LoraAdapter&, const RolloutProgress&,
                      const std::atomic<bool>&) override {
    StepRollout rollout;
    for (int i = 0; i < prompts_per_step_; ++i) {
      const auto place =
          static_cast<std::size_t>(step) * static_cast<std::size_t>(prompts_per_step_) +
          static_cast<std::size_t>(i);
      rollout.groups.push_back(groups_[place % groups_.size()]);
    }
    return rollout;
  }

 private:
  void read(const std::string& file, int group_size) {
    std::ifstream stream(file);
    if (!stream) throw std::invalid_argument(fmt::format("data.files: cannot open {}", file));
    std::string line;
    for (int number = 1; std::getline(stream, line); ++number) {
      if (line.empty()) continue;
      try {
        groups_.push_back(read_group(json::parse(line), group_size));
      } catch (const std::exception& error) {
        throw std::invalid_argument(fmt::format("{}:{}: {}", file, number, error.what()));
      }
    }
  }

  int prompts_per_step_;
  std::vector<GrpoGroup> groups_;
};

}  // namespace

std::unique_ptr<RolloutSource> make_recorded_rollouts(const RunConfig& config) {
  return std::make_unique<RecordedRollouts>(config);
}

}  // namespace cadforge::trainer
