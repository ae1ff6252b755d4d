// One procedural family: how to draw a task. The families themselves are in files of their own
// name.
#pragma once

#include <cstdint>
#include <map>
#include <string>

#include "env/families/draw.h"
#include "env/tasks/task.h"

namespace cadforge::env {

// What a family states its spec with.
using rewards::Axis, rewards::extent, rewards::hole, rewards::probe, rewards::slice,
    rewards::thickness;

using Parameters = std::map<std::string, int>;  ///< mm, counts

struct Family {
  const char* name;
  int level;
  Parameters (*draw)(Draw&);
  std::string (*terse)(const Parameters&);
  std::string (*drawing)(const Parameters&);
  std::string (*gold)(const Parameters&);
  std::string (*second)(const Parameters&);  ///< the same solid by another program
  void (*specify)(const Parameters&, rewards::TaskSpec&);
};

extern const Family kPlate, kShaft, kBracket, kFlange, kTable, kBox;

/// "name = value" lines in the order given, as every gold program begins.
std::string assignments(const Parameters& p, std::initializer_list<const char*> names);
/// "family a=1 b=2".
std::string literal(const char* family, const Parameters& p,
                    std::initializer_list<const char*> names);

}  // namespace cadforge::env
