/* What a section of text adds: references to figures, growing boxes, pairs, last year's part. Without it boxes are plain. */

import { FeeSentence } from "./elements/fee-sentence.js";
import { InsertFigure } from "./elements/insert-figure.js";
import { LastText } from "./elements/last-text.js";
import { TextBox } from "./elements/text-box.js";
import { TextCount } from "./elements/text-count.js";
import { TextPairs } from "./elements/text-pairs.js";

customElements.define("insert-figure", InsertFigure); // before the boxes, which ask it for values
customElements.define("text-count", TextCount); // before the boxes, which it hears
customElements.define("text-box", TextBox);
customElements.define("text-pairs", TextPairs); // before the element that puts text into a pair
customElements.define("last-text", LastText);
customElements.define("fee-sentence", FeeSentence);
