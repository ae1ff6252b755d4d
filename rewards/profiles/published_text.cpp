#include "rewards/profiles/published_text.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace cadforge::rewards {
namespace {

constexpr std::string_view kImport = "import cadquery as cq", kTicks = "```";

bool is_space(char c) { return (c >= '\t' && c <= '\r') || (c >= '\x1c' && c <= ' '); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || (c & '\x80') != 0;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

std::string without_underscores(std::string text) {
  std::erase(text, '_');
  return text;
}

bool contains(std::string_view text, std::string_view what) {
  return text.find(what) != std::string_view::npos;
}

template <std::size_t N>
bool contains_any(std::string_view text, const std::array<std::string_view, N>& words) {
  return std::any_of(words.begin(), words.end(), [&](auto word) { return contains(text, word); });
}

std::string_view stripped(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

/// Reads on from a place in the text, as the published patterns do.
class Reader {
 public:
  Reader(std::string_view text, std::size_t at) : text_(text), at_(at) {}

  std::size_t at() const { return at_; }
  bool take(std::string_view word) {
    const bool here = text_.substr(at_, word.size()) == word;
    if (here) at_ += word.size();
    return here;
  }
  /// How many characters of the kind follow.
  template <class Kind>
  std::size_t take_all(Kind kind) {
    const auto from = at_;
    while (at_ < text_.size() && kind(text_[at_])) ++at_;
    return at_ - from;
  }

 private:
  std::string_view text_;
  std::size_t at_;
};

std::string without_thoughts(std::string_view text) {
  constexpr std::string_view kBegin = "<think>", kEnd = "</think>";
  const std::string lower = lowered(text);
  std::string out;
  std::size_t at = 0;
  for (;;) {
    const auto begin = lower.find(kBegin, at);
    const auto end = begin == std::string::npos ? begin : lower.find(kEnd, begin);
    if (end == std::string::npos) return out.append(text.substr(at));
    out.append(text.substr(at, begin - at));
    at = end + kEnd.size();
  }
}

// The body of the first block between ``` (alone on its line, or with a Python tag) and ```, else
// all.
std::string_view fenced(std::string_view text) {
  const std::string lower = lowered(text);
  for (auto open = lower.find(kTicks); open != std::string::npos;
       open = lower.find(kTicks, open + 1)) {
    Reader reader(lower, open + kTicks.size());
    if (!reader.take("python")) reader.take("py");
    const auto tag_end = reader.at();
    reader.take_all(is_space);
    const auto line_end = std::string_view(lower).substr(0, reader.at()).rfind('\n');
    if (line_end == std::string_view::npos || line_end < tag_end) continue;
    const auto close = lower.find(kTicks, line_end + 1);
    if (close != std::string::npos) return text.substr(line_end + 1, close - line_end - 1);
  }
  return text;
}

// Calls match(reader) once behind the indent of every line, but for lines that begin within an
// earlier match: a pattern's white space may run over line ends. Counts the matches.
template <class Match>
int count_lines(std::string_view text, Match match) {
  int count = 0;
  std::size_t done = 0;
  for (std::size_t line = 0; line <= text.size();) {
    Reader reader(text, line);
    reader.take_all([](char c) { return c != '\n' && is_space(c); });
    if (line >= done && match(reader)) {
      ++count;
      done = reader.at();
    }
    const auto end = text.find('\n', line);
    if (end == std::string_view::npos) break;
    line = end + 1;
  }
  return count;
}

bool assigns_fixture(std::string_view code) {
  constexpr std::string_view kName = "fixture";
  for (auto at = code.find(kName); at != std::string_view::npos; at = code.find(kName, at + 1)) {
    if (at > 0 && is_word(code[at - 1])) continue;
    Reader reader(code, at + kName.size());
    reader.take_all(is_space);
    if (reader.take("=")) return true;
  }
  return false;
}

}  // namespace

PublishedText published_text(std::string_view completion) {
  PublishedText text;
  text.completion = completion;
  const std::string spoken = without_thoughts(completion);
  std::string_view code = stripped(fenced(spoken));
  const auto import = code.find(kImport);
  if (import != std::string_view::npos) code.remove_prefix(import);
  text.code = stripped(code);
  text.program = stripped(fenced(text.code));
  return text;
}

double code_score(const PublishedText& text) {
  constexpr std::array<std::string_view, 8> kParts = {"seat", "back", "arm", "base",
                                                      "jaw",  "hook", "leg", "rail"};
  constexpr std::array<std::string_view, 4> kForbidden = {"subprocess", "open(", "requests.",
                                                          "os.system"};
  const std::string& code = text.code;
  double score = 0;
  if (contains(code, kImport)) score += 0.25;
  if (assigns_fixture(code)) score += 0.25;
  if (contains(code, "cq.Workplane")) score += 0.20;
  if (contains(code, "def ")) score += 0.15;
  if (contains_any(lowered(code), kParts)) score += 0.10;
  if (contains(text.completion, kTicks)) score -= 0.25;
  if (contains_any(code, kForbidden)) score -= 0.50;
  return std::clamp(score, 0.0, 1.0);
}

bool has_import_and_fixture(std::string_view code) {
  return contains(code, kImport) && assigns_fixture(code);
}

double hinted_share(const std::vector<std::string>& hints, std::string_view program) {
  if (hints.empty()) return 0;
  const std::string lower = lowered(program), joined = without_underscores(lower);
  const auto found = std::count_if(hints.begin(), hints.end(), [&](const std::string& hint) {
    const std::string wanted = lowered(hint);
    return contains(lower, wanted) || contains(joined, without_underscores(wanted));
  });
  return static_cast<double>(found) / static_cast<double>(hints.size());
}

PublishedCounts published_counts(std::string_view program) {
  PublishedCounts counts;
  counts.functions = count_lines(program, [](Reader& r) {
    if (!r.take("def") || !r.take_all(is_space) || !r.take_all(is_word)) return false;
    r.take_all(is_space);
    return r.take("(");
  });
  counts.parameters = count_lines(program, [](Reader& r) {
    const auto is_name = [](char c) { return is_word(c) && (c & '\x80') == 0; };
    if (r.take_all(is_digit) || !r.take_all(is_name)) return false;
    r.take_all(is_space);
    if (!r.take("=")) return false;
    r.take_all(is_space);
    if (!r.take("-")) r.take("+");
    return r.take_all(is_digit) > 0;
  });
  counts.returns =
      count_lines(program, [](Reader& r) { return r.take("return") && r.take_all(is_space) > 0; });
  counts.names_result = contains_any(
      program, std::array<std::string_view, 4>{"show_object", "fixture", "result", "chair"});
  return counts;
}

}  // namespace cadforge::rewards
