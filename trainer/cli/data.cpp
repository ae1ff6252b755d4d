#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <deque>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <set>

#include "env/extract.h"
#include "env/families/draw.h"
#include "env/families/families.h"
#include "env/families/mistakes.h"
#include "env/observation.h"
#include "env/tasks/task_set.h"
#include "trainer/cli/cli.h"
#include "trainer/cli/environment.h"
#include "trainer/cli/json_lines.h"
#include "trainer/cli/usage_error.h"
#include "trainer/cli/validators.h"
#include "trainer/metrics/progress.h"
#include "trainer/prompt.h"

namespace cadforge::trainer {
namespace {

// An answer is right from here on; a program that was changed or sampled is wrong below it.
constexpr double kRight = 0.95;
// The most that the unchanged program of an edit may earn.
constexpr double kUnchanged = 0.05;

struct MakeOptions {
  std::string kind = "gold", family = "all", out, form = "flat", failures;
  int count = 1000;
  std::uint64_t seed = 0;
  bool unchecked = false;
  PromptOptions prompt;
};

/// What may become a row, once both programs are judged.
struct Candidate {
  env::Task task;       ///< in the style of its prompt
  std::string answer;   ///< the program to learn
  std::string attempt;  ///< the program to mend or to change; empty: there is none
  std::string mistake;  ///< what is wrong with the attempt
  std::future<env::Evaluation> answered, attempted;
};

env::ProgramStyle program_style(const std::string& form, const env::Task& task) {
  const auto& forms = env::program_forms();
  const auto found = std::find(forms.begin(), forms.end(), form);
  if (found == forms.end()) return env::mixed_style(task);
  return {static_cast<env::ProgramStyle::Form>(found - forms.begin())};
}

/// Candidates in a fixed order: of a run's failures first, then of draws without end. All are of
/// the training split: what is evaluated must never have been trained on.
class Candidates {
 public:
  explicit Candidates(const MakeOptions& options) : options_(options) {
    if (!options.failures.empty()) read_failures();
  }

  Candidate next() {
    if (!failures_.empty()) {
      Candidate candidate = std::move(failures_.front());
      failures_.pop_front();
      return candidate;
    }
    if (drawn_ == draws_.size()) {
      const auto count = std::max<std::size_t>(draws_.size() * 2, options_.count);
      draws_ = env::sample_tasks(options_.family, env::Split::kTrain, static_cast<int>(count),
                                 options_.seed);
    }
    return of_draw(draws_[drawn_++]);
  }
  int held_out() const { return held_out_; }

 private:
  Candidate of_draw(const env::Task& task) const {
    Candidate candidate;
    if (options_.kind == "edit") {
      candidate.task = env::in_style(task, "edit");
      candidate.answer = env::gold_program(task, env::mixed_style(task));  // as the given one
      candidate.attempt = candidate.task.given.at("edit");
      return candidate;
    }
    candidate.task = env::in_style(task, options_.prompt.style);
    candidate.answer = env::gold_program(task, program_style(options_.form, task));
    if (options_.kind == "repair") {
      const auto mistakes = env::mistakes_in(candidate.answer);
      const auto& mistake = mistakes[env::hash_text(candidate.answer) % mistakes.size()];
      candidate.attempt = mistake.program;
      candidate.mistake = mistake.kind;
    }
    return candidate;
  }

  void read_failures() {
    std::set<std::pair<std::string, std::string>> seen;
    for_each_line(options_.failures, [&](const nlohmann::json& line) {
      const auto task = env::find_task(line.at("task_id").get<std::string>());
      const auto text = line.at("text").get<std::string>();
      const auto extracted = env::extract_code(text, line.value("truncated", false));
      if (extracted.truncated || extracted.code.empty() || !seen.insert({task.id, text}).second)
        return;
      const bool drawn = task.split.empty();
      if (drawn ? env::split_of(task) == env::Split::kEval : task.split == "test") {
        ++held_out_;
        return;
      }
      Candidate candidate;
      candidate.task = env::in_style(task, options_.prompt.style);
      candidate.answer =
          drawn ? env::gold_program(task, program_style(options_.form, task)) : task.gold;
      candidate.attempt = text;
      candidate.mistake = "sampled";
      failures_.push_back(std::move(candidate));
    });
  }

  const MakeOptions& options_;
  std::deque<Candidate> failures_;
  std::vector<env::Task> draws_;
  std::size_t drawn_ = 0;
  int held_out_ = 0;
};

/// A repair is a conversation: the attempt, what was observed of it, the answer.
nlohmann::json row_of(const Candidate& candidate, const MakeOptions& options,
                      const std::optional<env::Evaluation>& attempted) {
  PromptOptions prompt = options.prompt;
  if (options.kind == "edit") prompt.style = "edit";
  using nlohmann::json;
  json messages = {{{"role", "system"}, {"content", system_prompt(prompt)}},
                   {{"role", "user"}, {"content", candidate.task.prompt(prompt.style)}}};
  json row = {{"task_id", candidate.task.id}};
  if (options.kind == "repair") {
    const auto& verdict = *attempted;
    messages.push_back({{"role", "assistant"}, {"content", candidate.attempt}});
    messages.push_back({{"role", "user"}, {"content", env::observation(verdict)}});
    row["mistake"] = candidate.mistake;
    row["verdict"] = {{"error_class", verdict.reward.error_class},
                      {"line", verdict.build.line},
                      {"total", verdict.reward.total},
                      {"hint", verdict.build.hint},
                      {"notes", verdict.reward.notes}};
  }
  messages.push_back({{"role", "assistant"}, {"content", candidate.answer}});
  row["messages"] = std::move(messages);
  return row;
}

/// Writes the rows that deserve it, in order, and counts the others by what was wrong with them.
class Rows {
 public:
  explicit Rows(const MakeOptions& options)
      : options_(options),
        part_(options.out + ".part"),
        file_(part_),
        progress_("data", options.count) {
    if (!file_) throw std::runtime_error(fmt::format("cannot write {}", part_));
    if (!options.unchecked) evaluator_ = make_evaluator(0);
  }

  bool full() const { return written_ == options_.count; }
  bool wants_more() const { return pending_.size() < 64; }

  void ask(Candidate candidate) {
    if (evaluator_) candidate.answered = judge(candidate, candidate.answer);
    if (evaluator_ && !candidate.attempt.empty())
      candidate.attempted = judge(candidate, candidate.attempt);
    pending_.push_back(std::move(candidate));
  }

  void settle_first() {
    Candidate candidate = std::move(pending_.front());
    pending_.pop_front();
    try {
      settle(candidate);
    } catch (const std::runtime_error& error) {
      ++thrown_away_["reference that does not build"];
      spdlog::warn("{}", error.what());
    }
    ProgressState state;
    state.step = written_;
    progress_.update(state);
  }

  void finish(int held_out) {
    progress_.break_line();
    file_.close();
    if (!file_) throw std::runtime_error(fmt::format("cannot write {}", part_));
    std::filesystem::rename(part_, options_.out);
    if (held_out > 0) thrown_away_["held out for evaluation"] = held_out;
    std::string without;
    for (const auto& [why, count] : thrown_away_)
      without += fmt::format("{} {} {}", without.empty() ? "; thrown away:" : ",", count, why);
    spdlog::info("wrote {} rows to {}{}", written_, options_.out, without);
  }

 private:
  std::future<env::Evaluation> judge(const Candidate& candidate, const std::string& program) {
    return evaluator_->evaluate(candidate.task, program, false, 0);
  }

  void settle(Candidate& candidate) {
    std::optional<env::Evaluation> attempted;
    if (candidate.attempted.valid()) attempted = candidate.attempted.get();
    if (candidate.answered.valid() && candidate.answered.get().reward.total < kRight) {
      ++thrown_away_["gold under 0.95"];
    } else if (attempted && attempted->reward.total >= wrong_below()) {
      ++thrown_away_[options_.kind == "edit" ? "edit that changes too little"
                                             : "mistake that harms little"];
    } else if (!full()) {
      file_ << row_of(candidate, options_, attempted)
                   .dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)
            << '\n';
      ++written_;
    }
  }
  double wrong_below() const { return options_.kind == "edit" ? kUnchanged : kRight; }

  const MakeOptions& options_;
  const std::string part_;  // what was there before stays until all rows are written
  std::ofstream file_;
  Progress progress_;
  std::unique_ptr<env::Evaluator> evaluator_;
  std::deque<Candidate> pending_;
  std::map<std::string, int> thrown_away_;
  int written_ = 0;
};

void make(const MakeOptions& options) {
  Candidates candidates(options);
  Rows rows(options);
  while (!rows.full()) {
    if (rows.wants_more()) {
      rows.ask(candidates.next());
    } else {
      rows.settle_first();
    }
  }
  rows.finish(candidates.held_out());
}

}  // namespace

void add_data(CLI::App& app) {
  auto* data = app.add_subcommand("data", "Training data");
  data->require_subcommand(1);
  auto options = std::make_shared<MakeOptions>();
  auto* sub =
      data->add_subcommand("make", "Writes SFT rows (messages) from the families' training draws");
  sub->add_option(
         "--kind", options->kind,
         "gold: right programs; edit: a program changed as asked; repair: a wrong program, "
         "the verdict on it and the right one")
      ->check(CLI::IsMember({"gold", "repair", "edit"}))
      ->capture_default_str();
  sub->add_option("--count", options->count, "Rows")->check(at_least(1))->capture_default_str();
  sub->add_option("--out", options->out, "JSONL file; OUT.part until all rows are in it")
      ->required();
  sub->add_option("--family", options->family,
                  "A family, all (the six basic ones in turn) or every (all that are not held out)")
      ->capture_default_str();
  sub->add_option("--seed", options->seed, "The first seed tried")->capture_default_str();
  sub->add_option("--style", options->prompt.style, "Which of a task's prompts")
      ->capture_default_str();
  auto forms = env::program_forms();
  forms.emplace_back("mixed");
  sub->add_option("--program-style", options->form,
                  "How the right programs are put down; mixed: names and comments vary too")
      ->check(CLI::IsMember(forms))
      ->capture_default_str();
  sub->add_option("--failures", options->failures,
                  "For repair: a run's completions.jsonl, whose failures are taken first");
  sub->add_flag("--unchecked", options->unchecked,
                "Without building: rows are not thrown away where the gold scores under 0.95");
  sub->callback([options] {
    if (options->kind == "repair" && options->unchecked)
      throw UsageError("data make: a repair row needs its verdict; leave out --unchecked");
    if (options->kind != "repair" && !options->failures.empty())
      throw UsageError("data make: --failures is for --kind repair");
    make(*options);
  });
}

}  // namespace cadforge::trainer
