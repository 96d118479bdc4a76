// What falls due this month, on the first page; when that is nothing, the next five. Lists of months come as scripts.
// When the scripts of every page have run, whichever stands first.
document.addEventListener("DOMContentLoaded", () => {
  "use strict";

  const MOST = 12, NEXT = 5;
  const box = /** @type {HTMLElement} */ (document.querySelector("[data-zk-soon]"));
  if (!box) {
    return;
  }
  const root = box.dataset.zkRoot || "";
  const months = (box.dataset.zkMonths || "").split(" ");
  const { between, left, state } = zerenku.days;
  const { make, script } = zerenku.box;
  const today = zerenku.days.today();
  const month = today.slice(0, 7);
  /** @typedef {[string, string, string, string, string, string, string]} Row day, what, address, source, owner, plan's end, returned */
  /** @type {Record<string, {total: number, rows: Row[]}>} */
  const lists = {};

  /** @type {any} */ (window).zerenkuDue = (/** @type {string} */ name, /** @type {number} */ total, /** @type {Row[]} */ rows) => {
    lists[name] = { total, rows: rows.filter((row) => !zerenku.expired.over(row[5])) };
  };

  /** The list of a month, null when it did not come. @param {string} name @returns {Promise<{total: number, rows: Row[]} | null>} */
  function bring(name) {
    const come = () => lists[name] || null;
    return script(root + "assets/zerenku/due/" + name + ".js").then(come, come);
  }

  /** The next few after this month, from as many months as it takes. @param {string[]} ahead @param {Row[]} found @returns {Promise<Row[]>} */
  function gather(ahead, found) {
    if (found.length >= NEXT || !ahead.length) {
      return Promise.resolve(found.slice(0, NEXT));
    }
    return bring(ahead[0]).then((list) => gather(ahead.slice(1), found.concat(list ? list.rows : [])));
  }

  /** @param {Row} row */
  function line([day, what, address, source, owner, , returned]) {
    const [year, number, date] = day.split("-").map(Number);
    const days = between(today, day);
    const item = make("li", "zk-entry", "");
    item.dataset.state = state(days, "over");
    const link = /** @type {HTMLAnchorElement} */ (make("a", "zk-do", what));
    link.href = root + address;
    const words = make("span", "zk-left", left(days, "已过期限"));
    const time = make("time", "zk-soon__day", (day.slice(0, 4) === today.slice(0, 4) ? "" : year + "年") + number + "月" + date + "日前");
    time.setAttribute("datetime", day);
    item.append(time, " ", words, " ", link);
    if (returned) {
      item.append(" ", make("span", "zk-returned", returned));
    }
    item.append(make("span", "zk-entry__owner", make("span", "zk-soon__owner", owner), " ", make("span", "zk-soon__source", source)));
    return item;
  }

  /** @param {string} title @param {string} says @param {Row[]} rows @param {string} more where there is more, by month */
  function show(title, says, rows, more) {
    const find = (/** @type {string} */ name) => /** @type {HTMLElement} */ (box.querySelector("[data-zk-soon-" + name + "]"));
    find("title").textContent = title;
    find("says").textContent = says;
    find("list").replaceChildren(...rows.map(line));
    const link = /** @type {HTMLAnchorElement} */ (make("a", "", more ? "看全月" : "看全部时限"));
    link.href = root + (more ? "calendar/" + more + ".html" : "deadlines.html");
    find("says").append(" ", link);
    box.hidden = false;
  }

  (months.includes(month) ? bring(month) : Promise.resolve(null)).then((list) => {
    if (list && list.rows.length) {
      // What is still to come first: the reader can do something about it.
      const ahead = list.rows.filter((row) => row[0] >= today), gone = list.rows.filter((row) => row[0] < today);
      const rows = ahead.concat(gone).slice(0, MOST).sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0));
      show("本月到期", rows.length < list.total ? "列出 " + rows.length + " 项。" : "共 " + rows.length + " 项。", rows, month);
      return;
    }
    gather(months.filter((name) => name > month), []).then((rows) => {
      const says = rows.length ? "本月没有到期的事项，接下来的 " + rows.length + " 项是：" : "本月没有到期的事项，往后也没有写明日期的。";
      show("本月到期", says, rows, "");
    });
  });
});
