// The gold programs of a draw, in every style.
#include <fmt/format.h>

#include <cctype>
#include <stdexcept>

#include "env/families/family.h"

namespace cadforge::env {
namespace {

bool of_name(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

/// The end of the word, text in quotes, comment or single character that begins at `at`.
std::size_t token_end(const std::string& code, std::size_t at) {
  const char first = code[at];
  if (first == '#') return std::min(code.find('\n', at), code.size());
  if (first == '"') return code.find('"', at + 1) + 1;
  std::size_t end = at + 1;
  while (of_name(first) && end < code.size() && of_name(code[end])) ++end;
  return end;
}

/// Dimensions by their spelled names; methods, texts and comments stay as they are.
std::string spell_names(const std::string& code, const std::vector<Dimension>& dimensions) {
  std::string out;
  for (std::size_t at = 0, end; at < code.size(); at = end) {
    end = token_end(code, at);
    std::string token = code.substr(at, end - at);
    const bool method = at > 0 && code[at - 1] == '.';
    for (const auto& dimension : dimensions) {
      if (!method && token == dimension.key) {
        token = dimension.name;
        break;
      }
    }
    out += token;
  }
  return out;
}

std::string without_comments(const std::string& code) {
  std::string out;
  for (std::size_t at = 0, end; at < code.size(); at = end) {
    end = code.find('\n', at) + 1;
    const std::string line = code.substr(at, end - at);
    if (line[line.find_first_not_of(' ')] != '#') out += line;
  }
  return out;
}

/// The flat program's part as the only one of an assembly.
std::string assembled(const Family& family) {
  std::string body = family.programs.flat;
  const std::string result = "fixture = ";
  body.replace(body.rfind(result), result.size(), "solid = ");
  return body + fmt::format(
                    "# one named part\n"
                    "fixture = cq.Assembly(name=\"{0}_assembly\")\n"
                    "fixture.add(solid, name=\"{0}\", color=cq.Color(\"steelblue\"))\n",
                    family.name);
}

std::string body_of(const Family& family, ProgramStyle::Form form) {
  const Programs& programs = family.programs;
  switch (form) {
    case ProgramStyle::kFunctions:
      return programs.functions;
    case ProgramStyle::kFluent:
      return programs.fluent;
    case ProgramStyle::kSketch:
      return programs.sketch;
    case ProgramStyle::kAssembly:
      return programs.assembly ? programs.assembly : assembled(family);
    default:
      return programs.flat;
  }
}

}  // namespace

std::string write_program(const Family& family, const Parameters& p, const ProgramStyle& style) {
  std::string body = body_of(family, style.form);
  if (style.comments == 0) body = without_comments(body);
  if (style.spelled_names) body = spell_names(body, family.dimensions);
  const bool math = body.find("math.") != std::string::npos;
  std::string program =
      math ? "import math\n\nimport cadquery as cq\n\n" : "import cadquery as cq\n\n";
  if (style.comments == 2) program += fmt::format("# A {}. {}\n", family.part, family.layout);
  for (const auto& dimension : family.dimensions) {
    program += fmt::format("{} = {}", style.spelled_names ? dimension.name : dimension.key,
                           p.at(dimension.key));
    if (style.comments == 2)
      program += fmt::format("  # {}{}", dimension.words, dimension.count ? "" : ", mm");
    program += '\n';
  }
  const bool begins_with_function = body.rfind("def ", 0) == 0;
  return program + (begins_with_function ? "\n\n" : "") + body;
}

const std::vector<std::string>& program_forms() {
  static const std::vector<std::string> forms = {"flat", "functions", "fluent", "sketch",
                                                 "assembly"};
  return forms;
}

}  // namespace cadforge::env
