/* What every section that can be changed adds: it saves by itself, and nothing typed is lost. */

import { DraftPreview } from "./elements/draft-preview.js";
import { LocalCopy } from "./elements/local-copy.js";
import { SectionPresence } from "./elements/section-presence.js";
import { SectionSaver } from "./elements/section-saver.js";
import { SignInAgain } from "./elements/sign-in-again.js";

customElements.define("draft-preview", DraftPreview);
customElements.define("section-saver", SectionSaver);
customElements.define("section-presence", SectionPresence);
customElements.define("sign-in-again", SignInAgain);
customElements.define("local-copy", LocalCopy); // after the saver, which it asks

/** The comparison is fetched when somebody else has saved meanwhile; from then on it hears by itself. */
document.addEventListener("section-stale", async ({ detail }) => {
  if (customElements.get("save-comparison")) return;
  const { SaveComparison } = await import("./elements/save-comparison.js");
  if (!customElements.get("save-comparison")) customElements.define("save-comparison", SaveComparison);
  document.querySelector("save-comparison").compare(detail);
});
