// A draw in words: seven styles, each of which states every number that is checked.
#include <fmt/args.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <array>
#include <cctype>
#include <cmath>
#include <iterator>
#include <optional>
#include <regex>

#include "env/families/family.h"
#include "env/families/mistakes.h"
#include "env/observation.h"

namespace cadforge::env {
namespace {

std::string value_of(const Dimension& dimension, int value) {
  return fmt::format("{}{}", value, dimension.count ? "" : " mm");
}

std::string article(const std::string& noun) {
  const bool vowel = std::string("aeioLAEIO").find(noun.front()) != std::string::npos;
  return (vowel ? "an " : "a ") + noun;
}

std::string capital(std::string text) {
  text.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(text.front())));
  return text;
}

std::string terse(const Family& family, const Parameters& p) {
  std::string text = family.name;
  for (const auto& d : family.dimensions) text += fmt::format(" {}={}", d.key, p.at(d.key));
  return text;
}

std::string drawing(const Family& family, const Parameters& p) {
  fmt::dynamic_format_arg_store<fmt::format_context> values;
  for (const auto& [key, value] : p) values.push_back(fmt::arg(key.c_str(), value));
  return fmt::vformat(family.drawing, values);
}

std::string table(const Family& family, const Parameters& p) {
  std::string text = capital(family.part) + ".\n\n| dimension | value |\n|---|---|\n";
  for (const auto& d : family.dimensions)
    text += fmt::format("| {} | {} |\n", d.words, value_of(d, p.at(d.key)));
  return text + "\n" + family.layout;
}

std::string conversational(const Family& family, const Parameters& p, std::uint64_t seed) {
  static constexpr std::array kOpenings = {"Hi! I need {} for a project.",
                                           "Could you model {} for me?",
                                           "I am looking for {}, as a CadQuery program please."};
  static constexpr std::array kClosings = {"Thanks a lot!", "That is all I know of it.",
                                           "Please keep the numbers easy to change."};
  std::string numbers;
  for (std::size_t i = 0; i < family.dimensions.size(); ++i) {
    const auto& d = family.dimensions[i];
    const char* joint = i == 0 ? "" : i + 1 < family.dimensions.size() ? ", " : " and ";
    numbers += fmt::format("{}the {} {} {}", joint, d.words, i == 0 ? "should be" : "is",
                           value_of(d, p.at(d.key)));
  }
  return fmt::format("{} {}. {} {}",
                     fmt::format(fmt::runtime(kOpenings[seed % 3]), article(family.part)),
                     capital(numbers), family.layout, kClosings[seed / 3 % 3]);
}

/// Millimetres as inches, the exact millimetres in brackets.
std::string imperial(const std::string& metric) {
  static const std::regex length(R"((?:(\d+) x )?(\d+) mm)");
  const auto inches = [](const std::string& mm) {
    return fmt::format("{:.3f}", std::stod(mm) / 25.4);
  };
  std::string text;
  auto from = metric.begin();
  for (std::sregex_iterator it(metric.begin(), metric.end(), length), end; it != end; ++it) {
    const auto& found = *it;
    text.append(from, found[0].first);
    text += found[1].matched ? fmt::format("{} x {} in ({} x {} mm)", inches(found[1]),
                                           inches(found[2]), found[1].str(), found[2].str())
                             : fmt::format("{} in ({} mm)", inches(found[2]), found[2].str());
    from = found[0].second;
  }
  return text.append(from, metric.end());
}

std::string fenced(const std::string& program) { return "```python\n" + program + "```\n"; }

struct Change {
  const Dimension* dimension;
  Parameters before;
};

/// The part with one dimension off by a fifth to two fifths, still a sensible one and not nearly
/// right.
Change draw_change(const Family& family, const Parameters& p, Draw& draw) {
  const auto last = static_cast<int>(family.dimensions.size()) - 1;
  for (int attempt = 0; attempt < 200; ++attempt) {
    const Dimension& d = family.dimensions[static_cast<std::size_t>(draw.integer(0, last))];
    if (d.loose) continue;
    const int value = p.at(d.key);
    const int off = d.count ? 1 : std::max(2, value * draw.integer(20, 40) / 100);
    Change change{&d, p};
    change.before[d.key] = draw.integer(0, 1) ? value + off : value - off;
    if (family.fits(change.before)) return change;
  }
  // A part so tight that nothing in it can move alone.
  Change change{&family.dimensions.front(), p};
  change.before[change.dimension->key] += std::max(2, p.at(change.dimension->key) / 5);
  return change;
}

std::string change_words(const Change& change, const Parameters& p, Draw& draw) {
  const Dimension& d = *change.dimension;
  const int from = change.before.at(d.key), to = p.at(d.key);
  if (d.count) return fmt::format("The {} shall be {} instead of {}.", d.words, to, from);
  if (draw.integer(0, 1))
    return fmt::format("Change the {} from {} mm to {} mm.", d.words, from, to);
  return fmt::format("Make the {} {} mm {}.", d.words, std::abs(to - from),
                     to > from ? "larger" : "smaller");
}

void write_edit(const Family& family, const Parameters& p, Draw& draw, Task& task) {
  const Change change = draw_change(family, p, draw);
  const std::string given = write_program(family, change.before, mixed_style(task));
  task.given["edit"] = given;
  task.prompts["edit"] =
      fmt::format("This CadQuery program makes {}:\n\n{}\n{} Everything else stays as it is.",
                  article(family.part), fenced(given), change_words(change, p, draw));
}

/// A program that fails in a way its text foretells, or that has one dimension wrong.
void write_repair(const Family& family, const Parameters& p, Draw& draw, Task& task) {
  std::string given, note;
  if (draw.integer(0, 2) == 0) {
    const Change change = draw_change(family, p, draw);
    const Dimension& d = *change.dimension;
    given = write_program(family, change.before, mixed_style(task));
    note = fmt::format("{}: {}, wanted {}", d.words, value_of(d, change.before.at(d.key)),
                       value_of(d, p.at(d.key)));
  } else {
    auto mistakes = mistakes_in(task.gold);
    std::erase_if(mistakes, [](const Mistake& mistake) { return mistake.note.empty(); });
    const auto last = static_cast<int>(mistakes.size()) - 1;
    const Mistake& mistake = mistakes.at(static_cast<std::size_t>(draw.integer(0, last)));
    given = mistake.program;
    note = mistake.note;
  }
  task.given["repair"] = given;
  task.prompts["repair"] =
      fmt::format("{}\n\nThis program was written for it:\n\n{}\n{}", task.prompts["drawing"],
                  fenced(given), verdict_words({note}));
}

}  // namespace

void write_prompts(const Family& family, const Parameters& p, Task& task) {
  task.prompts["terse"] = terse(family, p);
  task.prompts["drawing"] = drawing(family, p);
  task.prompts["table"] = table(family, p);
  const auto seed = hash_text(task.prompts["terse"]);
  task.prompts["conversational"] = conversational(family, p, seed);
  task.prompts["imperial"] = imperial(task.prompts["drawing"]);
  Draw draw("prompts", seed);
  write_edit(family, p, draw, task);
  write_repair(family, p, draw, task);
}

}  // namespace cadforge::env
