#include "trainer/report/svg_chart.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "trainer/report/html.h"

namespace cadforge::trainer {
namespace {

// The drawing's own units; the page scales it to the column's width.
constexpr double kWidth = 520, kHeight = 220, kLeft = 46, kRight = 12, kTop = 10, kBottom = 26;
constexpr std::size_t kColours = 6, kMostDots = 80;

struct Frame {
  double x_min = 0, x_max = 1, y_min = 0, y_max = 1;
  double x(double value) const {
    return kLeft + (value - x_min) / (x_max - x_min) * (kWidth - kLeft - kRight);
  }
  double y(double value) const {
    return kHeight - kBottom - (value - y_min) / (y_max - y_min) * (kHeight - kTop - kBottom);
  }
};

std::vector<Series> finite_only(const std::vector<Series>& series) {
  std::vector<Series> kept;
  for (const auto& one : series) {
    Series finite{one.name, {}};
    for (const auto& point : one.points) {
      if (std::isfinite(point.x) && std::isfinite(point.y)) finite.points.push_back(point);
    }
    if (!finite.points.empty()) kept.push_back(std::move(finite));
  }
  return kept;
}

Frame frame_around(const std::vector<Series>& series, const ChartOptions& options) {
  Frame frame{INFINITY, -INFINITY, INFINITY, -INFINITY};
  for (const auto& one : series) {
    for (const auto& point : one.points) {
      frame.x_min = std::min(frame.x_min, point.x);
      frame.x_max = std::max(frame.x_max, point.x);
      frame.y_min = std::min(frame.y_min, point.y);
      frame.y_max = std::max(frame.y_max, point.y);
    }
  }
  if (options.y_min != options.y_max) {
    frame.y_min = options.y_min;
    frame.y_max = options.y_max;
  }
  if (frame.x_min == frame.x_max) frame.x_max = frame.x_min + 1;
  if (frame.y_min == frame.y_max) {
    const double half = std::max(std::abs(frame.y_max) * 0.1, 1e-6);
    frame.y_min -= half;
    frame.y_max += half;
  }
  const auto ticks = nice_ticks(frame.y_min, frame.y_max, 4);
  frame.y_min = std::min(frame.y_min, ticks.front());
  frame.y_max = std::max(frame.y_max, ticks.back());
  return frame;
}

std::string tick_label(double value, bool percent) {
  if (percent) return fmt::format("{:g} %", std::round(value * 1000) / 10);
  const double size = std::abs(value);
  if (size >= 10000) return fmt::format("{:g}k", value / 1000);
  return size > 0 && size < 0.001 ? fmt::format("{:.0e}", value) : fmt::format("{:g}", value);
}

std::string value_label(double value, bool percent) {
  return percent ? fmt::format("{:.1f} %", value * 100) : show_number(value);
}

std::string axes(const Frame& frame, bool percent) {
  std::string svg;
  for (const double tick : nice_ticks(frame.y_min, frame.y_max, 4)) {
    if (tick < frame.y_min - 1e-12 || tick > frame.y_max + 1e-12) continue;
    const double y = frame.y(tick);
    svg += fmt::format(
        "<line class=\"grid\" x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\"/>", kLeft,
        kWidth - kRight, y, y);
    svg +=
        fmt::format("<text class=\"tick\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"end\">{}</text>",
                    kLeft - 6, y + 3.5, tick_label(tick, percent));
  }
  for (const double tick : nice_ticks(frame.x_min, frame.x_max, 6)) {
    if (tick < frame.x_min || tick > frame.x_max || tick != std::floor(tick)) continue;
    svg += fmt::format(
        "<text class=\"tick\" x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"middle\">{:.0f}</text>",
        frame.x(tick), kHeight - 8, tick);
  }
  return svg;
}

std::string path_through(const std::vector<Point>& points, const Frame& frame) {
  std::string path;
  for (const auto& point : points) {
    path += fmt::format("{}{:.1f} {:.1f}", path.empty() ? "M" : "L", frame.x(point.x),
                        frame.y(std::clamp(point.y, frame.y_min, frame.y_max)));
  }
  return path;
}

/// Invisible targets at `places` that show step and value while the pointer rests on them. `series`
/// has the values, which in a stacked chart are not the heights.
std::string hover_dots(const Series& series, const std::vector<Point>& places, const Frame& frame,
                       bool percent, std::size_t colour) {
  std::string svg;
  const std::size_t stride = 1 + places.size() / kMostDots;
  for (std::size_t i = 0; i < places.size(); i += stride) {
    const double y = frame.y(std::clamp(places[i].y, frame.y_min, frame.y_max));
    svg += fmt::format(
        "<circle class=\"dot s{}\" cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"5\"><title>step {:.0f}: {} "
        "{}</title></circle>",
        colour, frame.x(places[i].x), y, places[i].x, escape_html(series.name),
        value_label(series.points[i].y, percent));
  }
  return svg;
}

std::string legend(const std::vector<Series>& series, const ChartOptions& options) {
  std::string html = "<figcaption><b>" + escape_html(options.title) + "</b>";
  if (!options.note.empty()) html += "<small>" + escape_html(options.note) + "</small>";
  html += "<span class=\"legend\">";
  for (std::size_t i = 0; i < series.size(); ++i) {
    html += fmt::format("<span><i class=\"key s{}\"></i>{} <em>{}</em></span>", i % kColours + 1,
                        escape_html(series[i].name),
                        value_label(series[i].points.back().y, options.percent));
  }
  return html + "</span></figcaption>";
}

std::string figure(const std::vector<Series>& series, const ChartOptions& options,
                   const std::string& body) {
  return "<figure class=\"chart\">" + legend(series, options) +
         fmt::format("<svg viewBox=\"0 0 {:.0f} {:.0f}\" role=\"img\" aria-label=\"{}\">", kWidth,
                     kHeight, escape_html(options.title)) +
         body + "</svg></figure>\n";
}

}  // namespace

std::vector<Point> moving_average(const std::vector<Point>& points, double span) {
  const double keep = std::max(0.0, 1 - 2 / (span + 1));
  std::vector<Point> smooth;
  double sum = 0, weight = 0;
  for (const auto& point : points) {
    sum = keep * sum + point.y;
    weight = keep * weight + 1;
    smooth.push_back({point.x, sum / weight});
  }
  return smooth;
}

std::vector<double> nice_ticks(double low, double high, int most) {
  const double rough = (high - low) / most;
  const double power = std::pow(10.0, std::floor(std::log10(rough)));
  double step = 10 * power;
  for (const double factor : {1.0, 2.0, 2.5, 5.0}) {
    if (factor * power >= rough * (1 - 1e-9)) {
      step = factor * power;
      break;
    }
  }
  std::vector<double> ticks;
  const double first = std::floor(low / step + 1e-9);
  for (double i = first; i * step < high + step * (1 - 1e-9); ++i) ticks.push_back(i * step);
  return ticks;
}

std::string line_chart(const std::vector<Series>& all, const ChartOptions& options) {
  const auto series = finite_only(all);
  if (series.empty()) return {};
  const Frame frame = frame_around(series, options);
  std::string body = axes(frame, options.percent);
  for (std::size_t i = 0; i < series.size(); ++i) {
    const auto& points = series[i].points;
    const bool smooth = options.smooth && points.size() > 8;
    const double span = std::max(4.0, static_cast<double>(points.size()) / 15);
    body += fmt::format("<path class=\"{} s{}\" d=\"{}\"/>", smooth ? "raw" : "line",
                        i % kColours + 1, path_through(points, frame));
    if (smooth) {
      body += fmt::format("<path class=\"line s{}\" d=\"{}\"/>", i % kColours + 1,
                          path_through(moving_average(points, span), frame));
    }
  }
  for (std::size_t i = 0; i < series.size(); ++i) {
    body += hover_dots(series[i], series[i].points, frame, options.percent, i % kColours + 1);
  }
  return figure(series, options, body);
}

std::string stacked_chart(const std::vector<Series>& all, const ChartOptions& options) {
  const auto series = finite_only(all);
  if (series.empty()) return {};
  std::map<double, double> below;
  std::vector<Series> tops;
  for (const auto& one : series) {
    Series top{one.name, {}};
    for (const auto& point : one.points) {
      below.try_emplace(point.x, 0.0);
      top.points.push_back({point.x, below[point.x] += point.y});
    }
    tops.push_back(std::move(top));
  }
  ChartOptions from_zero = options;
  if (from_zero.y_min == from_zero.y_max) {
    for (const auto& [x, y] : below) from_zero.y_max = std::max(from_zero.y_max, y);
  }
  const Frame frame = frame_around(tops, from_zero);
  std::string body = axes(frame, options.percent);
  // The highest area first: each lower one covers its part of it.
  for (std::size_t i = tops.size(); i-- > 0;) {
    const auto& points = tops[i].points;
    body += fmt::format("<path class=\"area s{}\" d=\"{}L{:.1f} {:.1f}L{:.1f} {:.1f}Z\"/>",
                        i % kColours + 1, path_through(points, frame), frame.x(points.back().x),
                        frame.y(frame.y_min), frame.x(points.front().x), frame.y(frame.y_min));
  }
  for (std::size_t i = 0; i < tops.size(); ++i) {
    body += hover_dots(series[i], tops[i].points, frame, options.percent, i % kColours + 1);
  }
  return figure(series, options, body);
}

}  // namespace cadforge::trainer
