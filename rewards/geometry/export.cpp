// Pictures and exchange files of a B-rep.
#include <BRepAdaptor_Curve.hxx>
#include <BRepBndLib.hxx>
#include <BRepLib.hxx>
#include <BRepMesh_IncrementalMesh.hxx>
#include <Bnd_Box.hxx>
#include <GCPnts_QuasiUniformDeflection.hxx>
#include <HLRAlgo_Projector.hxx>
#include <HLRBRep_Algo.hxx>
#include <HLRBRep_HLRToShape.hxx>
#include <STEPControl_Writer.hxx>
#include <StlAPI_Writer.hxx>
#include <TopExp_Explorer.hxx>
#include <TopLoc_Location.hxx>
#include <TopoDS.hxx>
#include <TopoDS_Edge.hxx>
#include <algorithm>
#include <cmath>
#include <sstream>
#include <stdexcept>

#include "rewards/geometry/measure.h"
#include "rewards/geometry/rotations.h"
#include "rewards/geometry/shape.h"

namespace cadforge::geometry {
namespace {

using Polyline = std::vector<std::array<double, 2>>;

void add_edges(const TopoDS_Shape& compound, std::vector<Polyline>& lines) {
  if (compound.IsNull()) return;
  BRepLib::BuildCurves3d(compound);
  for (TopExp_Explorer it(compound, TopAbs_EDGE); it.More(); it.Next()) {
    const BRepAdaptor_Curve curve(TopoDS::Edge(it.Current()));
    const double length = std::abs(curve.LastParameter() - curve.FirstParameter());
    const GCPnts_QuasiUniformDeflection points(curve, std::max(1e-3, 0.003 * length));
    if (!points.IsDone()) continue;
    Polyline line;
    for (int i = 1; i <= points.NbPoints(); ++i)
      line.push_back({points.Value(i).X(), points.Value(i).Y()});
    lines.push_back(std::move(line));
  }
}

const gp_Ax2 kIsometric(gp_Pnt(0, 0, 0), gp_Dir(1, -1, 0.8), gp_Dir(1, 1, 0));
const gp_Ax2 kFront(gp_Pnt(0, 0, 0), gp_Dir(0, -1, 0), gp_Dir(1, 0, 0));
const gp_Ax2 kTop(gp_Pnt(0, 0, 0), gp_Dir(0, 0, 1), gp_Dir(1, 0, 0));
const gp_Ax2 kRight(gp_Pnt(0, 0, 0), gp_Dir(1, 0, 0), gp_Dir(0, 1, 0));

// Visible edges seen along a direction, hidden ones removed.
std::vector<Polyline> visible_lines(const TopoDS_Shape& shape, const gp_Ax2& axes) {
  Handle(HLRBRep_Algo) algorithm = new HLRBRep_Algo;
  algorithm->Add(shape);
  algorithm->Projector(HLRAlgo_Projector(axes));
  algorithm->Update();
  algorithm->Hide();
  HLRBRep_HLRToShape result(algorithm);
  std::vector<Polyline> lines;
  add_edges(result.VCompound(), lines);
  add_edges(result.OutLineVCompound(), lines);
  add_edges(result.Rg1LineVCompound(), lines);
  if (lines.empty()) throw std::runtime_error("the shape has no visible edge");
  return lines;
}

/// What is drawn: shapes on each other, each with attributes of its own, the first at the bottom.
struct Layer {
  TopoDS_Shape shape;
  std::string attributes;
};

/// Layers seen along a direction, and the rectangle that they fill together.
class View {
 public:
  View(const std::vector<Layer>& layers, const gp_Ax2& axes) {
    for (const auto& layer : layers) {
      drawn_.push_back({visible_lines(layer.shape, axes), layer.attributes});
      for (const auto& line : drawn_.back().lines) {
        for (const auto& p : line) {
          for (int i = 0; i < 2; ++i) {
            low_[i] = std::min(low_[i], p[i]);
            high_[i] = std::max(high_[i], p[i]);
          }
        }
      }
    }
  }

  double width() const { return high_[0] - low_[0]; }
  double height() const { return high_[1] - low_[1]; }

  /// As SVG paths of `scale` pixels a millimetre, their middle at (x, y).
  std::string path(double scale, double x, double y) const {
    std::ostringstream svg;
    const auto tenths = [](double value) { return std::round(10 * value) / 10; };
    for (const auto& [lines, attributes] : drawn_) {
      svg << "<path " << attributes << "d=\"";
      for (const auto& line : lines) {
        for (std::size_t i = 0; i < line.size(); ++i) {
          svg << (i == 0 ? "M" : "L") << tenths(x + scale * (line[i][0] - (low_[0] + high_[0]) / 2))
              << " " << tenths(y - scale * (line[i][1] - (low_[1] + high_[1]) / 2));
        }
      }
      svg << "\"/>";
    }
    return svg.str();
  }

 private:
  struct Drawn {
    std::vector<Polyline> lines;
    std::string attributes;
  };
  std::vector<Drawn> drawn_;
  double low_[2] = {1e300, 1e300}, high_[2] = {-1e300, -1e300};
};

std::string svg_page(int size, const std::string& content) {
  std::ostringstream svg;
  svg << "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " << size << " " << size
      << "\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"" << std::max(1.0, size / 260.0)
      << "\" stroke-linecap=\"round\" stroke-linejoin=\"round\">" << content << "</svg>\n";
  return svg.str();
}

double fitting(double pixels, double millimetres) { return pixels / std::max(millimetres, 1e-9); }

// Two columns and two rows that share the page as the part needs it, in one scale.
std::string sheet(const std::vector<Layer>& layers, int size) {
  const View front(layers, kFront), top(layers, kTop), right(layers, kRight),
      isometric(layers, kIsometric);
  const double gap = 0.06 * size;
  const double least = 0.4 * std::max(front.width(), front.height());  // for the isometric one
  const double scale =
      std::min(fitting(size - 3 * gap, front.width() + std::max(right.width(), least)),
               fitting(size - 3 * gap, front.height() + std::max(top.height(), least)));
  const double left = gap + scale * front.width() / 2;
  const double low = size - gap - scale * front.height() / 2;
  const double column = left + scale * front.width() / 2 + gap;  // where the second one begins
  const double row = low - scale * front.height() / 2 - gap;     // where the first one ends
  const double room = std::min(size - gap - column, row - gap);
  std::string content = front.path(scale, left, low);
  content += top.path(scale, left, row - scale * top.height() / 2);
  content += right.path(scale, column + scale * right.width() / 2, low);
  content += isometric.path(fitting(room, std::max(isometric.width(), isometric.height())),
                            (column + size - gap) / 2, (row + gap) / 2);
  return svg_page(size, content);
}

// Turned, then put on Z = 0 about the middle of its box.
TopoDS_Shape placed(const TopoDS_Shape& shape, const Rotation& r) {
  gp_Trsf turn, move;
  turn.SetValues(r[0][0], r[0][1], r[0][2], 0, r[1][0], r[1][1], r[1][2], 0, r[2][0], r[2][1],
                 r[2][2], 0);
  const TopoDS_Shape turned = shape.Moved(TopLoc_Location(turn));
  Bnd_Box box;
  BRepBndLib::AddOptimal(turned, box, Standard_False, Standard_False);
  const gp_Pnt a = box.CornerMin(), b = box.CornerMax();
  move.SetTranslation(gp_Vec(-(a.X() + b.X()) / 2, -(a.Y() + b.Y()) / 2, -a.Z()));
  return turned.Moved(TopLoc_Location(move));
}

}  // namespace

std::string draw_svg(const std::vector<std::byte>& brep, int size) {
  const View view({{read_brep(brep), ""}}, kIsometric);
  const double scale = fitting(0.88 * size, std::max(view.width(), view.height()));
  return svg_page(size, view.path(scale, size / 2.0, size / 2.0));
}

std::string draw_sheet(const std::vector<std::byte>& brep, int size) {
  return sheet({{read_brep(brep), ""}}, size);
}

std::string draw_overlay(const std::vector<std::byte>& brep,
                         const std::vector<std::byte>& reference, const std::string& rotations,
                         std::size_t rotation, int size) {
  const auto known = allowed_rotations(rotations);
  if (rotation >= known.size()) {
    throw std::invalid_argument("no rotation " + std::to_string(rotation) + " in " + rotations);
  }
  const std::string pale = "stroke=\"#e08214\" stroke-opacity=\"0.55\" stroke-width=\"" +
                           std::to_string(std::max(3, size / 100)) + "\" ";
  return sheet({{placed(read_brep(reference), known[0]), pale},
                {placed(read_brep(brep), known[rotation]), ""}},
               size);
}

void write_stl(const std::vector<std::byte>& brep, const std::string& path) {
  const TopoDS_Shape shape = read_brep(brep);
  BRepMesh_IncrementalMesh(shape, 0.05, Standard_False, 0.1, Standard_False);
  StlAPI_Writer writer;
  writer.ASCIIMode() = Standard_False;
  if (!writer.Write(shape, path.c_str()))
    throw std::runtime_error(path + ": cannot write the STL file");
}

void write_step(const std::vector<std::byte>& brep, const std::string& path) {
  STEPControl_Writer writer;
  if (writer.Transfer(read_brep(brep), STEPControl_AsIs) != IFSelect_RetDone ||
      writer.Write(path.c_str()) != IFSelect_RetDone) {
    throw std::runtime_error(path + ": cannot write the STEP file");
  }
}

}  // namespace cadforge::geometry
