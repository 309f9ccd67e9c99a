// How a file looks in its form, and back. `shape` is told by `shapes.json` (making/editor/shapes.py).
// Values that have no field in the form go through untouched.

export function shown(value, shape) {
  if (value === null || value === undefined) return value;
  if (shape?.kind === "text") return typeof value === "string" ? { da: value } : value;
  if (shape?.kind === "list") {
    const items = Array.isArray(value) ? value : [value];
    return items.map((item) => shown(item, shape.item));
  }
  if (shape?.kind === "record" && typeof value === "object" && !Array.isArray(value)) {
    return recordShown(value, shape);
  }
  if (shape?.kind === "media" && typeof value === "string") return value.replace(/^media\//, "/media/");
  // Hours and days may be a list; on a line there are commas between them.
  if (shape?.kind === "line" && Array.isArray(value)) return value.join(", ");
  return value;
}

function recordShown(record, shape) {
  const made = {};
  for (const [name, value] of Object.entries(record)) {
    for (const day of shape.days?.[name.toLowerCase()] ?? [name]) {
      made[day] = shown(value, shape.fields[day]);
    }
  }
  return made;
}

export function saved(value, shape) {
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) {
    const items = value.map((item) => saved(item, shape?.item)).filter((item) => !isEmpty(item));
    return items.length ? items : undefined;
  }
  // An address of the site begins with a slash, and so finds the form its picture; ours is a file.
  if (shape?.kind === "media" && typeof value === "string") value = value.replace(/^\//, "");
  if (value === null || typeof value !== "object") return value || undefined;
  const entries = Object.entries(value)
    .map(([name, inner]) => [name, saved(inner, shape?.fields?.[name])])
    .filter(([, inner]) => !isEmpty(inner));
  if (!entries.length) return undefined;
  const onlyDanish = shape?.kind === "text" && entries.length === 1 && entries[0][0] === "da";
  return onlyDanish ? entries[0][1] : Object.fromEntries(entries);
}

const isEmpty = (value) => value === undefined || value === null || value === "";
