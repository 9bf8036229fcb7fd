// The fields of a section that the page makes only when they are needed.

import assert from "node:assert/strict";
import { test } from "node:test";

import { SectionForm } from "../../static/js/lib/section-form.js";

/** A form with these fields; those of `makes` are made when they are asked for. */
function setting(fields, makes = []) {
  const form = new EventTarget();
  form.elements = [];
  const add = (name, value) => {
    const field = new EventTarget();
    form.elements.push(Object.assign(field, { name, value, defaultValue: value, dataset: {} }));
    form.elements[name] = field;
  };
  for (const [name, value] of Object.entries({ version: "1", ...fields })) add(name, value);
  form.addEventListener("fields-needed", ({ detail }) => detail.names.filter((name) => makes.includes(name)).forEach((name) => add(name, "")));
  return { form, section: new SectionForm(form) };
}

test("a field that is made is blank, and nothing is unsaved because of it", () => {
  const { section } = setting({ "t.r.a": "8" }, ["note:t.r.a"]);

  section.expect(["note:t.r.a", "note:unknown"]);

  assert.deepEqual([section.values, section.unsaved], [{ "t.r.a": "8", "note:t.r.a": "" }, false]);
});

test("fields that are made besides leave nothing unsaved either", () => {
  const { form, section } = setting({ problem_1: "" });
  form.addEventListener("fields-needed", () => {
    for (const name of ["problem_2", "measure_2"]) {
      form.elements[name] = Object.assign(new EventTarget(), { name, value: "", defaultValue: "", dataset: {} });
      form.elements.push(form.elements[name]);
    }
  });

  section.expect(["problem_2"]);

  assert.equal(section.unsaved, false);
});

test("a text for a field that is not there makes it, and is unsaved", () => {
  const { section } = setting({ "t.r.a": "8" }, ["note:t.r.a", "source:t.r.a"]);

  section.put({ "note:t.r.a": "其中修订 16 件", "source:t.r.a": "" });

  assert.deepEqual([section.values["note:t.r.a"], "source:t.r.a" in section.values, section.unsaved], ["其中修订 16 件", false, true]);
});
