// The table of all duties: filter by text, plan, department and certainty; sort by due date; keep the choice in the address.
(function () {
  "use strict";

  const form = document.querySelector("[data-zk-filters]");
  const table = document.querySelector("[data-zk-duties]");
  if (!form || !table) {
    return;
  }
  const body = table.tBodies[0];
  const rows = Array.from(body.rows).map((row, index) => ({
    row,
    index,
    text: row.textContent.replace(/\s+/g, "").toLowerCase(),
    departments: row.dataset.departments.split(" "),
    due: row.dataset.sortDue || "9999",
  }));
  const fields = ["q", "plan", "department", "certainty", "sort"];

  function chosen() {
    const values = {};
    for (const name of fields) {
      values[name] = form.elements[name].value.trim();
    }
    return values;
  }

  function fits(item, values, words) {
    return (!values.plan || item.row.dataset.plan === values.plan)
      && (!values.department || item.departments.includes(values.department))
      && (!values.certainty || item.row.dataset.certainty === values.certainty)
      && words.every((word) => item.text.includes(word));
  }

  function order(values) {
    const sorted = rows.slice();
    if (values.sort === "due") {
      sorted.sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : a.index - b.index));
    }
    return sorted;
  }

  let sortedBy = "";
  function apply() {
    const values = chosen();
    const words = values.q.toLowerCase().split(/\s+/).filter(Boolean);
    let count = 0;
    for (const item of rows) {
      const shown = fits(item, values, words);
      item.row.hidden = !shown;
      count += shown ? 1 : 0;
    }
    if (values.sort !== sortedBy) {
      body.append(...order(values).map((item) => item.row));
      sortedBy = values.sort;
    }
    document.querySelector("[data-zk-count]").textContent = count === rows.length ? "共 " + count + " 项" : "符合条件 " + count + " 项，共 " + rows.length + " 项";
    document.querySelector("[data-zk-empty]").hidden = count > 0;
    remember(values);
  }

  /** The choice goes into the address, so that it can be sent on; a browser that forbids it on file:// loses nothing else. */
  function remember(values) {
    const query = new URLSearchParams();
    for (const name of fields) {
      if (values[name]) {
        query.set(name, values[name]);
      }
    }
    const text = query.toString();
    try {
      history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
    } catch (error) {
      // Old Chromium: the address of a file may not be rewritten.
    }
  }

  const asked = new URLSearchParams(location.search);
  for (const name of fields) {
    if (asked.has(name)) {
      form.elements[name].value = asked.get(name);
    }
  }
  form.addEventListener("input", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply, 0));
  form.hidden = false;
  apply();
})();
