#include "env/families/families.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <stdexcept>

#include "env/families/family.h"
#include "env/text.h"

namespace cadforge::env {
namespace {

const std::array<const Family*, 15> kFamilies = {&kBox,   &kBracket,  &kClamp, &kDuct,  &kFlange,
                                                 &kGear,  &kHeatsink, &kHinge, &kHook,  &kPipe,
                                                 &kPlate, &kPulley,   &kShaft, &kTable, &kTruss};

// What "all" means: the families that the embedded model was trained on.
const std::vector<std::string> kBasic = {"box", "bracket", "flange", "plate", "shaft", "table"};

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

std::uint64_t parameter_hash(const Family& family, const Parameters& p) {
  std::string text = family.name;
  for (const auto& [name, value] : p) text += fmt::format(" {}={}", name, value);
  return hash_text(text);
}

Split split_of(const Family& family, const Parameters& p) {
  const bool held_out = family.held_out || parameter_hash(family, p) % kHeldOut == 0;
  return held_out ? Split::kEval : Split::kTrain;
}

Parameters parameters_of(const Task& task) {
  Parameters p;
  for (const auto& [key, value] : task.parameters) p[key] = static_cast<int>(value);
  return p;
}

Parameters draw_parameters(const Family& family, std::uint64_t seed) {
  Draw draw(family.name, seed);
  return family.draw(draw);
}

/// The gold program with one dimension off by 15 % (a loose one by 30 %), and by 2 mm at least,
/// where it still makes a part.
void add_mutants(const Family& family, const Parameters& p, Task& task) {
  for (const auto& dimension : family.dimensions) {
    const int value = p.at(dimension.key);
    const double share = dimension.loose ? 0.30 : 0.15;
    const int off = dimension.count ? 1 : std::max(2, static_cast<int>(std::lround(share * value)));
    for (const int other : {value + off, value - off}) {
      Parameters changed = p;
      changed[dimension.key] = other;
      if (!family.fits(changed)) continue;
      const auto line = [&](int number) {
        return fmt::format("\n{} = {}\n", dimension.key, number);
      };
      task.mutants.push_back({dimension.words, line(value), line(other), 0.05, {}});
      break;
    }
  }
}

/// Families that have draws in a split.
std::vector<std::string> names_of(const std::string& family, Split split) {
  if (family == "all") return kBasic;
  std::vector<std::string> names;
  for (const auto* each : kFamilies) {
    if (family == "every" && !(split == Split::kTrain && each->held_out))
      names.emplace_back(each->name);
  }
  if (!names.empty()) return names;
  if (split == Split::kTrain && find_family(family).held_out) {
    throw std::invalid_argument(
        fmt::format("family: expected one to train on, got \"{}\", which is held out", family));
  }
  return {family};
}

}  // namespace

double half_disc_strip(double radius, double width) {
  const double x = width / 2;
  return x * std::sqrt(radius * radius - x * x) + radius * radius * std::asin(x / radius);
}

rewards::FaceCheck round_face(std::string name, double diameter, bool concave) {
  rewards::FaceCheck check;
  check.name = std::move(name);
  check.kind = rewards::FaceKind::kCylinder;
  check.count = 1;
  check.radius = diameter / 2;
  check.concave = concave;
  return check;
}

rewards::ProbeCheck probes(std::string name, std::vector<rewards::Vec3> points, bool solid) {
  rewards::ProbeCheck check;
  check.name = std::move(name);
  check.points = std::move(points);
  check.solid = solid;
  return check;
}

std::vector<std::string> family_names() {
  std::vector<std::string> names;
  for (const auto* family : kFamilies) names.emplace_back(family->name);
  return names;
}

Task draw_task(const std::string& name, std::uint64_t seed) {
  const Family& family = find_family(name);
  const Parameters parameters = draw_parameters(family, seed);
  Task task;
  task.id = fmt::format("{}:{}", name, seed);
  task.family = name;
  task.level = family.level;
  for (const auto& [key, value] : parameters) task.parameters[key] = value;
  task.gold = write_program(family, parameters, {});
  task.second = write_program(family, parameters, {ProgramStyle::kFunctions});
  task.spec.id = task.id;
  family.specify(parameters, task.spec);
  write_prompts(family, parameters, task);
  add_mutants(family, parameters, task);
  return task;
}

Split split_of(const Task& task) { return split_of(find_family(task.family), parameters_of(task)); }

std::vector<Task> sample_tasks(const std::string& family, Split split, int count,
                               std::uint64_t first_seed) {
  if (count < 0) throw std::invalid_argument(fmt::format("tasks: expected a count, got {}", count));
  const auto names = names_of(family, split);
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
    const Family& family = find_family(names[turn]);
    const auto seed = next[turn]++;
    const Parameters p = draw_parameters(family, seed);
    if (split_of(family, p) == split && seen.insert(parameter_hash(family, p)).second) {
      tasks.push_back(draw_task(names[turn], seed));
    }
  }
  return tasks;
}

std::string gold_program(const Task& task, const ProgramStyle& style) {
  return write_program(find_family(task.family), parameters_of(task), style);
}

ProgramStyle mixed_style(const Task& task) {
  const auto hash = mix64(parameter_hash(find_family(task.family), parameters_of(task)));
  return {static_cast<ProgramStyle::Form>(hash % 5), hash / 5 % 2 == 1,
          static_cast<int>(hash / 10 % 3)};
}

}  // namespace cadforge::env
