#include "trainer/report/report.h"

#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <set>
#include <stdexcept>

#include "trainer/metrics/progress.h"
#include "trainer/report/curves.h"
#include "trainer/report/html.h"
#include "trainer/report/shape_export.h"
#include "trainer/report/style.h"

namespace cadforge::trainer {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kGallery = 8, kMostText = 6000, kMostPrompt = 600, kMostNotes = 8;
constexpr int kDrawingPixels = 240;
constexpr double kDrawingSeconds = 5, kAllDrawingsSeconds = 60;

std::string percent(double share) { return fmt::format("{:.1f} %", 100 * share); }

/// Mean of the rows where `key` is known; the first or last tenth of the run, at least one row.
std::optional<double> mean_at_end(const RunFolder& run, const std::string& key, bool last) {
  std::vector<double> values;
  for (const auto& row : run.metrics) {
    const auto found = row.values.find(key);
    if (found != row.values.end()) values.push_back(found->second);
  }
  if (values.empty()) return std::nullopt;
  const auto n = std::max<std::size_t>(1, values.size() / 10);
  const auto begin = last ? values.end() - static_cast<std::ptrdiff_t>(n) : values.begin();
  double sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += begin[static_cast<std::ptrdiff_t>(i)];
  return sum / static_cast<double>(n);
}

std::string tile(const std::string& name, const std::string& value, const std::string& note) {
  return "<div class=\"tile\"><span>" + escape_html(name) + "</span><b>" + escape_html(value) +
         "</b> <small>" + escape_html(note) + "</small></div>";
}

/// Where the run ended, and where it began.
std::string change_tile(const RunFolder& run, const std::string& name, const std::string& key,
                        bool as_percent) {
  const auto first = mean_at_end(run, key, false), last = mean_at_end(run, key, true);
  if (!first || !last) return {};
  const auto show = [&](double value) { return as_percent ? percent(value) : show_number(value); };
  return tile(name, show(*last), "from " + show(*first));
}

std::string tiles(const RunFolder& run) {
  std::string html = "<div class=\"tiles\">";
  if (!run.metrics.empty()) {
    html += tile(
        "steps", show_number(run.metrics.back().step),
        fmt::format("{} completions", show_number(static_cast<double>(run.completions.size()))));
  }
  html += change_tile(run, "programs that build", metric::kBuildRate, true);
  html += change_tile(run, "reward", metric::kReward, false);
  html += change_tile(run, fmt::format("total of {} or more", kSolved), metric::kSolvedRate, true);
  if (!mean_at_end(run, metric::kReward, true))
    html += change_tile(run, "loss", metric::kLoss, false);
  return html + "</div>\n";
}

struct Measure {
  const char* name;
  double EvalRow::*value;
  bool share;  ///< shown in per cent
  bool more_is_better;
};

constexpr Measure kMeasures[] = {
    {"programs that build", &EvalRow::build_rate, true, true},
    {"mean total (a failure counts 0)", &EvalRow::mean_total, false, true},
    {"total of 0.8 or more", &EvalRow::share_solved, true, true},
    {"pass@1", &EvalRow::pass_1, true, true},
    {"pass@k", &EvalRow::pass_k, true, true},
    {"null-like shapes", &EvalRow::null_rate, true, false}};

std::string comparison_row(const Measure& measure, const EvalRow& before, const EvalRow& after) {
  const double was = before.*measure.value, is = after.*measure.value;
  const auto show = [&](double v) { return measure.share ? percent(v) : fmt::format("{:.3f}", v); };
  const bool better = (is - was) * (measure.more_is_better ? 1 : -1) > 0;
  const std::string change =
      measure.share ? fmt::format("{:+.1f}", 100 * (is - was)) : fmt::format("{:+.3f}", is - was);
  return fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td><td class=\"{}\">{}</td></tr>",
                     measure.name, show(was), show(is),
                     is == was ? ""
                     : better  ? "up"
                               : "down",
                     change);
}

std::string family_rows(const EvalSummary& before, const EvalSummary& after) {
  std::string html;
  for (const auto& [name, is] : after.families) {
    const auto was = before.families.find(name);
    if (was == before.families.end()) continue;
    const double change = is.share_solved - was->second.share_solved;
    html += fmt::format(
        "<tr><td>{}: total of 0.8 or more</td><td>{}</td><td>{}</td><td "
        "class=\"{}\">{:+.1f}</td></tr>",
        escape_html(name), percent(was->second.share_solved), percent(is.share_solved),
        change == 0  ? ""
        : change > 0 ? "up"
                     : "down",
        100 * change);
  }
  return html;
}

std::string evaluation(const RunFolder& run) {
  if (!run.before || !run.after) return {};
  std::string html = fmt::format(
      "<h2>Before and after</h2><p>{} parts the model was never trained on, {} programs for each; "
      "pass@k "
      "with k = {}.</p><div "
      "class=\"table\"><table><tr><th></th><th>before</th><th>after</th><th>change</th>"
      "</tr>",
      run.after->all.tasks,
      run.after->all.tasks ? run.after->all.completions / run.after->all.tasks : 0,
      run.after->all.k);
  for (const auto& measure : kMeasures)
    html += comparison_row(measure, run.before->all, run.after->all);
  return html + family_rows(*run.before, *run.after) + "</table></div>\n";
}

std::string terms_list(const ScoredProgram& program) {
  if (program.terms.empty()) return {};
  std::string html = "<div class=\"terms\">";
  for (const auto& [name, value] : program.terms) {
    html += fmt::format("<span>{}</span><i><span style=\"width:{:.0f}%\"></span></i><b>{:.2f}</b>",
                        escape_html(name), 100 * std::clamp(value, 0.0, 1.0), value);
  }
  return html + "</div>";
}

std::string words_about(const ScoredProgram& program) {
  std::string html;
  if (!program.notes.empty()) {
    html += "<ul>";
    for (std::size_t i = 0; i < std::min(program.notes.size(), kMostNotes); ++i) {
      html += "<li>" + escape_html(clip_text(program.notes[i], 300)) + "</li>";
    }
    html += "</ul>";
  }
  if (!program.text.empty()) {
    html += "<details><summary>program</summary><pre>" +
            escape_html(clip_text(program.text, kMostText)) + "</pre></details>";
  }
  return html;
}

/// What the user said, of a rendered chat; any other text as it is.
std::string user_words(const std::string& prompt) {
  static const std::string kBegin = "<|im_start|>user\n", kEnd = "<|im_end|>";
  const auto begin = prompt.rfind(kBegin);
  if (begin == std::string::npos) return prompt;
  const auto words = begin + kBegin.size();
  return prompt.substr(words, prompt.find(kEnd, words) - words);
}

std::string shape_card(const ScoredProgram& program, const DrawShape& draw,
                       const std::string& note) {
  const auto brep = program.brep.empty() ? std::vector<std::byte>{} : read_brep(program.brep);
  const auto drawing = brep.empty() ? std::string{} : draw(brep);
  const bool failed = !program.error_class.empty() && program.error_class != "ok";
  const std::string words = failed ? program.error_class : "no picture";
  const std::string asked = program.prompt.empty() ? program.task_id : user_words(program.prompt);
  return "<div class=\"shape\"><header><span>" + escape_html(note) + "</span><b>" +
         fmt::format("{:.2f}", program.total) + "</b></header><div class=\"picture\">" +
         (drawing.empty() ? escape_html(clip_text(words, 80)) : drawing) +
         "</div><div class=\"prompt\">" + escape_html(clip_text(asked, kMostPrompt)) + "</div>" +
         terms_list(program) + words_about(program) + "</div>\n";
}

/// The best watched shape of each step.
std::string moments(const RunFolder& run, const DrawShape& draw) {
  std::map<int, const ScoredProgram*> at;
  for (const auto& shape : run.shapes) {
    if (!shape.watched) continue;
    auto& kept = at[shape.step];
    if (!kept || shape.total > kept->total) kept = &shape;
  }
  if (at.empty()) return {};
  std::vector<int> steps;
  for (const auto& [step, shape] : at) steps.push_back(step);
  std::string html =
      "<h2>One prompt through the run</h2><p>The same prompt, asked again as the run went on: the "
      "best of "
      "its samples each time.</p><div class=\"shapes\">";
  for (const int step : four_moments(steps)) {
    html += shape_card(*at[step], draw, fmt::format("step {}", step));
  }
  return html + "</div>\n";
}

std::string gallery(const RunFolder& run, const DrawShape& draw, bool best) {
  const auto picked = pick_shapes(run, best, kGallery);
  if (picked.empty()) return {};
  std::string html =
      best ? "<h2>Best shapes</h2><p>The highest totals of the run, one for each part.</p>"
           : "<h2>Worst shapes</h2><p>Valid solids with the lowest totals, one for each "
             "part: what the reward has to tell apart.</p>";
  html += "<div class=\"shapes\">";
  for (const auto* shape : picked) {
    html += shape_card(*shape, draw, fmt::format("step {} · {}", shape->step, shape->task_id));
  }
  return html + "</div>\n";
}

/// Classes of failure with one recent example each.
std::string failures(const RunFolder& run) {
  struct Class {
    int count = 0;
    const ScoredProgram* example = nullptr;
  };
  std::map<std::string, Class> classes;
  for (const auto& completion : run.completions) {
    if (completion.error_class.empty() || completion.error_class == "ok") continue;
    auto& one = classes[completion.error_class];
    ++one.count;
    if (!one.example || completion.step >= one.example->step) one.example = &completion;
  }
  if (classes.empty()) return {};
  std::vector<std::pair<std::string, Class>> rows(classes.begin(), classes.end());
  std::stable_sort(rows.begin(), rows.end(),
                   [](const auto& a, const auto& b) { return a.second.count > b.second.count; });
  if (rows.size() > 10) rows.resize(10);
  std::string html =
      "<h2>How programs fail</h2><div class=\"table\"><table><tr><th>class</th><th>completions</th>"
      "<th>share</th><th style=\"text-align:left\">what was said last</th></tr>";
  for (const auto& [name, one] : rows) {
    const auto note = one.example->notes.empty() ? std::string{} : one.example->notes.front();
    html += fmt::format("<tr><td>{}</td><td>{}</td><td>{}</td><td class=\"wide\">{}</td></tr>",
                        escape_html(clip_text(name, 60)), one.count,
                        percent(one.count / static_cast<double>(run.completions.size())),
                        escape_html(clip_text(note, 200)));
  }
  return html + "</table></div>\n";
}

std::string subtitle(const RunFolder& run) {
  const auto& config = run.config;
  std::string words = config.is_object() && config.contains("model") && config["model"].is_string()
                          ? "model " + config["model"].get<std::string>()
                          : std::string{};
  if (run.metrics.empty())
    words += words.empty() ? "no step was finished" : ", no step was finished";
  return words;
}

std::string footer(const RunFolder& run) {
  if (run.unreadable_lines == 0) return {};
  return fmt::format("<footer>{} unreadable lines in the run's files were left out.</footer>",
                     run.unreadable_lines);
}

std::string run_name(const RunFolder& run) {
  const auto path = fs::absolute(run.path).lexically_normal();
  return (path.has_filename() ? path.filename() : path.parent_path().filename()).string();
}

/// Draws until the time for all drawings is spent; after that there are none.
DrawShape bounded_drawing() {
  const auto start = std::chrono::steady_clock::now();
  return [start](const std::vector<std::byte>& brep) {
    const std::chrono::duration<double> spent = std::chrono::steady_clock::now() - start;
    const double left = kAllDrawingsSeconds - spent.count();
    return left > 0 ? draw_shape(brep, kDrawingPixels, std::min(left, kDrawingSeconds))
                    : std::string{};
  };
}

}  // namespace

std::vector<int> four_moments(std::vector<int> steps) {
  std::sort(steps.begin(), steps.end());
  steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
  if (steps.size() <= 4) return steps;
  const auto last = steps.size() - 1;
  return {steps[0], steps[(last + 1) / 3], steps[(2 * last + 1) / 3], steps[last]};
}

std::vector<const ScoredProgram*> pick_shapes(const RunFolder& run, bool best, std::size_t most) {
  std::vector<const ScoredProgram*> order;
  for (const auto& shape : run.shapes) {
    const bool valid = shape.error_class.empty() || shape.error_class == "ok";
    const bool wanted = best || shape.total < kSolved;
    if (valid && wanted && !shape.brep.empty()) order.push_back(&shape);
  }
  std::stable_sort(order.begin(), order.end(), [best](const auto* a, const auto* b) {
    if (a->total != b->total) return best ? a->total > b->total : a->total < b->total;
    return a->step > b->step;
  });
  // Turns: a family's n-th shape comes after every family's shape before it.
  std::map<std::string, int> taken;
  std::set<std::string> tasks;
  std::vector<std::pair<int, const ScoredProgram*>> picked;
  for (const auto* shape : order) {
    if (tasks.insert(shape->task_id).second) picked.emplace_back(taken[shape->family]++, shape);
  }
  std::stable_sort(picked.begin(), picked.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  if (picked.size() > most) picked.resize(most);
  std::vector<const ScoredProgram*> shapes;
  for (const auto& [turn, shape] : picked) shapes.push_back(shape);
  return shapes;
}

std::string render_report(const RunFolder& run, const DrawShape& draw) {
  const auto name = escape_html(run_name(run));
  return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
         "content=\"width=device-width, initial-scale=1\"><title>" +
         name + " - cadforge</title><style>" + kReportStyle + "</style></head><body><main>\n<h1>" +
         name + "</h1><p>" + escape_html(subtitle(run)) + "</p>\n" + tiles(run) + evaluation(run) +
         curves(run) + moments(run, draw) + gallery(run, draw, true) + gallery(run, draw, false) +
         failures(run) + footer(run) + "</main></body></html>\n";
}

fs::path write_report(const fs::path& run_folder) {
  const auto page = render_report(read_run_folder(run_folder), bounded_drawing());
  const fs::path path = run_folder / "report.html", beside = run_folder / "report.html.part";
  std::ofstream file(beside, std::ios::binary);
  file << page;
  if (!file.flush()) throw std::runtime_error(fmt::format("cannot write {}", beside.string()));
  file.close();
  fs::rename(beside, path);
  return path;
}

}  // namespace cadforge::trainer
