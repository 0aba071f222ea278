// run: node --no-deprecation CASE
process.emitWarning("a"); process.emitWarning("b", "DeprecationWarning", "DEP1"); process.emitWarning("c", { detail: "more", type: "X" });
require("util").deprecate(() => 1, "old", "DEP2")();
console.log(process.noDeprecation, process.traceProcessWarnings, process.traceDeprecation, process.execArgv);
for (const wrong of [undefined, 1, {}]) {
  try {
    process.emitWarning(wrong);
  } catch (error) {
    console.log(error.code, error.message);
  }
}
