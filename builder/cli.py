"""The command line: reads arguments, prints, and turns results into exit codes.

Exit 0: done. 1: findings, or articles that could not be built. 2: wrong use.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator, Sequence, Sized
from datetime import UTC, date, datetime
from io import TextIOWrapper
from pathlib import Path

from builder.adding import Added, Wish, add
from builder.arguments import read_arguments
from builder.errors import BuilderError, InputErrors, Problem
from builder.explaining import explain
from builder.memory import Memory
from builder.models import Decision, Finding, Review
from builder.news import finding_lines, news_lines, open_lines, page_lines
from builder.pipeline import Built, Desk, Remembers, build, check, compare, decide, open_desk
from builder.review import Editor, as_json, as_text, converse, is_open, summary
from builder.serve import serve
from builder.starting import start

DONE, FINDINGS, WRONG_USE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal without Arabic shows escapes instead of ending the run
            stream.reconfigure(errors="backslashreplace")
    options = read_arguments(arguments)
    folder = Path(options.dossier)
    if not folder.is_dir() and options.command != "new":
        print(f"{options.dossier}: is no folder; give the folder that holds dossier.yml", file=sys.stderr)
        return WRONG_USE
    commands = {
        "add": _add,
        "build": _build,
        "check": _check,
        "explain": _explain,
        "new": _new,
        "review": _review,
        "serve": _serve,
    }
    try:
        return commands[options.command](folder, options)
    except InputErrors as error:
        _print_problems(error.problems)
        print("nothing was changed", file=sys.stderr)
        return FINDINGS
    except (BuilderError, OSError) as error:
        print(f"error: {_reason(error, folder)}", file=sys.stderr)
        return FINDINGS


def _reason(error: BuilderError | OSError, folder: Path) -> str:
    """The message of an error, and of one of the system's what it is about: a folder that may not be read, say."""
    if isinstance(error, OSError):
        return f"{error.filename or folder}: {error.strerror}; nothing was changed"
    return str(error)


def _review(folder: Path, options: argparse.Namespace) -> int:
    """Write what was decided on the command line; else ask on a terminal; else show. Exit 1 while anything is open."""
    desk = open_desk(folder, _show_progress)
    _print_problems(desk.failed)
    if options.said:
        desk = decide(desk, options.said)
        if not options.json and not options.list:
            print(f"{len(options.said)} written to knowledge/; build to see them. {summary(desk.review)}")
            return FINDINGS if desk.failed else DONE
    if options.json:
        print(as_json(desk.review))
    elif options.list or not (sys.stdin.isatty() and sys.stdout.isatty()):
        for line in as_text(desk.review):
            print(line)
    else:
        written = _ask(desk)
        print(f"{written} written to knowledge/; build to see them" if written else "nothing was changed")
        return FINDINGS if desk.failed else DONE
    return FINDINGS if desk.failed or is_open(desk.review) else DONE


def _ask(desk: Desk) -> int:
    def write(decision: Decision) -> Review:
        nonlocal desk
        desk = decide(desk, [decision])
        return desk.review

    return converse(desk.review, Editor(input, print, write))


def _new(folder: Path, options: argparse.Namespace) -> int:
    title = options.title.strip() or folder.resolve().name.replace("-", " ").replace("_", " ").strip().capitalize()
    written = start(folder, title or "New dossier")
    print(f"{len(written)} files in {folder}: dossier.yml says what it is, knowledge/ whom you know already")
    for verb, what in (
        ("add FILE|FOLDER|URL --dossier", "put articles into it"),
        ("build", "make its pages, also before the first article"),
        ("serve", "see them at http://127.0.0.1:8000"),
    ):
        print(f"  python -m builder {verb} {folder}   {what}")
    return DONE


def _add(folder: Path, options: argparse.Namespace) -> int:
    if options.url and (len(options.articles) != 1 or not Path(options.articles[0]).is_file()):
        print("--url is the address of one file; give that file alone", file=sys.stderr)
        return WRONG_USE
    wish = Wish(
        arguments=tuple(options.articles),
        retrieved=(options.retrieved or _today()).isoformat(),
        url=options.url or "",
        allow_private=options.allow_private,
        anyway=options.anyway,
        skip=options.skip,
        dry_run=options.dry_run,
    )
    added = add(folder, wish, _show_progress)
    _report_added(added)
    return FINDINGS if added.problems else DONE


def _today() -> date:
    """This day, or that of SOURCE_DATE_EPOCH, with which the same command does the same again on another day."""
    moment = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(moment), UTC).date() if moment.isdigit() else date.today()


def _report_added(added: Added) -> None:
    for addition in added.additions:
        print("" if added.is_written else "not added: " if added.problems else "would be added: ", end="")
        print(addition.source)
        for line in addition.lines:
            print(line)
        print()
    for name, source in added.there:
        print(f"{name}: is {'there already, as' if source.startswith('seeds/') else 'the same as'} {source}")
    for name in added.left:
        print(f"{name}: is no article and was left where it is")
    _print_problems(added.problems)
    count, unknown = len(added.additions), sum(addition.unknown for addition in added.additions)
    if added.is_written:
        known = "1 name is" if unknown == 1 else f"{unknown} names are"
        names = f"; {known} not known yet: review asks about them" if unknown else ""
        print(f"{count} added to seeds/; build to see {'it' if count == 1 else 'them'}{names}")
    elif added.problems:
        others = "; --skip adds the others" if count else ""
        print(f"{len(added.problems)} cannot be added, so nothing was{others}", file=sys.stderr)
    else:
        print("nothing was changed")


def _build(folder: Path, options: argparse.Namespace) -> int:
    return _compare(folder) if options.check else _rebuild(folder)


def _rebuild(folder: Path, memory: Remembers | None = None) -> int:
    built = build(folder, _show_progress, memory)
    _report(built)
    return FINDINGS if built.failed or built.written.refused else DONE


def _compare(folder: Path) -> int:
    """Name every page that a build would touch. Exit 1 when there is one, or when a build would fail."""
    built = compare(folder, _show_progress)
    written = built.written
    _print_problems((*built.failed, *written.refused))
    for verb, paths in (("add", written.added), ("change", written.changed), ("remove", written.removed)):
        for path in paths:
            print(f"would {verb} content/{path}")
    if built.failed or written.refused or written.added or written.changed or written.removed:
        print("content/ is not what the dossier builds today; build, and commit content/", file=sys.stderr)
        return FINDINGS
    print("content/ is what the dossier builds today")
    return DONE


def _print_problems(problems: Iterable[Problem]) -> None:
    for problem in problems:
        print(f"error: {problem}", file=sys.stderr)


def _report(built: Built) -> None:
    written, dossier = built.written, built.dossier
    _print_problems((*built.failed, *written.refused))
    for line in (
        *page_lines("added", written.added),
        *page_lines("changed", written.changed),
        *page_lines("removed", written.removed),
        *news_lines(built.former, dossier),
        *finding_lines(dossier),
        *open_lines(dossier),
    ):
        print(line)
    print(
        f"{_counted(dossier.articles, 'article')}, {_counted(dossier.entities, 'name')}, "
        f"{_counted(dossier.register, 'agreement')}; pages: {len(written.added)} added, "
        f"{len(written.changed)} changed, {len(written.removed)} removed" + _after_failures(built)
    )


def _counted(things: Sized, one: str) -> str:
    return f"{len(things)} {one}" if len(things) == 1 else f"{len(things)} {one}s"


def _after_failures(built: Built) -> str:
    if not built.failed:
        return ""
    what = "lists, topics and data stay as they were" if built.held else "no page was removed"
    return f"; {len(built.failed)} to mend, until then {what}"


def _check(folder: Path, _: argparse.Namespace) -> int:
    findings = check(folder)
    _print_findings(findings)
    problems = [finding for finding in findings if finding.level == "problem"]
    print(f"{len(problems)} problems" if problems else "every quote, link and page is right")
    return FINDINGS if problems else DONE


def _explain(folder: Path, options: argparse.Namespace) -> int:
    explained = explain(folder, options.article)
    for line in explained.lines:
        print(line)
    if explained.lines:
        return DONE
    near = f"; did you mean {', '.join(explained.near)}?" if explained.near else ", and none has a name like it"
    print(f"{options.article}: names no single article of {folder}{near}", file=sys.stderr)
    return WRONG_USE


def _print_findings(findings: Iterable[Finding]) -> None:
    for finding in findings:
        print(f"{finding.level}: {finding.where}: {finding.text}")


def _serve(folder: Path, _: argparse.Namespace) -> int:
    memory: Remembers = Memory()
    return serve(folder, lambda: _rebuild(folder, memory))


def _show_progress(seeds: Sequence[Path]) -> Iterator[Path]:
    """Show how far reading is: a bar on a terminal, nothing elsewhere, where the closing lines say it."""
    if not sys.stderr.isatty():
        yield from seeds
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(seeds, description="Reading articles", console=Console(stderr=True), transient=True)
