#include "backends/document/html_style.h"

namespace hotsite::backends::document {

// Lengths on paper are those of the PDF: a box of 523 by 720 points. Nothing is told by colour alone, and what must be
// seen is drawn by borders, because browsers leave backgrounds out when they print.
const char* const kHtmlStyle = R"css(
:root { color-scheme: light; --ink: #111; --soft: #555; --rule: #bbb; --ground: #f4f4f4; --link: #0b4a8f; }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 1rem; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 64rem; background: #fff; color: var(--ink);
  font: 1rem/1.45 "Noto Sans", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word; }
code, pre { font-family: "DejaVu Sans Mono", ui-monospace, Menlo, Consolas, monospace; font-size: 0.88em; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 1.5rem; }
h2 { font-size: 1.35rem; line-height: 1.25; margin: 2.5rem 0 0.75rem; padding-top: 0.4rem; border-top: 2px solid var(--ink); }
h3 { font-size: 1.08rem; margin: 1.75rem 0 0.5rem; }
h2 .number, h3 .number { display: inline-block; min-width: 1.6em; padding-right: 0.4em; }
p { margin: 0.6rem 0; max-width: 46rem; }
ul, ol { margin: 0.6rem 0; padding-left: 1.6rem; max-width: 46rem; }
li { margin: 0.3rem 0; }
a { color: var(--link); text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
.whole, .short, li a, p a, td a, th a { white-space: nowrap; }
.draft { float: right; margin: 0 0 0 1rem; font-size: 2rem; font-weight: bold; line-height: 1.2; letter-spacing: 0.08em;
  color: #fff; -webkit-text-stroke: 1px var(--ink); text-shadow: none; }
.note { padding: 0.1rem 0 0.1rem 0.8rem; border-left: 3px solid var(--ink); }
.facts { margin: 0 0 1.5rem; display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.3rem 1.5rem; }
.facts dt { font-weight: bold; }
.facts dd { margin: 0; }
.fixed { overflow-wrap: anywhere; }
nav { margin: 2rem 0; }
nav ol { list-style: none; padding: 0; margin: 0; columns: 20rem 2; column-gap: 2.5rem; max-width: none; }
nav li { margin: 0.2rem 0; break-inside: avoid; padding-left: 2.4em; text-indent: -2.4em; }
nav .number { display: inline-block; min-width: 2.4em; text-indent: 0; }
nav h2 { font-size: 1.1rem; margin: 0 0 0.5rem; }
.wide { overflow-x: auto; margin: 1rem 0; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; line-height: 1.35; border-bottom: 1.5px solid var(--ink); }
caption { text-align: left; font-weight: bold; padding: 0 0 0.4rem; }
thead th { border-top: 1.5px solid var(--ink); border-bottom: 1px solid var(--ink); }
th, td { text-align: left; vertical-align: top; padding: 0.3rem 0.5rem; }
tbody th { font-weight: normal; }
tbody tr + tr { border-top: 1px solid var(--rule); }
tr:target { outline: 2px solid var(--ink); outline-offset: -2px; }
figure { margin: 1rem 0; }
figcaption { font-weight: bold; margin: 0.4rem 0; }
figure svg { display: block; width: 100%; height: auto; max-height: 75vh; }
pre { margin: 0; padding: 0.7rem; border: 1px solid var(--rule); overflow-x: auto; line-height: 1.35; }
.fill { display: inline-block; margin-right: 0.8rem; }
.label { color: var(--soft); }
.tick { display: inline-block; width: 1.05em; height: 1.05em; border: 1.25px solid var(--ink); vertical-align: -0.15em; }
.line, .lines { display: inline-block; border-bottom: 1px solid var(--ink); height: 1.4em; max-width: 100%; vertical-align: bottom; }
.lines { height: 4.2em; border: 1px solid var(--ink); }
td .fill { display: block; margin: 0; }
td .fill .line, td .fill .lines { width: 100%; }
.answers { margin: 0.75rem 0 1.5rem; table-layout: fixed; }
.answers th:nth-child(1) { width: 7.2rem; }
.answers th:nth-child(2) { width: 3.2rem; }
.answers th:nth-child(4) { width: 5rem; }
.answers th:nth-child(5) { width: 5.8rem; }
.answers th:nth-child(6) { width: 11rem; }
.answers th:nth-child(7) { width: 4.6rem; }
.answers tbody th { white-space: nowrap; font-weight: bold; }
.answers tbody th a { color: inherit; }
.answers .mark { display: inline-block; border-left: 3px solid var(--ink); padding-left: 0.25rem; }
.answers .why { margin: 0.25rem 0 0; font-size: 0.9em; color: var(--soft); }
.answers td:nth-child(n + 4), .answers th:nth-child(n + 4) { border-left: 1px solid var(--ink); }
.answers tr > :last-child { border-right: 1px solid var(--ink); }
.answers td.confirm, .answers td.deviate { text-align: center; }
.answers td.value { height: 2.6rem; outline: 1.5px solid var(--ink); outline-offset: -2px; }
.answers td.value .line, .answers td.initials .line { border: 0; }
.answers td.none { background: #e6e6e6; }
.answers .due { display: block; font-size: 0.72em; color: var(--soft); }

@media screen and (max-width: 44rem) {
  body { padding: 1rem 0.8rem 3rem; }
  h1 { font-size: 1.5rem; }
  .draft { font-size: 1.2rem; }
  figure { overflow-x: auto; }
  figure svg { width: 38rem; max-height: none; }
  .facts { display: block; }
  .facts dd { margin: 0 0 0.5rem; }
  .answers, .answers tbody, .answers tr, .answers tbody th, .answers td { display: block; border: 0; width: auto; }
  .answers thead, .answers td.none { display: none; }
  .answers tbody tr { border-top: 1.5px solid var(--ink); padding: 0.5rem 0; }
  .answers tbody th { display: inline-block; padding: 0 0.5rem 0 0; }
  .answers td:nth-child(2) { display: inline-block; padding: 0; }
  .answers td:nth-child(3) { padding: 0.2rem 0; }
  .answers td:nth-child(n + 4), .answers tr > :last-child { border: 0; }
  .answers td.confirm, .answers td.deviate { display: inline-block; width: auto; padding: 0.2rem 1.2rem 0.2rem 0; }
  .answers td.value, .answers td.initials { width: auto; height: auto; padding: 0.2rem 0; outline: 0; }
  .answers td[data-label]::before { content: attr(data-label) ": "; color: var(--soft); }
  .answers td.value .line, .answers td.initials .line { border-bottom: 1px solid var(--ink); min-width: 8rem; }
}

@media print {
  body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.35; }
  a { color: inherit; }
  h1 { font-size: 20pt; }
  h2 { font-size: 13pt; margin-top: 18pt; }
  h3 { font-size: 10.5pt; margin-top: 12pt; }
  h2, h3, caption, figcaption { break-after: avoid; }
  p, li { orphans: 2; widows: 2; max-width: none; }
  ul, ol { max-width: none; }
  .new-page { break-before: page; }
  .new-page > h2 { margin-top: 0; }
  .wide { overflow: visible; }
  table { font-size: 8.5pt; }
  thead { display: table-header-group; }
  tr, figure:not(.file), .note { break-inside: avoid; }
  tr:target { outline: 0; }
  pre { font-size: 7.5pt; white-space: pre-wrap; overflow-wrap: anywhere; overflow: visible; }
  figure svg { max-height: 400pt; }
  .tick { width: 10.5pt; height: 10.5pt; border-width: 0.75pt; }
  .answers th, .answers td { padding: 2.5pt 4pt; }
  .answers th:nth-child(1) { width: 61pt; }
  .answers th:nth-child(2) { width: 28pt; }
  .answers th:nth-child(4) { width: 46pt; }
  .answers th:nth-child(5) { width: 53pt; }
  .answers th:nth-child(6) { width: 102pt; }
  .answers th:nth-child(7) { width: 41pt; }
  .answers td.value { height: 26pt; }
  .answers td.none { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  nav { break-inside: avoid; }
}
)css";

}  // namespace hotsite::backends::document
