#include "env/families/families.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>
#include <stdexcept>

#include "env/families/family.h"
#include "env/text.h"

namespace cadforge::env {
namespace {

const std::array<const Family*, 6> kFamilies = {&kBox,   &kBracket, &kFlange,
                                                &kPlate, &kShaft,   &kTable};

// One draw in ten is held out for evaluation.
constexpr std::uint64_t kHeldOut = 10;

const Family& find_family(const std::string& name) {
  for (const auto* family : kFamilies) {
    if (name == family->name) return *family;
  }
  throw std::invalid_argument(
      fmt::format("family: expected one of {}, got \"{}\"; did you mean \"{}\"?",
                  fmt::join(family_names(), ", "), name, nearest(name, family_names())));
}

std::uint64_t parameter_hash(const Task& task) {
  std::string text = task.family;
  for (const auto& [name, value] : task.parameters) text += fmt::format(" {}={}", name, value);
  return hash_text(text);
}

}  // namespace

std::string assignments(const Parameters& p, std::initializer_list<const char*> names) {
  std::string text;
  for (const char* name : names) text += fmt::format("{} = {}\n", name, p.at(name));
  return text;
}

std::string literal(const char* family, const Parameters& p,
                    std::initializer_list<const char*> names) {
  std::string text = family;
  for (const char* name : names) text += fmt::format(" {}={}", name, p.at(name));
  return text;
}

std::vector<std::string> family_names() {
  std::vector<std::string> names;
  for (const auto* family : kFamilies) names.emplace_back(family->name);
  return names;
}

Task draw_task(const std::string& name, std::uint64_t seed) {
  const Family& family = find_family(name);
  Draw draw(name, seed);
  const Parameters parameters = family.draw(draw);
  Task task;
  task.id = fmt::format("{}:{}", name, seed);
  task.family = name;
  task.level = family.level;
  task.prompts = {{"terse", family.terse(parameters)}, {"drawing", family.drawing(parameters)}};
  task.gold = family.gold(parameters);
  task.second = family.second(parameters);
  task.spec.id = task.id;
  family.specify(parameters, task.spec);
  for (const auto& [key, value] : parameters) task.parameters[key] = value;
  return task;
}

Split split_of(const Task& task) {
  return parameter_hash(task) % kHeldOut == 0 ? Split::kEval : Split::kTrain;
}

std::vector<Task> sample_tasks(const std::string& family, Split split, int count,
                               std::uint64_t first_seed) {
  if (count < 0) throw std::invalid_argument(fmt::format("tasks: expected a count, got {}", count));
  const auto names = family == "all" ? family_names() : std::vector<std::string>{family};
  // A family with fewer distinct parts than asked for must end in an error, not in a search for
  // ever.
  const auto last_seed = first_seed + 1000 + 200 * static_cast<std::uint64_t>(count);
  std::vector<Task> tasks;
  std::set<std::uint64_t> seen;
  std::vector<std::uint64_t> next(names.size(), first_seed);
  while (static_cast<int>(tasks.size()) < count) {
    const auto turn = tasks.size() % names.size();
    if (next[turn] > last_seed) {
      throw std::invalid_argument(
          fmt::format("tasks: {} has no {} distinct draws in this split", names[turn], count));
    }
    Task task = draw_task(names[turn], next[turn]++);
    if (split_of(task) == split && seen.insert(parameter_hash(task)).second) {
      tasks.push_back(std::move(task));
    }
  }
  return tasks;
}

}  // namespace cadforge::env
