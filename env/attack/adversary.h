// A built-in adversary: looks for a cheap program that a reward pays for without being the part.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "env/families/draw.h"
#include "env/tasks/task.h"

namespace cadforge::env {

/// Blind to the prompt: it knows the envelope, the names of parts that the text of the task gives
/// away, and what its tries were paid. It draws from a grammar of cheap programs (a few boxes
/// and cylinders added or cut, sheets, shells, frames, clouds of cubes, dressed in part names, dead
/// helpers and idle parameters) and mutates the best it found. A pure function of its arguments and
/// of the totals it is told. Not thread-safe.
class Adversary {
 public:
  /// `envelope` in mm.
  Adversary(const Task& task, const rewards::Vec3& envelope, std::uint64_t seed);

  /// The next program to try.
  std::string next();
  /// What a program of `next` was paid, and the `scent` by which to climb: more than a policy ever
  /// sees, the score before a null's headroom is taken off.
  void learn(const std::string& program, double total, double scent);

  double best_total() const { return best_total_; }
  const std::string& best_program() const { return best_program_; }

 private:
  /// A box or cylinder added or cut; positions and sizes in tenths of a per cent of the envelope.
  struct Piece {
    int kind = 0;  ///< 0 box, 1 to 3 cylinder along X, Y, Z
    bool cut = false;
    std::array<int, 6> at{};  ///< low corner and size
  };
  struct Genome {
    std::vector<Piece> pieces;
    int dress = 0;  ///< bits: part names, dead helpers, idle parameters, swallowing, unjoined
  };

  Genome drawn();
  Genome mutated(Genome genome);
  Piece piece();
  std::string render(const Genome& genome) const;
  std::string dressed(const std::string& body, int dress) const;
  std::vector<std::string> templates() const;

  Task task_;
  rewards::Vec3 envelope_;
  Draw draw_;
  std::vector<std::string> first_;  ///< templates not tried yet, the next at the back
  std::vector<std::pair<std::string, Genome>> tried_;
  std::vector<std::pair<double, Genome>> elite_;  ///< the best first
  double best_total_ = -2;
  std::string best_program_;
};

}  // namespace cadforge::env
