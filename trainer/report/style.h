// The report's style sheet.
#pragma once

namespace cadforge::trainer {

inline constexpr const char* kReportStyle = R"css(
:root { color-scheme: light dark; --page: #f6f6f4; --card: #ffffff; --ink: #1d1d1b; --soft: #66655f;
  --line: #deddd8; --grid: #ebeae6; --good: #0a7d4f; --bad: #b3402a;
  --series-1: #2a78d6; --series-2: #eb6834; --series-3: #1baf7a; --series-4: #eda100; --series-5: #c95c94;
  --series-6: #77767e; }
@media (prefers-color-scheme: dark) { :root { --page: #161615; --card: #20201e; --ink: #eceae4;
  --soft: #a3a19a; --line: #383733; --grid: #2c2b28; --good: #45c08c; --bad: #ee8a72;
  --series-1: #5a9df0; --series-2: #ee7f4f; --series-3: #2fbd88; --series-4: #d99a1c; --series-5: #dd7eb0;
  --series-6: #9b9aa2; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { max-width: 1160px; margin: 0 auto; padding: 28px 18px 64px; }
h1 { font-size: 26px; line-height: 1.2; margin: 0 0 2px; overflow-wrap: anywhere; }
h2 { font-size: 18px; margin: 40px 0 4px; }
p { margin: 0 0 12px; color: var(--soft); max-width: 72ch; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); gap: 12px; margin: 20px 0 0; }
.tile, figure, .shape, .table { background: var(--card); border: 1px solid var(--line); border-radius: 10px; }
.tile { padding: 12px 14px; }
.tile span { display: block; color: var(--soft); font-size: 13px; }
.tile b { font-size: 24px; font-weight: 600; font-variant-numeric: tabular-nums; }
.tile small { color: var(--soft); font-size: 13px; }
.table { overflow-x: auto; margin-top: 10px; }
table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
th, td { padding: 7px 14px; text-align: right; border-top: 1px solid var(--grid); white-space: nowrap; }
tr:first-child th { border-top: 0; font-weight: 500; color: var(--soft); font-size: 13px; }
th:first-child, td:first-child { text-align: left; }
td.wide { white-space: normal; text-align: left; overflow-wrap: anywhere; color: var(--soft); min-width: 200px; }
.up { color: var(--good); } .down { color: var(--bad); }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 340px), 1fr)); gap: 14px;
  margin-top: 12px; }
figure { margin: 0; padding: 12px 14px 6px; min-width: 0; }
figcaption b { font-weight: 600; margin-right: 8px; }
figcaption small { color: var(--soft); }
.legend { display: flex; flex-wrap: wrap; gap: 2px 14px; font-size: 13px; color: var(--soft); margin: 2px 0 4px; }
.legend em { font-style: normal; color: var(--ink); font-variant-numeric: tabular-nums; }
.key { display: inline-block; width: 10px; height: 10px; border-radius: 3px; margin-right: 5px; }
figure > svg { display: block; width: 100%; height: auto; }
.grid { stroke: var(--grid); } .tick { fill: var(--soft); font-size: 11px; }
.line { fill: none; stroke-width: 2; stroke-linejoin: round; stroke-linecap: round; }
.raw { fill: none; stroke-width: 1; opacity: .28; }
.area { stroke: var(--card); stroke-width: 1; }
.dot { fill: transparent; } .dot:hover { fill: var(--hue); }
.s1 { --hue: var(--series-1); } .s2 { --hue: var(--series-2); } .s3 { --hue: var(--series-3); }
.s4 { --hue: var(--series-4); } .s5 { --hue: var(--series-5); } .s6 { --hue: var(--series-6); }
.line, .raw { stroke: var(--hue); } .area { fill: var(--hue); } .key { background: var(--hue); }
.shapes { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 236px), 1fr)); gap: 14px;
  margin-top: 12px; align-items: start; }
.shape { padding: 12px 14px; min-width: 0; }
.shape .picture { aspect-ratio: 1; display: grid; place-items: center; color: var(--soft); font-size: 13px; }
.shape .picture svg { width: 100%; height: 100%; color: var(--ink); }
.shape header { display: flex; justify-content: space-between; gap: 8px; font-size: 13px; color: var(--soft); }
.shape header b { color: var(--ink); font-size: 15px; font-variant-numeric: tabular-nums; }
.prompt { font: 12.5px/1.4 ui-monospace, "SF Mono", Menlo, Consolas, monospace; color: var(--ink); margin: 6px 0;
  overflow-wrap: anywhere; white-space: pre-wrap; }
.terms { display: grid; grid-template-columns: 1fr 46px 38px; gap: 2px 8px; align-items: center; font-size: 12px;
  color: var(--soft); font-variant-numeric: tabular-nums; }
.terms i { height: 5px; border-radius: 3px; background: var(--grid); overflow: hidden; display: block; }
.terms i span { display: block; height: 100%; background: var(--series-1); }
.terms b { font-weight: 500; color: var(--ink); text-align: right; }
details { margin-top: 8px; font-size: 13px; } summary { cursor: pointer; color: var(--soft); }
pre { margin: 6px 0 0; padding: 9px 10px; background: var(--page); border-radius: 7px; overflow-x: auto;
  font: 12px/1.45 ui-monospace, "SF Mono", Menlo, Consolas, monospace; }
ul { margin: 6px 0 0; padding-left: 18px; font-size: 12.5px; color: var(--soft); overflow-wrap: anywhere; }
@media (max-width: 560px) { th, td { padding: 6px 8px; } td:first-child { white-space: normal; min-width: 116px; }
  main { padding: 20px 12px 48px; } table { font-size: 14px; } }
footer { margin-top: 40px; color: var(--soft); font-size: 13px; }
)css";

}  // namespace cadforge::trainer
