#include "trainer/grpo/step_record.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <limits>
#include <map>
#include <set>
#include <stdexcept>

namespace cadforge::trainer {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr double kSolved = 0.8;  // a total from here on is nearly the part that was asked for
constexpr std::size_t kMostFamilies = 8;  // whose best shapes a step keeps

struct Lengths {
  double sum = 0, least = std::numeric_limits<double>::infinity(), most = 0, count = 0;

  void add(double length) {
    sum += length;
    least = std::min(least, length);
    most = std::max(most, length);
    count += 1;
  }
  void write(json& metrics, const std::string& kind) const {
    metrics["completions/mean_" + kind] = count > 0 ? sum / count : 0;
    metrics["completions/min_" + kind] = count > 0 ? least : 0;
    metrics["completions/max_" + kind] = most;
  }
};

/// Sums over a step's completions.
struct RolloutSums {
  Lengths all, terminated;
  double count = 0, built = 0, null_like = 0, solved = 0;
  std::map<std::string, double> errors;
  std::map<std::string, std::pair<double, double>> terms;  // sum, count

  void add(const GrpoSample& sample) {
    const auto length = static_cast<double>(sample.ids.size());
    all.add(length);
    if (!sample.truncated) terminated.add(length);
    const ScoredCompletion& scored = sample.scored;
    count += 1;
    built += scored.built();
    null_like += scored.null_like;
    solved += scored.total >= kSolved;
    errors[scored.error_class] += 1;
    for (const auto& [name, value] : scored.terms) {
      terms[name].first += value;
      terms[name].second += 1;
    }
  }
};

struct Place {
  const GrpoGroup* group = nullptr;
  std::size_t sample = 0;
  const ScoredCompletion& scored() const { return group->samples[sample].scored; }
};

/// Completions with a shape, the best first, in canonical order where totals are equal.
std::vector<Place> with_shapes(const std::vector<GrpoGroup>& groups) {
  std::vector<Place> places;
  for (const auto& group : groups) {
    for (std::size_t i = 0; i < group.samples.size(); ++i) {
      if (group.samples[i].scored.built()) places.push_back({&group, i});
    }
  }
  std::stable_sort(places.begin(), places.end(), [](const auto& a, const auto& b) {
    return a.scored().total > b.scored().total;
  });
  return places;
}

void keep_shape(int step, const Place& place, const std::string& name, const std::string& kind,
                const fs::path& folder, RunLog& index) {
  const auto& brep = place.scored().brep;
  const fs::path path = folder / name;
  // A verdict from the journal has no shape, but then the file is there already.
  if (brep.empty() && !fs::exists(path)) return;
  if (!brep.empty()) {
    std::ofstream file(path, std::ios::binary);
    file.write(reinterpret_cast<const char*>(brep.data()),
               static_cast<std::streamsize>(brep.size()));
    if (!file.flush()) {
      throw std::runtime_error(fmt::format("{}: cannot write (disk full?)", path.string()));
    }
  }
  json line = completion_record(step + 1, *place.group, place.sample);
  line["file"] = name;
  line["kind"] = kind;
  line["watched"] = kind == "watch";
  index.append(line);
}

}  // namespace

json rollout_metrics(const StepRollout& rollout, const Advantages& advantages) {
  RolloutSums sums;
  for (const auto& group : rollout.groups) {
    for (const auto& sample : group.samples) sums.add(sample);
  }
  json metrics = {{"reward", advantages.reward_mean},
                  {"reward_std", advantages.reward_std},
                  {"frac_reward_zero_std", advantages.zero_std_share},
                  {"completions/clipped_ratio", 1 - sums.terminated.count / sums.count},
                  {"cad/build_rate", sums.built / sums.count},
                  {"cad/null_rate", sums.null_like / sums.count},
                  {"cad/solved_rate", sums.solved / sums.count},
                  {"time/rollout", rollout.rollout_seconds},
                  {"time/reward_wait", rollout.reward_wait_seconds}};
  sums.all.write(metrics, "length");
  sums.terminated.write(metrics, "terminated_length");
  for (const auto& [name, count] : sums.errors) {
    metrics["cad/error/" + name] = count / sums.count;
  }
  for (const auto& [name, term] : sums.terms)
    metrics["cad/term/" + name] = term.first / term.second;
  return metrics;
}

json update_metrics(const UpdateMetrics& metrics, double learning_rate) {
  json line = {{"loss", metrics.loss},
               {"grad_norm", metrics.grad_norm},
               {"learning_rate", learning_rate},
               {"trained_tokens", metrics.trained_tokens},
               {"micro_batches", metrics.micro_batches}};
  if (metrics.trained_tokens == 0) return line;  // nothing to take a mean of
  line["entropy"] = metrics.entropy;
  line["kl"] = metrics.kl;
  line["ratio"] = metrics.ratio;
  line["clip_ratio/low_mean"] = metrics.clip_low;
  line["clip_ratio/high_mean"] = metrics.clip_high;
  line["clip_ratio/region_mean"] = metrics.clip_low + metrics.clip_high;
  line["sampling/sampling_logp_difference/mean"] = metrics.sampling_difference_mean;
  line["sampling/sampling_logp_difference/max"] = metrics.sampling_difference_max;
  return line;
}

json completion_record(int step, const GrpoGroup& group, std::size_t index) {
  const GrpoSample& sample = group.samples[index];
  const ScoredCompletion& scored = sample.scored;
  json record = {{"step", step},
                 {"task_id", group.prompt->task.id},
                 {"family", group.prompt->task.family},
                 {"sample", index},
                 {"prompt", group.prompt->text},
                 {"text", sample.text},
                 {"tokens", sample.ids.size()},
                 {"truncated", sample.truncated},
                 {"reward", scored.reward},
                 {"total", scored.total},
                 {"error_class", scored.error_class},
                 {"null_like", scored.null_like},
                 {"notes", scored.notes},
                 {"seconds", scored.seconds}};
  for (const auto& [name, value] : scored.terms) record[name] = value;
  return record;
}

void keep_shapes(int step, const StepRollout& rollout, bool keep_extremes, int max_steps,
                 const fs::path& folder, RunLog& index) {
  if (const auto best = with_shapes(rollout.watched); !best.empty()) {
    const auto name = fmt::format("watch-{}-step-{}.brep", watch_moment(step, max_steps), step + 1);
    keep_shape(step, best.front(), name, "watch", folder, index);
  }
  const auto places = with_shapes(rollout.groups);
  if (!keep_extremes || places.empty()) return;
  // One easy family would be all that the report shows.
  std::set<std::string> families;
  for (const auto& place : places) {
    const auto& family = place.group->prompt->task.family;
    if (families.size() == kMostFamilies) break;
    if (!families.insert(family).second) continue;
    keep_shape(step, place, fmt::format("step-{}-best-{}.brep", step + 1, families.size()), "best",
               folder, index);
  }
  keep_shape(step, places.back(), fmt::format("step-{}-worst.brep", step + 1), "worst", folder,
             index);
}

}  // namespace cadforge::trainer
