#include "trainer/report/run_folder.h"

#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <stdexcept>

namespace cadforge::trainer {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::uintmax_t kMostBrepBytes = std::uintmax_t{32} << 20;
constexpr const char* kTerms[] = {
    "build",       "topology",  "contact", "semantic_parts", "reference_similarity",
    "editability", "efficiency"};

/// Objects of a JSONL file; the number of lines that are none.
int read_lines(const fs::path& path, const std::function<void(const json&)>& take) {
  std::ifstream file(path);
  int unreadable = 0;
  for (std::string line; std::getline(file, line);) {
    if (line.empty()) continue;
    const auto object = json::parse(line, nullptr, false);
    if (object.is_object()) {
      take(object);
    } else {
      ++unreadable;
    }
  }
  return unreadable;
}

double number(const json& object, const char* key, double otherwise) {
  const auto found = object.find(key);
  return found != object.end() && found->is_number() ? found->get<double>() : otherwise;
}

std::string text(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

/// A step or a sample index as somebody wrote it, kept within an int.
int index(const json& object, const char* key) {
  return static_cast<int>(std::clamp(number(object, key, 0), 0.0, 1e9));
}

MetricRow metric_row(const json& object) {
  MetricRow row{number(object, "step", 0), {}};
  for (const auto& [key, value] : object.items()) {
    if (value.is_number()) row.values[key] = value.get<double>();
  }
  return row;
}

ScoredProgram scored_program(const json& object) {
  ScoredProgram program;
  program.step = index(object, "step");
  program.sample = index(object, "sample");
  program.task_id = text(object, "task_id");
  program.family = text(object, "family");
  program.prompt = text(object, "prompt");
  program.text = text(object, "text");
  program.error_class = text(object, "error_class");
  program.total = number(object, "total", 0);
  program.watched = object.contains("watched") && object["watched"] == true;
  for (const char* term : kTerms) {
    if (object.contains(term) && object[term].is_number()) program.terms[term] = object[term];
  }
  if (object.contains("notes") && object["notes"].is_array()) {
    for (const auto& note : object["notes"]) {
      if (note.is_string()) program.notes.push_back(note);
    }
  }
  return program;
}

/// A resumed run goes over some steps again: the later line counts.
std::vector<MetricRow> latest_by_step(const std::vector<MetricRow>& rows) {
  std::map<double, MetricRow> by_step;
  for (const auto& row : rows) by_step[row.step] = row;
  std::vector<MetricRow> sorted;
  for (auto& [step, row] : by_step) sorted.push_back(std::move(row));
  return sorted;
}

using Key = std::tuple<int, std::string, int>;
Key key_of(const ScoredProgram& program) { return {program.step, program.task_id, program.sample}; }

/// Shapes repeat little of what completions.jsonl says: prompt, program and terms come from there.
void complete_shapes(RunFolder& run) {
  std::map<Key, const ScoredProgram*> known;
  for (const auto& completion : run.completions) known[key_of(completion)] = &completion;
  for (auto& shape : run.shapes) {
    const auto found = known.find(key_of(shape));
    if (found == known.end()) continue;
    const auto& completion = *found->second;
    if (shape.prompt.empty()) shape.prompt = completion.prompt;
    if (shape.text.empty()) shape.text = completion.text;
    if (shape.error_class.empty()) shape.error_class = completion.error_class;
    if (shape.terms.empty()) shape.terms = completion.terms;
    if (shape.notes.empty()) shape.notes = completion.notes;
  }
}

std::optional<EvalSummary> read_eval(const fs::path& run, const std::string& name) {
  for (const auto& path : {run / name / "eval.json", run / (name + ".json")}) {
    std::ifstream file(path);
    const auto object = json::parse(file, nullptr, false);
    try {
      if (object.is_object()) return object.get<EvalSummary>();
    } catch (const json::exception&) {
      continue;
    }
  }
  return std::nullopt;
}

/// The file named in an index, only where it lies in the folder itself.
fs::path inside(const fs::path& folder, const std::string& name) {
  const fs::path file = fs::path(name).filename();
  return file.empty() ? fs::path{} : folder / file;
}

}  // namespace

RunFolder read_run_folder(const fs::path& path) {
  if (!fs::is_directory(path)) {
    throw std::invalid_argument(
        fmt::format("report: expected a run's folder, got {}", path.string()));
  }
  RunFolder run;
  run.path = path;
  std::ifstream config(path / "config.json");
  run.config = json::parse(config, nullptr, false, true);
  if (run.config.is_discarded()) run.config = json();
  run.unreadable_lines += read_lines(path / "metrics.jsonl", [&](const json& object) {
    run.metrics.push_back(metric_row(object));
  });
  run.metrics = latest_by_step(run.metrics);
  run.unreadable_lines += read_lines(path / "completions.jsonl", [&](const json& object) {
    run.completions.push_back(scored_program(object));
  });
  run.unreadable_lines += read_lines(path / "shapes" / "index.jsonl", [&](const json& object) {
    auto shape = scored_program(object);
    shape.brep = inside(path / "shapes", text(object, "file"));
    run.shapes.push_back(std::move(shape));
  });
  complete_shapes(run);
  run.before = read_eval(path, "eval_before");
  run.after = read_eval(path, "eval_after");
  return run;
}

std::vector<std::byte> read_brep(const fs::path& path) {
  std::error_code error;
  const auto size = fs::file_size(path, error);
  if (error || size > kMostBrepBytes) return {};
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  const auto* first = reinterpret_cast<const std::byte*>(bytes.data());
  return {first, first + bytes.size()};
}

}  // namespace cadforge::trainer
