/* What a section of text adds: references to figures, growing boxes, what findings speak of. Without it boxes are plain. */

import { InsertFigure } from "./elements/insert-figure.js";
import { TextBox } from "./elements/text-box.js";
import { TextCount } from "./elements/text-count.js";

customElements.define("insert-figure", InsertFigure); // before the boxes, which ask it for values
customElements.define("text-count", TextCount); // before the boxes, which it hears
customElements.define("text-box", TextBox);
