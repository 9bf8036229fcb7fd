/* Switches of the page, remembered in this browser where it remembers anything. */

import { attempt } from "./local-copies.js";

/** Whether a switch is on; `first`: as long as nobody has turned it. */
export function isOn(name, first = true) {
  let kept = null;
  attempt(() => (kept = localStorage.getItem(`govreport.${name}`)));
  return kept === null ? first : kept === "on";
}

export function turn(name, on) {
  attempt(() => localStorage.setItem(`govreport.${name}`, on ? "on" : "off"));
}
