// Reads a podcast's feed from standard input as the Podcast Index does; what it found as JSON.
import { readFileSync } from "node:fs";
import { parseFeed } from "podcast-partytime";

const found = parseFeed(readFileSync(0, "utf-8"));
if (!found) throw new Error("no feed");
console.log(JSON.stringify(found));
