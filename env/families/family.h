// One procedural family: what its dimensions are, how to draw them, what they make. The families
// themselves are in files of their own name, nearly all of each as plain data.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "env/families/draw.h"
#include "env/families/families.h"
#include "env/tasks/task.h"

namespace cadforge::env {

// What a family states its spec with.
using rewards::Axis, rewards::extent, rewards::hole, rewards::probe, rewards::slice,
    rewards::thickness;

using Parameters = std::map<std::string, int>;  ///< mm, counts

/// One number of a draw.
struct Dimension {
  const char* key;     ///< "w": in terse prompts and in programs of short names
  const char* name;    ///< "plate_width": in programs that spell names out
  const char* words;   ///< "width in X": in prose
  bool count = false;  ///< a number of things, else mm
  bool loose = false;  ///< checked loosely: no edit is of this alone, and a mutant of it is far off
};

/// What follows the assignments of the dimensions in a program of each form. All of a family make
/// the same solid. Lines that begin with # are left out where few comments are wanted.
struct Programs {
  const char* flat;                ///< one statement after the other
  const char* functions;           ///< helpers that return shapes; built another way than `flat`
  const char* fluent;              ///< one chain with selectors
  const char* sketch;              ///< cq.Sketch
  const char* assembly = nullptr;  ///< named, coloured parts; none: the flat part as its only one
};

struct Family {
  const char* name;
  int level;
  bool held_out = false;              ///< the whole family is for testing
  std::vector<Dimension> dimensions;  ///< in the order of terse prompts and programs
  const char* part;     ///< the noun: "flat plate with a centred grid of through holes"
  const char* drawing;  ///< the note on a drawing; "{w}" stands for a dimension
  const char* layout;   ///< what the dimensions' words leave open: how it lies, where things sit
  Programs programs;
  Parameters (*draw)(Draw&);
  bool (*fits)(const Parameters&);  ///< these dimensions make a sensible part
  void (*specify)(const Parameters&, rewards::TaskSpec&);
};

extern const Family kBox, kBracket, kClamp, kDuct, kFlange, kGear, kHeatsink, kHinge, kHook, kPipe,
    kPlate, kPulley, kShaft, kTable, kTruss;

/// The program of a draw, in the style asked for.
std::string write_program(const Family& family, const Parameters& p, const ProgramStyle& style);

/// Every prompt style's text, and of "edit" and "repair" the program that it shows.
void write_prompts(const Family& family, const Parameters& p, Task& task);

/// Integral of sqrt(R^2 - x^2) over |x| <= width / 2: the half of a disc that a strip covers.
double half_disc_strip(double radius, double width);
/// A cylindrical face of that diameter that must be there, once.
rewards::FaceCheck round_face(std::string name, double diameter, bool concave);
/// Points that must all be inside the material, or all outside.
rewards::ProbeCheck probes(std::string name, std::vector<rewards::Vec3> points, bool solid);

}  // namespace cadforge::env
