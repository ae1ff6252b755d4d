#include "trainer/report/curves.h"

#include <algorithm>
#include <set>

#include "trainer/report/svg_chart.h"

namespace cadforge::trainer {
namespace {

constexpr std::size_t kMostSeries = 6;

Series series_of(const RunFolder& run, const std::string& key, const std::string& name) {
  Series series{name, {}};
  for (const auto& row : run.metrics) {
    const auto found = row.values.find(key);
    if (found != row.values.end()) series.points.push_back({row.step, found->second});
  }
  return series;
}

std::vector<std::string> keys_with(const RunFolder& run, const std::string& prefix) {
  std::set<std::string> keys;
  for (const auto& row : run.metrics) {
    for (auto it = row.values.lower_bound(prefix); it != row.values.end(); ++it) {
      if (it->first.compare(0, prefix.size(), prefix) != 0) break;
      keys.insert(it->first);
    }
  }
  return {keys.begin(), keys.end()};
}

double sum_of(const Series& series) {
  double sum = 0;
  for (const auto& point : series.points) sum += point.y;
  return sum;
}

/// A value for every step: what a row does not name was 0 in it.
Series with_zeros(const RunFolder& run, const std::string& key, const std::string& name) {
  Series series{name, {}};
  for (const auto& row : run.metrics) {
    const auto found = row.values.find(key);
    series.points.push_back({row.step, found == row.values.end() ? 0 : found->second});
  }
  return series;
}

/// One series for each key under `prefix`, the largest first; those past the last colour are added
/// up.
std::vector<Series> stack_of(const RunFolder& run, const std::string& prefix,
                             const std::string& left_out) {
  std::vector<Series> all;
  for (const auto& key : keys_with(run, prefix)) {
    if (key != prefix + left_out) all.push_back(with_zeros(run, key, key.substr(prefix.size())));
  }
  std::stable_sort(all.begin(), all.end(),
                   [](const auto& a, const auto& b) { return sum_of(a) > sum_of(b); });
  if (all.size() <= kMostSeries) return all;
  Series rest = std::move(all[kMostSeries - 1]);
  rest.name = "other";
  for (std::size_t i = kMostSeries; i < all.size(); ++i) {
    for (std::size_t k = 0; k < rest.points.size(); ++k) rest.points[k].y += all[i].points[k].y;
  }
  all.resize(kMostSeries - 1);
  all.push_back(std::move(rest));
  return all;
}

std::vector<Series> lines_of(const RunFolder& run, const std::string& prefix) {
  std::vector<Series> lines;
  for (const auto& key : keys_with(run, prefix)) {
    if (lines.size() < kMostSeries) lines.push_back(series_of(run, key, key.substr(prefix.size())));
  }
  return lines;
}

ChartOptions titled(const std::string& title, const std::string& note) {
  ChartOptions options;
  options.title = title;
  options.note = note;
  return options;
}

ChartOptions shares(const std::string& title, const std::string& note) {
  auto options = titled(title, note);
  options.percent = true;
  options.y_max = 1;
  return options;
}

std::string shape_charts(const RunFolder& run) {
  auto errors = titled("Failures by class", "share of completions");
  errors.percent = true;
  return line_chart({series_of(run, metric::kReward, "mean reward")},
                    titled("Reward", "as the policy is trained on it")) +
         line_chart({series_of(run, metric::kBuildRate, "build"),
                     series_of(run, metric::kSolvedRate, "total of 0.8 or more"),
                     series_of(run, metric::kNullRate, "null-like")},
                    shares("Programs", "share of completions")) +
         stacked_chart(stack_of(run, metric::kErrorPrefix, "ok"), errors) +
         line_chart(lines_of(run, metric::kTermPrefix),
                    titled("Reward terms", "mean over completions"));
}

std::string policy_charts(const RunFolder& run) {
  return line_chart({series_of(run, "entropy", "entropy")}, titled("Entropy", "nats a token")) +
         line_chart({series_of(run, "completions/mean_length", "mean"),
                     series_of(run, "completions/min_length", "shortest"),
                     series_of(run, "completions/max_length", "longest")},
                    titled("Completion length", "tokens")) +
         line_chart({series_of(run, "sampling/sampling_logp_difference/mean", "mean"),
                     series_of(run, "sampling/sampling_logp_difference/max", "max")},
                    titled("Sampler against trainer", "absolute difference of log-probabilities"));
}

std::string training_charts(const RunFolder& run) {
  return line_chart({series_of(run, metric::kLoss, "loss")}, titled("Loss", "")) +
         line_chart({series_of(run, "grad_norm", "before clipping")}, titled("Gradient norm", "")) +
         line_chart({series_of(run, "frac_reward_zero_std", "groups")},
                    shares("Groups without a signal", "all rewards equal")) +
         stacked_chart(stack_of(run, metric::kTimePrefix, ""), titled("Time", "seconds a step"));
}

}  // namespace

std::string curves(const RunFolder& run) {
  const auto charts = shape_charts(run) + policy_charts(run) + training_charts(run);
  if (charts.empty()) return {};
  return "<h2>Curves</h2><p>Faint: each step. Bold: moving average. Rest on a line for its "
         "numbers.</p>"
         "<div class=\"charts\">" +
         charts + "</div>\n";
}

}  // namespace cadforge::trainer
