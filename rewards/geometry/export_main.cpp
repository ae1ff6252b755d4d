#include "rewards/geometry/export_main.h"

#include <fmt/format.h>
#include <sys/resource.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "rewards/geometry/measure.h"

namespace cadforge::geometry {
namespace {

struct Wanted {
  std::string svg, sheet, overlay, stl, step;
  int size = 480;
  // Of an overlay: how much of stdin's end is the reference, and how the first shape is turned.
  std::size_t reference_bytes = 0, rotation = 0;
  std::string rotations = "none";
};

struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

Wanted parse(int argc, char** argv) {
  Wanted wanted;
  for (int i = 1; i < argc; i += 2) {
    const std::string option = argv[i];
    if (i + 1 == argc) throw UsageError(option + " needs a value");
    const std::string value = argv[i + 1];
    if (option == "--svg") {
      wanted.svg = value;
    } else if (option == "--sheet") {
      wanted.sheet = value;
    } else if (option == "--overlay") {
      wanted.overlay = value;
    } else if (option == "--reference-bytes") {
      wanted.reference_bytes = std::strtoull(value.c_str(), nullptr, 10);
    } else if (option == "--rotations") {
      wanted.rotations = value;
    } else if (option == "--rotation") {
      wanted.rotation = std::strtoull(value.c_str(), nullptr, 10);
    } else if (option == "--stl") {
      wanted.stl = value;
    } else if (option == "--step") {
      wanted.step = value;
    } else if (option == "--size") {
      wanted.size = std::clamp(std::atoi(value.c_str()), 16, 4096);
    } else {
      throw UsageError("unknown option " + option +
                       "; there are --svg, --sheet, --overlay, --reference-bytes, --rotations, "
                       "--rotation, --stl, --step, --size");
    }
  }
  if (wanted.svg.empty() && wanted.sheet.empty() && wanted.overlay.empty() && wanted.stl.empty() &&
      wanted.step.empty()) {
    throw UsageError("nothing asked for: give --svg, --sheet, --overlay, --stl or --step");
  }
  return wanted;
}

void limit(int resource, rlim_t most) {
  const rlimit value{most, most};
  setrlimit(resource, &value);
}

std::vector<std::byte> read_stdin() {
  const std::string text{std::istreambuf_iterator<char>(std::cin), {}};
  const auto* first = reinterpret_cast<const std::byte*>(text.data());
  return {first, first + text.size()};
}

void write_text(const std::string& path, const std::string& text) {
  if (path == "-") {
    std::cout << text << std::flush;
    return;
  }
  std::ofstream file(path, std::ios::binary);
  file << text;
  if (!file.flush()) throw std::runtime_error("cannot write " + path);
}

void write_all(const Wanted& wanted) {
  auto brep = read_stdin();
  if (wanted.reference_bytes > brep.size()) {
    throw UsageError("--reference-bytes: more than there is on stdin");
  }
  const std::vector<std::byte> reference(
      brep.end() - static_cast<std::ptrdiff_t>(wanted.reference_bytes), brep.end());
  brep.resize(brep.size() - reference.size());
  if (!wanted.step.empty()) write_step(brep, wanted.step);
  if (!wanted.stl.empty()) write_stl(brep, wanted.stl);
  if (!wanted.svg.empty()) write_text(wanted.svg, draw_svg(brep, wanted.size));
  if (!wanted.sheet.empty()) write_text(wanted.sheet, draw_sheet(brep, wanted.size));
  if (!wanted.overlay.empty()) {
    write_text(wanted.overlay,
               draw_overlay(brep, reference, wanted.rotations, wanted.rotation, wanted.size));
  }
}

}  // namespace

int export_main(int argc, char** argv) {
  limit(RLIMIT_CPU, 60);
  limit(RLIMIT_AS, rlim_t{4} << 30);
  limit(RLIMIT_CORE, 0);
  try {
    write_all(parse(argc, argv));
    return 0;
  } catch (const UsageError& error) {
    fmt::print(stderr, "cadforge-measure export: {}\n", error.what());
    return 2;
  } catch (const std::exception& error) {
    fmt::print(stderr, "cadforge-measure export: {}\n", error.what());
    return 1;
  }
}

}  // namespace cadforge::geometry
