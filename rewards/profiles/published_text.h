// What the published system does with text: the way from a completion to code, and everything that
// its reward reads off text. Pure functions. Bytes beyond ASCII count as letters.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace cadforge::rewards {

/// One completion as the published system's layers see it.
struct PublishedText {
  std::string completion;  ///< as sampled
  std::string code;        ///< the trainer's: what code_score reads; empty: nothing is run
  std::string program;     ///< the environment's: what is built, and read by the terms
};

/// Drops every <think>...</think>, takes the first fenced block else all, and drops what stands
/// before the first `import cadquery as cq`; the environment looks for a fence once more.
PublishedText published_text(std::string_view completion);

/// What a failed build is paid for looking like a program, in [0, 1].
double code_score(const PublishedText& text);
/// Has both the import of cadquery and an assignment to `fixture`.
bool has_import_and_fixture(std::string_view code);

/// Share of the hints that occur in the program's text, underscores counting or not.
double hinted_share(const std::vector<std::string>& hints, std::string_view program);

struct PublishedCounts {
  int functions = 0;   ///< lines that begin a def
  int parameters = 0;  ///< lines that assign a number
  int returns = 0;     ///< lines that return something
  bool names_result = false;
};
PublishedCounts published_counts(std::string_view program);

}  // namespace cadforge::rewards
