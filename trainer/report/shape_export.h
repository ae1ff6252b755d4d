// Drawings and exchange files of B-reps, made by cadforge-measure: this program links no
// OpenCASCADE, and the bytes come from programs that nobody vouches for.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace cadforge::trainer {

/// Runs `cadforge-measure export` with `brep` on its stdin and returns its stdout. Throws
/// std::runtime_error with the program's own line where it fails, and where it outlasts `seconds`
/// (it is killed then).
std::string export_shape(const std::vector<std::byte>& brep,
                         const std::vector<std::string>& arguments, double seconds);

/// An SVG drawing, `size` pixels wide, as elements that may be put into a page: empty where there
/// is none to be had. Markup that could run or load anything is refused.
std::string draw_shape(const std::vector<std::byte>& brep, int size, double seconds);

}  // namespace cadforge::trainer
