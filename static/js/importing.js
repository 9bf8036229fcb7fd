/* What the pages of imports add: choosing files in turns, confirming in one go. */

import { ImportConfirm } from "./elements/import-confirm.js";
import { ImportUpload } from "./elements/import-upload.js";

customElements.define("import-confirm", ImportConfirm);
customElements.define("import-upload", ImportUpload);
