// What a run is told: one JSON file (comments allowed) plus --set a.b=c. The only reader of
// configs/*.json.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace cadforge::trainer {

struct RunConfig {
  std::string model =
      "tiny";  ///< folder, "tiny", or "random:FOLDER" for new weights of a folder's config.json
  std::string adapter;  ///< PEFT folder to start from; empty: a fresh one
  std::uint64_t seed = 1;
  std::string device = "auto";
  int threads = 0;  ///< of the CPU's tensor operations; 0: all cores

  struct Lora {
    std::int64_t rank = 16;
    double alpha = 32;
    std::vector<std::string> targets = {"all-linear"};  ///< suffixes of module paths
    std::string pattern;               ///< instead of targets: a regular expression for whole paths
    std::vector<std::string> exclude;  ///< suffixes that are left out
    std::vector<std::int64_t> layers;  ///< only these; empty: all
    std::map<std::string, std::int64_t> rank_pattern;  ///< ranks of single modules, by PEFT's rules
    std::map<std::string, double> alpha_pattern;
    bool rslora = false;
    double dropout = 0;  ///< SFT only
  } lora;

  std::string tasks =
      "all:train:1000";  ///< what GRPO trains on: family:split:count or a JSONL file

  struct Prompt {
    std::string style = "terse", system;  ///< system empty: the style's own
    bool thinking = false;
  } prompt;

  struct Rollout {
    int prompts_per_step = 8, group_size = 8, max_new_tokens = 256;
    double temperature = 1;
    std::int64_t slots = 64;  ///< sequences decoded together
  } rollout;

  struct Reward {
    std::string profile = "verified";  ///< verified, published_dense or published_strict
    std::string hook;        ///< a user's own: FILE.py:FUNCTION or an http(s) address; empty: none
    double hook_weight = 1;  ///< its share of the training reward, 0 to 1
    double hook_deadline_s = 10;  ///< for one answer of it
    double failure = -0.2;        ///< what every failure is worth in training (verified)
    bool shuffle = false;         ///< control: rewards dealt at random among a step's completions
    double deadline_s = 30;       ///< for one completion's build and measurement
    int perturbations = 2;  ///< parameters changed and rebuilt for editability; 0: not measured
    std::string source = "environment";  ///< or replay: train on the recorded groups of data.files
  } reward;

  struct Loss {
    std::string type = "dapo";  ///< grpo, bnpo, dr_grpo, dapo
    double epsilon = 0.2, epsilon_high = 0.2;
    double delta =
        0;  ///< cap of the ratio where the advantage is negative (two-sided clip); 0: none
    double beta = 0;                  ///< weight of the KL term
    std::string reference = "start";  ///< what KL refers to: base or start (the starting adapter)
    std::string level = "token";      ///< importance ratio per token or sequence
    std::string scale_rewards = "group";  ///< group, batch or none
    std::string old = "sampler";  ///< old log-probabilities: sampler, or detach (the trainer's own)
    int num_iterations = 1;       ///< passes over a step's completions
    bool mask_truncated = false;  ///< truncated completions leave the loss
    double negative_weight =
        1;                   ///< factor on advantages below 0: under 1, what went well counts more
    double top_entropy = 1;  ///< share of a step's tokens, by entropy, that the loss is on
  } loss;

  struct Optim {
    double lr = 1e-3;
    std::vector<double> betas = {0.9, 0.999};
    double eps = 1e-8, weight_decay = 0, max_grad_norm = 1;
  } optim;

  struct Schedule {
    std::string type = "cosine";  ///< cosine, linear, constant
    double warmup_ratio = 0;
    int max_steps = 60;
    int stop_at = 0;    ///< ends the run after this step of the schedule; 0: at its end
    double epochs = 1;  ///< SFT without max_steps (0)
  } schedule;

  struct Data {
    std::vector<std::string>
        files;  ///< SFT rows, or recorded groups for reward.source replay (JSONL)
    bool shuffle = true;
    int max_length = 2048, rows_per_step = 32;
  } data;

  struct Train {
    std::int64_t micro_batch_tokens = 8192;
    bool recompute = false;
    std::string dtype = "auto";
    bool full_parameters = false;  ///< SFT only: every weight instead of an adapter
  } train;

  struct Checkpoint {
    int every = 20, keep = 2;  ///< steps between checkpoints, how many stay
  } checkpoint;

  struct Sandbox {
    int workers = 0;  ///< lanes; 0: one per core
    std::string require = "seccomp,rlimits,landlock|mount_namespace";
  } sandbox;
};

/// Reads `path` (empty: all defaults), then applies `overrides` ("a.b=value"; the value as JSON,
/// else as text). Throws std::invalid_argument naming an unknown key with the nearest known one, or
/// a value of the wrong kind or outside its range, expected and got.
RunConfig load_run_config(const std::filesystem::path& path,
                          const std::vector<std::string>& overrides);

/// The whole configuration, defaults filled in: what a run folder's config.json holds.
nlohmann::json run_config_json(const RunConfig& config);
RunConfig run_config_from_json(const nlohmann::json& json);

}  // namespace cadforge::trainer
