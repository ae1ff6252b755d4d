// A task: prompts, a spec that geometry can check, and a reference program that satisfies it.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "rewards/task_spec.h"

namespace cadforge::env {

/// What the published system knows of a task; its own reward is computed from it.
struct PublishedTask {
  std::vector<std::string> hints;  ///< part names it looks for in the program's text
  rewards::Vec3 bbox_mm{};
};

/// The gold program with one text put for another: a mistake that the checks must notice.
struct Mutant {
  std::string name;                 ///< "one leg missing"
  std::string find, replace;        ///< `find` occurs in the gold program exactly once
  double loses = 0.05;              ///< at least so much of the gold's total
  std::vector<std::string> styles;  ///< in which it must be noticed; none: in all but concept
};

struct Task {
  std::string id;  ///< "plate:1234" for a family draw (family:seed)
  std::string family;
  int level = 1;      ///< 1 (one solid, a few operations) to 5
  std::string split;  ///< "train" or "test" of a catalogue's task, by whole families; else empty
  std::map<std::string, std::string> prompts;  ///< by style: "terse", "drawing", ...
  std::string gold;                            ///< CadQuery program; scores >= 0.95 on its own spec
  std::string second;                          ///< the same solid by another program; may be empty
  rewards::TaskSpec spec;
  std::map<std::string, double> parameters;  ///< the draw; evaluation splits hash this tuple
  std::optional<PublishedTask> published;
  std::vector<Mutant> mutants;
  /// Of the styles whose prompts show a program, that program. Returned unchanged it earns nothing:
  /// in the style that shows it, it is one more null.
  std::map<std::string, std::string> given;

  /// The prompt of `style`. Throws std::invalid_argument naming the styles there are.
  const std::string& prompt(const std::string& style) const;
};

/// The task as a prompt of `style` states it: only the checks that this prompt gives numbers for,
/// and only the program that it shows.
/// Throws std::invalid_argument naming the styles there are.
Task in_style(Task task, const std::string& style);

/// The style in which a task is meant where nobody says: concept, drawing, else the first there is.
std::string default_style(const Task& task);

void to_json(nlohmann::json& json, const Task& task);
/// Throws std::invalid_argument naming the task, the key, what was expected and what was got.
void from_json(const nlohmann::json& json, Task& task);

}  // namespace cadforge::env
