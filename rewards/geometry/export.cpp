// Pictures and exchange files of a B-rep.
#include <BRepAdaptor_Curve.hxx>
#include <BRepLib.hxx>
#include <BRepMesh_IncrementalMesh.hxx>
#include <GCPnts_QuasiUniformDeflection.hxx>
#include <HLRAlgo_Projector.hxx>
#include <HLRBRep_Algo.hxx>
#include <HLRBRep_HLRToShape.hxx>
#include <STEPControl_Writer.hxx>
#include <StlAPI_Writer.hxx>
#include <TopExp_Explorer.hxx>
#include <TopoDS.hxx>
#include <TopoDS_Edge.hxx>
#include <algorithm>
#include <cmath>
#include <sstream>
#include <stdexcept>

#include "rewards/geometry/measure.h"
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

/// The visible edges seen along a direction, hidden ones removed, and the rectangle they fill.
struct View {
  std::vector<Polyline> lines;
  double low[2] = {1e300, 1e300}, high[2] = {-1e300, -1e300};

  View(const TopoDS_Shape& shape, const gp_Ax2& axes) {
    Handle(HLRBRep_Algo) algorithm = new HLRBRep_Algo;
    algorithm->Add(shape);
    algorithm->Projector(HLRAlgo_Projector(axes));
    algorithm->Update();
    algorithm->Hide();
    HLRBRep_HLRToShape result(algorithm);
    add_edges(result.VCompound(), lines);
    add_edges(result.OutLineVCompound(), lines);
    add_edges(result.Rg1LineVCompound(), lines);
    if (lines.empty()) throw std::runtime_error("the shape has no visible edge");
    for (const auto& line : lines) {
      for (const auto& p : line) {
        for (int i = 0; i < 2; ++i) {
          low[i] = std::min(low[i], p[i]);
          high[i] = std::max(high[i], p[i]);
        }
      }
    }
  }

  double width() const { return high[0] - low[0]; }
  double height() const { return high[1] - low[1]; }

  /// As an SVG path of `scale` pixels a millimetre, its middle at (x, y).
  std::string path(double scale, double x, double y) const {
    std::ostringstream svg;
    const auto tenths = [](double value) { return std::round(10 * value) / 10; };
    svg << "<path d=\"";
    for (const auto& line : lines) {
      for (std::size_t i = 0; i < line.size(); ++i) {
        svg << (i == 0 ? "M" : "L") << tenths(x + scale * (line[i][0] - (low[0] + high[0]) / 2))
            << " " << tenths(y - scale * (line[i][1] - (low[1] + high[1]) / 2));
      }
    }
    svg << "\"/>";
    return svg.str();
  }
};

std::string svg_page(int size, const std::string& content) {
  std::ostringstream svg;
  svg << "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " << size << " " << size
      << "\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"" << std::max(1.0, size / 260.0)
      << "\" stroke-linecap=\"round\" stroke-linejoin=\"round\">" << content << "</svg>\n";
  return svg.str();
}

double fitting(double pixels, double millimetres) { return pixels / std::max(millimetres, 1e-9); }

}  // namespace

std::string draw_svg(const std::vector<std::byte>& brep, int size) {
  const View view(read_brep(brep), kIsometric);
  const double scale = fitting(0.88 * size, std::max(view.width(), view.height()));
  return svg_page(size, view.path(scale, size / 2.0, size / 2.0));
}

std::string draw_sheet(const std::vector<std::byte>& brep, int size) {
  const TopoDS_Shape shape = read_brep(brep);
  const View front(shape, kFront), top(shape, kTop), right(shape, kRight),
      isometric(shape, kIsometric);
  // Two columns and two rows that share the page as the part needs it, in one scale.
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
