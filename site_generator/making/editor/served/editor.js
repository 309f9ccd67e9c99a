// Starts Sveltia CMS with our files: every value is text, as the generator reads it, and what may be
// written in several ways has one in the form.

import { saved, shown } from "./files.js";

const { FAILSAFE_SCHEMA, dump, load } = window.jsyaml;

// Strings are quoted by `dump` where YAML would take them for a number, a date or a word of its own.
const toText = (value) => dump(value ?? {}, { lineWidth: -1, noRefs: true });

const [config, shapes] = await Promise.all(
  ["config.yml", "shapes.json"].map(async (name) => (await fetch(name)).text()),
);
for (const [file, shape] of Object.entries(JSON.parse(shapes))) {
  window.CMS.registerCustomFormat(file.replace(".yml", ""), "yml", {
    fromFile: (text) => shown(load(text, { schema: FAILSAFE_SCHEMA }) ?? {}, shape),
    toFile: (value) => toText(saved(value, shape)),
  });
}
window.CMS.init({ config: { load_config_file: false, ...load(config) } });
