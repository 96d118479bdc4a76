// Which duties fit a choice, and in which order: nothing here touches the page.
var zerenku = zerenku || {};

zerenku.dutyMatch = (function () {
  "use strict";

  /** The places in a place, itself included. @param {any[]} places @param {string} id */
  function within(places, id) {
    const inside = new Set([id]);
    let before = 0;
    while (inside.size > before) {
      before = inside.size;
      places.filter((place) => inside.has(place.parent)).forEach((place) => inside.add(place.id));
    }
    return inside;
  }

  /** A test of duties for a choice. @param {any} values @param {any} names @param {string} today ISO day */
  function tester(values, names, today) {
    const words = values.q.toLowerCase().split(/\s+/).filter(Boolean);
    const at = (/** @type {any[]} */ list, /** @type {string} */ id) => list.findIndex((item) => item.id === id);
    const places = values.place ? within(names.places, values.place) : null;
    const department = values.department ? at(names.departments, values.department) : null;
    const kind = values.kind ? at(names.enterprises, values.kind) : null;
    const topic = values.topic ? at(names.topics, values.topic) : null;
    const certainty = values.certainty ? at(names.certainties, values.certainty) : null;
    const every = values.every ? at(names.everies, values.every) : null;
    const due = dueTester(values, today);
    return (/** @type {any} */ duty) => (!places || places.has(duty.plan.place))
      && (!values.plan || duty.plan.id === values.plan)
      && (department === null || duty.departments.includes(department))
      && (certainty === null || duty.certainty === certainty)
      && (kind === null || duty.kinds.includes(kind))
      && (topic === null || duty.topics.includes(topic))
      && (every === null || duty.everies.includes(every))
      && (!due || duty.dues.some(due))
      && words.every((/** @type {string} */ word) => duty.text.includes(word));
  }

  /** A test of one ISO day, or null when any duty will do. @param {any} values @param {string} today */
  function dueTester(values, today) {
    switch (values.due) {
      case "month":
        return (/** @type {string} */ day) => day.slice(0, 7) === today.slice(0, 7);
      case "overdue":
        return (/** @type {string} */ day) => day < today;
      case "any":
        return () => true;
      case "range":
        return (/** @type {string} */ day) => (!values.from || day >= values.from) && (!values.to || day <= values.to);
      default:
        return null;
    }
  }

  /** A new list, by first due day when asked; what has none comes last. @param {any[]} duties @param {string} by */
  function sorted(duties, by) {
    if (by !== "due") {
      return duties.slice();
    }
    const first = (/** @type {any} */ duty) => duty.dues[0] || "9999";
    return duties.slice().sort((a, b) => (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : a.index - b.index));
  }

  /** A duty as the cells of an export, under the heads that Python gives. @param {any} duty @param {any} names */
  function cells(duty, names) {
    const all = (/** @type {any[]} */ list, /** @type {number[]} */ numbers) => numbers.map((number) => list[number].name).join("；");
    const place = names.places.find((/** @type {any} */ item) => item.id === duty.plan.place);
    return [
      place ? place.name : duty.plan.place, duty.plan.title, duty.plan.number, duty.citation, duty.task, duty.obliged,
      names.certainties[duty.certainty].name, duty.lead, duty.support, duty.dues.join("；"), duty.rules, duty.targets,
      duty.evidence, all(names.enterprises, duty.kinds), all(names.topics, duty.topics), duty.plan.id + "/" + duty.fragment,
    ];
  }

  return { tester, sorted, cells, within };
})();
