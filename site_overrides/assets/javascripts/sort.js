/*
 * Tables that sort: the heads of the columns become buttons. A cell sorts by its data-sort (days of a date, a number)
 * or else by its words; what is not stated comes last in either order. Without this script the table is as it was built.
 */
"use strict";
{
  const compare = new Intl.Collator(document.documentElement.lang, { numeric: true }).compare;

  const keyOf = (row, column) => {
    const cell = row.cells[column];
    const unstated = cell.querySelector(":scope > .unknown:only-child");
    return cell.dataset.sort ?? (unstated ? "" : cell.textContent.trim());
  };

  const sort = (table, column, ascending) => {
    const rows = [...table.tBodies[0].rows];
    rows.sort((a, b) => {
      const [first, second] = [keyOf(a, column), keyOf(b, column)];
      if (!first || !second) {
        return (second ? 1 : 0) - (first ? 1 : 0);
      }
      return ascending ? compare(first, second) : compare(second, first);
    });
    table.tBodies[0].append(...rows);
  };

  const choose = (table, head) => {
    const ascending = head.getAttribute("aria-sort") !== "ascending";
    for (const other of table.tHead.rows[0].cells) {
      other.removeAttribute("aria-sort");
    }
    head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
    sort(table, head.cellIndex, ascending);
  };

  for (const table of document.querySelectorAll(".sortable table")) {
    for (const head of table.tHead.rows[0].cells) {
      const made = document.createElement("button");
      made.type = "button";
      made.className = "sort";
      made.append(...head.childNodes);
      made.addEventListener("click", () => choose(table, head));
      head.append(made);
    }
  }
}
