// Evaluations as Markdown tables: readable in a terminal and in a page.
#pragma once

#include <string>

#include "trainer/eval/summary.h"

namespace cadforge::trainer {

/// One row a family and one for all.
std::string eval_table(const EvalSummary& summary);

/// One row a measure: before, after, change. What an evaluation ends with when it is given an older
/// one.
std::string comparison_table(const EvalSummary& before, const EvalSummary& after);

}  // namespace cadforge::trainer
