// A calendar of the chosen duties (RFC 5545), made in the browser: what falls due from today on, whole days, an alarm
// three days before. The id of an event is that of the calendars of the site, and stays as long as its duty, rule and
// day do: saved again, from here or there, it replaces itself.

/**
 * @typedef {{id: string, do: string, ask: string, source: string, record?: string, issued?: string, days?: FirmDue[]}} Told
 *   a duty in plain text, with its days
 */

var zerenkuCalendar = (function () {
  "use strict";

  const MAKER = "-//zerenku//enterprise choice//ZH";

  const escaped = (/** @type {string} */ text) => text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");

  /** Lines of at most 75 bytes, as the standard asks; a character is never cut. @param {string} line */
  function folded(line) {
    /** @type {string[]} */
    const lines = [];
    let current = "";
    let size = 0;
    for (const sign of line) {
      const code = sign.codePointAt(0) || 0;
      const bytes = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
      if (size + bytes > 74) {
        lines.push(current);
        current = "";
        size = 0;
      }
      current += sign;
      size += bytes;
    }
    return lines.concat(current).join("\r\n ");
  }

  const compact = (/** @type {string} */ iso) => iso.replace(/-/g, "");

  /** @param {string} iso */
  function dayAfter(iso) {
    const [year, month, day] = iso.split("-").map(Number);
    return new Date(Date.UTC(year, month - 1, day + 1)).toISOString().slice(0, 10);
  }

  /** @param {Told} entry @param {FirmDue} due @param {string} day @param {string} uid */
  function event(entry, due, day, uid) {
    const what = due.what || entry.do;
    const notes = [entry.do, due.note ? "时限：" + due.note : "", entry.record ? "留什么记录：" + entry.record : "",
      entry.ask, "依据：" + entry.source, "文字系摘编，以原文为准。"];
    return [
      "BEGIN:VEVENT", "UID:" + uid + "@zerenku", "DTSTAMP:" + compact(entry.issued || "2000-01-01") + "T000000Z",
      "DTSTART;VALUE=DATE:" + compact(day), "DTEND;VALUE=DATE:" + compact(dayAfter(day)),
      ...(due.rule ? ["RRULE:" + due.rule] : []),
      "SUMMARY:" + escaped(what), "DESCRIPTION:" + escaped(notes.filter(Boolean).join("\n")), "TRANSP:TRANSPARENT",
      "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:" + escaped(what), "TRIGGER:-P3D", "END:VALARM", "END:VEVENT",
    ];
  }

  /** The last day of a rule, without dashes. */
  const end = (/** @type {string} */ rule) => (/UNTIL=(\d+)/.exec(rule) || ["", ""])[1];

  /** Events of one duty from `today` on: one with a rule where there is one, otherwise one a day.
   * @param {Told} entry @param {string} today */
  function events(entry, today) {
    /** @type {string[]} */
    const lines = [];
    for (const due of entry.days || []) {
      const key = due.key || "";
      if (due.rule) {
        if (end(due.rule) >= compact(today)) {
          // Of what is due by the day or week only the first day is told.
          const first = due.days.find((day) => day >= today) || due.days[0];
          lines.push(...event(entry, due, first, entry.id + key));
        }
        continue;
      }
      for (const day of due.days.filter((item) => item >= today)) {
        lines.push(...event(entry, due, day, entry.id + key + "-" + compact(day)));
      }
    }
    return lines;
  }

  /** The text of the calendar, or nothing when no day lies ahead.
   * @param {string} name @param {Told[]} entries @param {string} today */
  function calendar(name, entries, today) {
    const lines = entries.flatMap((entry) => events(entry, today));
    if (!lines.length) {
      return "";
    }
    const head = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:" + MAKER, "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      "X-WR-CALNAME:" + escaped(name), "X-WR-TIMEZONE:Asia/Shanghai"];
    return head.concat(lines, "END:VCALENDAR", "").map(folded).join("\r\n");
  }

  /** Hand a file over to be saved. @param {string} name @param {string} text */
  function save(name, text) {
    const address = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(address), 60000);
  }

  return { calendar, save };
})();
