// report.html: one self-contained page about a run. No script, nothing loaded from elsewhere, light
// and dark.
#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "trainer/report/run_folder.h"

namespace cadforge::trainer {

/// B-rep to SVG markup; empty where there is no drawing to be had. The report shows words in its
/// place.
using DrawShape = std::function<std::string(const std::vector<std::byte>& brep)>;

/// The page. All text of the run is escaped.
std::string render_report(const RunFolder& run, const DrawShape& draw);

/// Reads the folder, draws with cadforge-measure (each drawing and all together bounded in time)
/// and writes report.html beside and renames. Returns its path.
std::filesystem::path write_report(const std::filesystem::path& run_folder);

/// Steps at which the watched prompt is shown: the first, the last and two evenly between, of those
/// it has shapes at. Sorted, without repeats.
std::vector<int> four_moments(std::vector<int> steps);

/// Shapes for the gallery: by total from the best (or worst) on, at most one a task, `most` in all,
/// the first of every family before the second of any. Only valid ones, among the worst only those
/// not solved; on a tie the later step.
std::vector<const ScoredProgram*> pick_shapes(const RunFolder& run, bool best, std::size_t most);

}  // namespace cadforge::trainer
