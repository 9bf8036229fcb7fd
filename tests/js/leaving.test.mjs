// Leaving a section by a link: saved first, let go the second time.

import assert from "node:assert/strict";
import { test } from "node:test";

import { saveBeforeLeaving } from "../../static/js/lib/leaving.js";

/** A page with something unsaved, of which saving fails unless `saves`. */
function setting({ saves = false } = {}) {
  globalThis.document = new EventTarget();
  globalThis.location = { pathname: "/here/", search: "", origin: "", assign: (href) => here.gone.push(href) };
  const link = { href: "/there/", pathname: "/there/", search: "", origin: "", target: "", hasAttribute: () => false };
  const here = { gone: [], saved: 0, form: new EventTarget() };
  const save = async () => (here.saved += 1) && saves;
  saveBeforeLeaving({ form: here.form, unsaved: () => true, save, hear: (target, name, action) => target.addEventListener(name, action) });
  here.click = async (detail = 1) => {
    const event = Object.assign(new Event("click", { cancelable: true }), { button: 0, detail });
    Object.defineProperty(event, "target", { value: { closest: () => link } });
    document.dispatchEvent(event);
    await new Promise(setImmediate);
    return event.defaultPrevented;
  };
  return here;
}

test("what is typed is saved before the page is left", async () => {
  const here = setting({ saves: true });

  assert.equal(await here.click(), true);
  assert.deepEqual([here.saved, here.gone], [1, ["/there/"]]);
});

test("whoever goes a second time is let go, a double click is once", async () => {
  const here = setting();

  const prevented = [await here.click(1), await here.click(2), await here.click(1)];

  assert.deepEqual([prevented, here.saved], [[true, true, false], 1]);
});

test("what is typed since is saved first again", async () => {
  const here = setting();
  await here.click();
  here.form.dispatchEvent(new Event("input"));

  assert.equal(await here.click(), true);
  assert.equal(here.saved, 2);
});
