/* What a section of text adds: last year's part to copy from, pairs, the fee sentence as it will be printed. */

import { FeeSentence } from "./elements/fee-sentence.js";
import { LastText } from "./elements/last-text.js";
import { TextPairs } from "./elements/text-pairs.js";

customElements.define("text-pairs", TextPairs); // before the element that puts text into a pair
customElements.define("last-text", LastText);
customElements.define("fee-sentence", FeeSentence);
