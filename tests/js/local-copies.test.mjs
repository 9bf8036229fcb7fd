// What is typed and not confirmed stays in the browser, for whoever typed it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { LocalCopies } from "../../static/js/lib/local-copies.js";

const NOW = 1_700_000_000_000;
const COPY = { at: NOW, version: 3, values: { a: "8" }, base: { a: "" } };

class Store {
  #items = new Map();
  get length() {
    return this.#items.size;
  }
  key(place) {
    return [...this.#items.keys()][place] ?? null;
  }
  getItem(key) {
    return this.#items.get(key) ?? null;
  }
  setItem(key, text) {
    this.#items.set(key, text);
  }
  removeItem(key) {
    this.#items.delete(key);
  }
}

const copies = (store, more = {}) => new LocalCopies(store, { writer: 7, place: "/desk/1/x/", opened: 1, ...more });

test("the next page finds what the last one left, and not its own", () => {
  const store = new Store();
  const before = copies(store);
  before.keep(COPY);

  assert.deepEqual(before.left(NOW), []);
  assert.deepEqual(copies(store, { opened: 2 }).left(NOW).map(({ values }) => values), [{ a: "8" }]);
});

test("nobody else and no other section finds it", () => {
  const store = new Store();
  copies(store).keep(COPY);

  assert.deepEqual(copies(store, { opened: 2, writer: 8 }).left(NOW), []);
  assert.deepEqual(copies(store, { opened: 2, place: "/desk/1/y/" }).left(NOW), []);
});

test("it is gone once it is saved, or thrown away", () => {
  const store = new Store();
  const before = copies(store);
  before.keep(COPY);
  before.drop();
  assert.equal(store.length, 0);

  before.keep(COPY);
  const after = copies(store, { opened: 2 });
  after.discard(after.left(NOW)[0].key);
  assert.equal(store.length, 0);
});

test("what is broken or two months old is cleared away", () => {
  const store = new Store();
  store.setItem("govreport-typed:7:/desk/1/x/:0", "{broken");
  copies(store).keep({ ...COPY, at: NOW - 61 * 24 * 3600 * 1000 });

  assert.deepEqual([copies(store, { opened: 2 }).left(NOW), store.length], [[], 0]);
});

test("a browser that keeps nothing says so and stops nobody", () => {
  for (const store of [null, { setItem: () => { throw new Error("QuotaExceededError"); } }]) {
    const none = copies(store);
    assert.equal(none.keep(COPY), false);
    assert.deepEqual(none.left(NOW), []);
  }
});
