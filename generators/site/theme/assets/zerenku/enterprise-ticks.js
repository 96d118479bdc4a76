// What a firm has ticked off, kept in this browser alone; where keeping is forbidden it holds until the page is closed.
var zerenkuTicks = (function () {
  "use strict";

  const KEY = "zerenku-done";
  /** Id of a duty → the day on which it was ticked. @type {Record<string, string>} */
  let memory = {};
  let kept = true;

  function read() {
    try {
      const value = JSON.parse(localStorage.getItem(KEY) || "{}");
      memory = value && typeof value === "object" && !Array.isArray(value) ? value : {};
    } catch (error) {
      kept = false;
    }
  }

  function write() {
    try {
      localStorage.setItem(KEY, JSON.stringify(memory));
      kept = true;
    } catch (error) {
      // Forbidden on file:// or by the browser's settings, or full: ticks live as long as the page.
      kept = false;
    }
  }

  read();
  write();
  return {
    /** The day on which a duty was ticked, or nothing. @param {string} id */
    day: (id) => (Object.prototype.hasOwnProperty.call(memory, id) ? memory[id] : undefined),
    /** @param {string} id @param {boolean} done */
    set(id, done) {
      read();
      if (done) {
        memory[id] = zerenku.days.today();
      } else {
        delete memory[id];
      }
      write();
    },
    /** @param {string[]} ids */
    clear(ids) {
      read();
      ids.forEach((id) => delete memory[id]);
      write();
    },
    note: () => (kept
      ? "勾选只存在本机浏览器，不会上传。"
      : "本浏览器不让网页保存，勾选在关闭本页后消失；不会上传。"),
  };
})();
