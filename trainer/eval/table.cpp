#include "trainer/eval/table.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

namespace cadforge::trainer {
namespace {

using Cells = std::vector<std::string>;

std::string percent(double share) { return fmt::format("{:.1f} %", 100 * share); }
std::string points(double share) { return fmt::format("{:+.1f}", 100 * share); }

/// First column left, the others right aligned.
std::string markdown(const std::vector<Cells>& rows) {
  std::vector<std::size_t> widths(rows.front().size(), 3);
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }
  std::string text;
  const auto add_row = [&](const Cells& row) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      text += i == 0 ? fmt::format("| {:<{}} |", row[i], widths[i])
                     : fmt::format(" {:>{}} |", row[i], widths[i]);
    }
    text += '\n';
  };
  add_row(rows.front());
  for (std::size_t i = 0; i < widths.size(); ++i) {
    text += i == 0 ? fmt::format("|{:-<{}}|", "", widths[i] + 2)
                   : fmt::format("{:-<{}}:|", "", widths[i] + 1);
  }
  text += '\n';
  for (std::size_t i = 1; i < rows.size(); ++i) add_row(rows[i]);
  return text;
}

Cells eval_cells(const std::string& name, const EvalRow& row) {
  return {name,
          fmt::format("{}", row.tasks),
          percent(row.build_rate),
          fmt::format("{:.3f}", row.mean_total),
          percent(row.share_solved),
          percent(row.pass_1),
          percent(row.pass_k),
          percent(row.null_rate),
          fmt::format("{:.0f}", row.mean_tokens)};
}

Cells share_cells(const std::string& name, double before, double after) {
  return {name, percent(before), percent(after), points(after - before)};
}

}  // namespace

std::string eval_table(const EvalSummary& summary) {
  std::vector<Cells> rows{{"family", "draws", "builds", "mean total",
                           fmt::format("total >= {}", kSolved), "pass@1",
                           fmt::format("pass@{}", summary.all.k), "null-like", "tokens"}};
  for (const auto& [name, row] : summary.families) rows.push_back(eval_cells(name, row));
  rows.push_back(eval_cells("all", summary.all));
  return markdown(rows);
}

std::string comparison_table(const EvalSummary& before, const EvalSummary& after) {
  const auto &b = before.all, &a = after.all;
  std::vector<Cells> rows{
      {fmt::format("{} draws, {} completions", a.tasks, a.completions), "before", "after",
       "change"},
      share_cells("programs that build", b.build_rate, a.build_rate),
      {"mean total (a failure counts 0)", fmt::format("{:.3f}", b.mean_total),
       fmt::format("{:.3f}", a.mean_total), fmt::format("{:+.3f}", a.mean_total - b.mean_total)},
      share_cells(fmt::format("total >= {}", kSolved), b.share_solved, a.share_solved),
      share_cells("pass@1", b.pass_1, a.pass_1)};
  if (a.k > 1) rows.push_back(share_cells(fmt::format("pass@{}", a.k), b.pass_k, a.pass_k));
  rows.push_back(share_cells("null-like shapes", b.null_rate, a.null_rate));
  return markdown(rows);
}

}  // namespace cadforge::trainer
