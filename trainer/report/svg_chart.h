// Line and stacked charts as inline SVG. Colours are CSS variables (--series-1 ... --series-6,
// --grid, --ink), so that one page serves light and dark. Hovering a point names it, without a
// script.
#pragma once

#include <string>
#include <vector>

namespace cadforge::trainer {

struct Point {
  double x = 0, y = 0;  ///< x: step
};

struct Series {
  std::string name;
  std::vector<Point> points;  ///< in the order of x; values that are not finite are left out
};

struct ChartOptions {
  std::string title;
  std::string note;             ///< one line under the title: what is shown and in which unit
  double y_min = 0, y_max = 0;  ///< both 0: from the data
  bool percent = false;         ///< y is a share, written as per cent
  bool smooth = true;           ///< a bold moving average over the faint line
};

/// An SVG figure with legend; empty where no series has a point.
std::string line_chart(const std::vector<Series>& series, const ChartOptions& options);

/// The series on top of each other; they should share their x values.
std::string stacked_chart(const std::vector<Series>& series, const ChartOptions& options);

/// Exponential moving average that starts unbiased (weights normalised). `span` in points.
std::vector<Point> moving_average(const std::vector<Point>& points, double span);

/// Round numbers that cover [low, high] in at most `most` + 1 steps.
std::vector<double> nice_ticks(double low, double high, int most);

}  // namespace cadforge::trainer
