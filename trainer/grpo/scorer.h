// Where rewards come from, as the loop sees it: the environment, or a stand-in.
#pragma once

#include <cstdint>
#include <future>
#include <map>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "env/evaluator.h"
#include "env/tasks/task.h"

namespace cadforge::trainer {

/// What became of one completion.
struct ScoredCompletion {
  double reward = 0;  ///< what training optimises: failures at reward.failure, else the total
  double total = 0;
  std::string error_class = "ok";
  bool null_like = false;
  std::map<std::string, double> terms;  ///< build, topology, ...; an unmeasured one is left out
  std::vector<std::string> notes;
  double seconds = 0;
  std::vector<std::byte> brep;  ///< empty where nothing was built or it is not kept

  bool built() const { return error_class == "ok"; }
};

/// All but the B-rep, which the journal does not keep.
void to_json(nlohmann::json& json, const ScoredCompletion& scored);
void from_json(const nlohmann::json& json, ScoredCompletion& scored);

ScoredCompletion scored_completion(env::Evaluation evaluation, double failure_reward);
/// A failure that the trainer itself declares, where no verdict came.
ScoredCompletion failed_completion(const std::string& error_class, double failure_reward);

class Scorer {
 public:
  virtual ~Scorer() = default;
  /// Says that `task` will be asked for soon. Does not wait.
  virtual void prepare(const env::Task& task) = 0;
  /// Does not wait. `cut_by_length`: the text did not end by itself. The future may hold an
  /// exception where the task itself is broken; it must not be a deferred one.
  virtual std::future<env::Evaluation> score(const env::Task& task, const std::string& text,
                                             bool cut_by_length, std::uint64_t probe_seed) = 0;
};

/// Real builds.
std::unique_ptr<Scorer> make_scorer(std::unique_ptr<env::Evaluator> evaluator);

}  // namespace cadforge::trainer
