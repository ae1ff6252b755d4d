#include "env/families/mistakes.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <regex>
#include <utility>

namespace cadforge::env {
namespace {

/// Names that other CAD systems have, and calls half remembered: what CadQuery answers is a
/// message, or nothing at all and another part.
struct Slip {
  const char *kind, *right, *wrong;
  const char* unknown;  ///< the attribute that no Workplane has; none: the verdict must tell
};

constexpr Slip kSlips[] = {
    {"invented method", ".cut(", ".subtract(", "subtract"},
    {"invented method", ".cut(", ".difference(", "difference"},
    {"invented method", ".union(", ".fuse(", "fuse"},
    {"invented method", ".intersect(", ".intersection(", "intersection"},
    {"invented method", ".hole(", ".drill(", "drill"},
    {"invented method", ".circle(", ".disc(", "disc"},
    {"invented method", ".rect(", ".rectangle(", "rectangle"},
    {"invented method", ".polarArray(", ".polarPattern(", "polarPattern"},
    {"invented method", ".rarray(", ".grid(", "grid"},
    {"invented method", ".cutThruAll(", ".cutThru(", "cutThru"},
    {"invented method", ".polyline(", ".polygonLine(", "polygonLine"},
    {"invented method", "cq.Workplane(\"XY\").box(", "cq.Box(", nullptr},
    {"wrong argument", "centered=", "center=", nullptr},
    {"wrong argument", "both=True", "bothDirections=True", nullptr},
    {"wrong argument", ".translate((", ".move((", nullptr},
    {"wrong argument", "mode=\"s\"", "mode=\"subtract\"", nullptr},
    {"open profile", ".close()", "", nullptr},
    {"parts not joined", ".union(", ".add(", nullptr},
    {"diameter for radius", " / 2)", ")", nullptr},
    {"wrong plane", "\"XZ\"", "\"XY\"", nullptr},
    {"wrong plane", "\"YZ\"", "\"XZ\"", nullptr},
    {"wrong face", "faces(\">Z\")", "faces(\">X\")", nullptr},
    {"one too few", "range(n)", "range(n - 1)", nullptr},
};

int line_at(const std::string& text, std::size_t at) {
  return 1 + static_cast<int>(std::count(text.begin(), text.begin() + static_cast<long>(at), '\n'));
}

std::string build_note(const std::string& type, int line, const std::string& message) {
  const std::string kind = type == "SyntaxError" ? "syntax_error" : "exception:" + type;
  return fmt::format("does not build: {} in line {}: {}: {}", kind, line, type, message);
}

/// The place after the parenthesis that closes the one at `open`; npos: none does.
std::size_t closing(const std::string& text, std::size_t open) {
  int depth = 0;
  for (std::size_t i = open; i < text.size(); ++i) {
    if (text[i] == '(') ++depth;
    if (text[i] == ')' && --depth == 0) return i + 1;
  }
  return std::string::npos;
}

void add_slips(const std::string& program, std::vector<Mistake>& mistakes) {
  for (const auto& slip : kSlips) {
    const std::string right = slip.right;
    const auto at = program.find(right);
    if (at == std::string::npos) continue;
    std::string wrong = program;
    wrong.replace(at, right.size(), slip.wrong);
    // Where another thing than a Workplane has the method, or a chain runs over several lines, the
    // text alone does not tell what will be said.
    const auto line_start = program.rfind('\n', at) + 1;
    const bool plain =
        slip.unknown && program[line_start] != ' ' && program.find("Sketch()") == std::string::npos;
    mistakes.push_back(
        {slip.kind, std::move(wrong),
         plain ? build_note("AttributeError", line_at(program, at),
                            fmt::format("'Workplane' object has no attribute '{}'", slip.unknown))
               : std::string()});
  }
}

/// Where a top-level statement of one line first uses `name`; npos: nowhere.
std::size_t first_use(const std::string& program, const std::string& name, std::size_t from) {
  const std::regex word(fmt::format(R"((^|[^\w.])({})(?![\w(]| =))", name));
  for (std::size_t end; from < program.size(); from = end + 1) {
    end = std::min(program.find('\n', from), program.size());
    const std::string line = program.substr(from, end - from);
    const bool statement = std::isalpha(static_cast<unsigned char>(line[0])) &&
                           line.back() != ':' && line.back() != '(';
    std::smatch found;
    if (!statement || !std::regex_search(line, found, word)) continue;
    const auto at = static_cast<std::size_t>(found.position(2));
    if (std::count(line.begin(), line.begin() + found.position(2), '"') % 2 == 0) return from + at;
  }
  return std::string::npos;
}

/// A dimension misspelt where it is first used.
void add_unknown_names(const std::string& program, std::vector<Mistake>& mistakes) {
  static const std::regex assignment(R"(\n(\w+) = \d+(?=[ \n]))");
  for (std::sregex_iterator it(program.begin(), program.end(), assignment), end; it != end; ++it) {
    const std::string name = (*it)[1];
    const auto at = first_use(program, name, static_cast<std::size_t>(it->position()) + 1);
    if (at == std::string::npos) continue;
    std::string typo = name + "_mm";
    if (name.size() > 3) typo = name.substr(0, name.size() - 1);
    std::string wrong = program;
    wrong.replace(at, name.size(), typo);
    mistakes.push_back({"unknown name", std::move(wrong),
                        build_note("NameError", line_at(program, at),
                                   fmt::format("name '{}' is not defined", typo))});
  }
}

/// The last parenthesis left out: what is clipped, or miscounted.
void add_unclosed(const std::string& program, std::vector<Mistake>& mistakes) {
  const auto last = program.rfind(')');
  if (last == std::string::npos) return;
  std::string wrong = program;
  wrong.erase(last, 1);
  const int line = line_at(program, last);
  const bool one_line = line == line_at(program, program.size() - 1) && last > 0 &&
                        program[program.rfind('\n', last) + 1] != ')';
  mistakes.push_back(
      {"unclosed parenthesis", std::move(wrong),
       one_line ? build_note("SyntaxError", line,
                             fmt::format("'(' was never closed (<program>, line {})", line))
                : std::string()});
}

/// A cut, a union or a hole left out, each in turn.
void add_dropped(const std::string& program, std::vector<Mistake>& mistakes) {
  for (const std::string step : {".cut(", ".union(", ".hole(", ".cutBlind(", ".cutThruAll("}) {
    for (auto at = program.find(step); at != std::string::npos; at = program.find(step, at + 1)) {
      const auto end = closing(program, at + step.size() - 1);
      if (end == std::string::npos) break;
      std::string wrong = program;
      wrong.erase(at, end - at);
      mistakes.push_back({"dropped step", std::move(wrong), ""});
    }
  }
}

/// Each number off by a fifth, and by 2 at least where it is no small count.
void add_wrong_numbers(const std::string& program, std::vector<Mistake>& mistakes) {
  static const std::regex assignment(R"(\n\w+ = (\d+)(?=[ \n]))");
  for (std::sregex_iterator it(program.begin(), program.end(), assignment), end; it != end; ++it) {
    const int value = std::stoi((*it)[1]);
    const int off = value < 4 ? 1 : std::max(2, value / 5);
    for (const int other : {value + off, value - off}) {
      if (other < 1) continue;
      std::string wrong = program;
      wrong.replace(static_cast<std::size_t>(it->position(1)),
                    static_cast<std::size_t>(it->length(1)), std::to_string(other));
      mistakes.push_back({"wrong dimension", std::move(wrong), ""});
    }
  }
}

}  // namespace

std::vector<Mistake> mistakes_in(const std::string& program) {
  std::vector<Mistake> mistakes;
  add_slips(program, mistakes);
  add_unknown_names(program, mistakes);
  add_unclosed(program, mistakes);
  add_dropped(program, mistakes);
  add_wrong_numbers(program, mistakes);
  return mistakes;
}

}  // namespace cadforge::env
