// A verdict as a table for people.
#pragma once

#include <string>

#include "env/evaluator.h"

namespace cadforge::trainer {

/// Terms, how they make the total, every finding with the share of the score that it costs, what is
/// right. `reference` belongs to the task as its style states it.
std::string explain(const env::Task& task, const rewards::ReferenceFacts& reference,
                    const env::Evaluation& evaluation);

}  // namespace cadforge::trainer
