// What became of one program: the first of the three values that a reward is a function of.
#pragma once

#include <cstddef>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

namespace cadforge::rewards {

/// Facts read from the program's text (never from code that has run): computed by the sandbox child
/// before the program starts, sent as its first frame; the first frame wins.
struct SourceFacts {
  bool parsed = false;    ///< the text is valid Python
  int live_tokens = 0;    ///< lexical tokens, comments and blank lines not counted
  int magic_numbers = 0;  ///< numeric literals inside calls that reach the result
  int numeric_literals =
      0;  ///< all numeric literals in calls that reach the result + live parameters
  /// A live parameter: a numeric name bound once at top level whose value reaches the result.
  struct Parameter {
    std::string name;
    double value = 0;
    bool integer = false;
    std::size_t byte_begin = 0;  ///< span of the literal in the source, for perturbation
    std::size_t byte_end = 0;
  };
  std::vector<Parameter> live_parameters;
};

/// A mistake that raises nothing, noticed while the program ran: a shell() that changed nothing, a
/// selector that found nothing. The program may forge it: advice for its author, never evidence.
struct Trap {
  std::string kind;
  int line = 0;  ///< 1-based, 0 unknown
};

/// The classes of failure, in the words of the JSON that `cadforge score` prints. An exception's
/// class is "exception:<PythonType>".
namespace error_class {
inline constexpr const char* kOk = "ok";
inline constexpr const char* kNoCode = "no_code";
inline constexpr const char* kTruncated = "truncated";
inline constexpr const char* kSyntaxError = "syntax_error";
inline constexpr const char* kRefused = "refused";
inline constexpr const char* kTimeout = "timeout";
inline constexpr const char* kOutOfMemory = "out_of_memory";
inline constexpr const char* kKilled = "killed";
inline constexpr const char* kNoResult = "no_result";
inline constexpr const char* kNotAShape = "not_a_shape";
inline constexpr const char* kInvalidSolid = "invalid_solid";
inline constexpr const char* kEmptySolid = "empty_solid";
inline constexpr const char* kSwallowed = "swallowed_exception";
inline constexpr const char* kExceptionPrefix = "exception:";
}  // namespace error_class

/// A script that fails to build is data: a class, a line and words, never a C++ exception.
struct BuildResult {
  std::string error_class = error_class::kNoCode;  ///< kOk when a shape came back
  std::string message;  ///< the exception's own line, clipped to 500 bytes and valid UTF-8
  std::string hint;     ///< our own one-line advice, empty where there is none
  std::string nearest;  ///< the known name nearest to one that the program got wrong
  int line = 0;         ///< 1-based line in the program, 0 unknown
  bool swallowed_exception =
      false;                ///< the text's own handler ate an exception on the way to the result
  std::vector<Trap> traps;  ///< at most 8, in the order in which they were noticed
  std::vector<std::byte> brep;  ///< BinTools format; empty unless kOk
  SourceFacts facts;
  std::string output;  ///< tail of stdout + stderr, at most 64 KiB, for people only
  double wall_seconds = 0;
  double cpu_seconds = 0;

  bool ok() const { return error_class == error_class::kOk; }
};

void to_json(nlohmann::json& json, const Trap& trap);
void from_json(const nlohmann::json& json, Trap& trap);
void to_json(nlohmann::json& json, const SourceFacts& facts);
void from_json(const nlohmann::json& json, SourceFacts& facts);
/// Everything but the B-rep.
void to_json(nlohmann::json& json, const BuildResult& result);

}  // namespace cadforge::rewards
