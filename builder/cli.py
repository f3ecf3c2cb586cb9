"""The command line: reads arguments, prints, and turns results into exit codes.

Exit 0: done. 1: findings, or articles that could not be built. 2: wrong use.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import Any

from builder import __version__
from builder.errors import BuilderError, InputErrors
from builder.models import Decision, Finding, Review
from builder.pipeline import Built, Desk, build, check, decide, explain, open_desk
from builder.review import Editor, as_json, as_text, converse, is_open, summary
from builder.serve import serve

_REVIEW = "show the names that nobody knows yet, with whom they may mean, and write down what you decide"
_REVIEW_EXAMPLES = """On a terminal it asks, one name after the other, and writes each answer to knowledge/ at once.

  python -m builder review --list
  python -m builder review --accept "A. Public=jane-public" --ignore "Grand Port"
  python -m builder review --new "جين ببلك=Jane Public" --not "J. Public=jane-public-senator"

Exit 0 when the decisions were written or nothing is open, 1 when names are open, 2 for wrong use."""
DONE, FINDINGS, WRONG_USE = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # a terminal without Arabic shows escapes instead of ending the run
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    folder = Path(options.dossier)
    if not folder.is_dir():
        print(f"{options.dossier}: is no folder; give the folder that holds dossier.yml", file=sys.stderr)
        return WRONG_USE
    commands = {"build": _build, "check": _check, "serve": _serve}
    try:
        if options.command == "explain":
            return _explain(folder, options.article)
        if options.command == "review":
            return _review(folder, options)
        return commands[options.command](folder)
    except InputErrors as error:
        for problem in error.problems:
            print(f"error: {problem}", file=sys.stderr)
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m builder", description=__doc__.splitlines()[0])
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    summary = "say line by line what was read of an article, and why"
    command = commands.add_parser("explain", help=summary, description=summary)
    command.add_argument("article", metavar="ARTICLE", help="its id, its file name, or how one of them begins")
    _add_dossier(command)
    _add_review(
        commands.add_parser(
            "review",
            help=_REVIEW,
            description=_REVIEW,
            epilog=_REVIEW_EXAMPLES,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
    )
    for name, summary in (
        ("build", "make content/ from seeds/, knowledge/ and dossier.yml"),
        ("check", "re-read every quote, link and page of content/"),
        ("serve", "preview the site and regenerate it on every change"),
    ):
        _add_dossier(commands.add_parser(name, help=summary, description=summary))
    return parser


def _add_review(command: argparse.ArgumentParser) -> None:
    shown = command.add_mutually_exclusive_group()
    shown.add_argument("--list", action="store_true", help="show the questions and ask nothing")
    shown.add_argument("--json", action="store_true", help="show them as JSON, for a script")
    for kind, metavar, text in (
        ("accept", "NAME=ID", "this name is that known person or organisation (an id, or one of its names)"),
        ("new", "NAME[=ENGLISH]", "this name is someone or something new; an Arabic name needs its English one"),
        ("not", "NAME=ID", "this name is not that one: never suggest it again"),
        ("ignore", "NAME", "this is no person and no organisation: never show it again"),
    ):
        command.add_argument(f"--{kind}", metavar=metavar, action=_Said, dest="said", default=(), help=text)
    _add_dossier(command)


class _Said(argparse.Action):
    """Keeps decisions of all kinds in the order in which they were said: one may follow from another."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        kind = (option_string or "").lstrip("-")
        setattr(namespace, self.dest, (*getattr(namespace, self.dest), (kind, values)))


def _review(folder: Path, options: argparse.Namespace) -> int:
    """Write what was decided on the command line; else ask on a terminal; else show. Exit 1 while anything is open."""
    desk = open_desk(folder, _show_progress)
    for problem in desk.failed:
        print(f"error: {problem}", file=sys.stderr)
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


def _add_dossier(command: argparse.ArgumentParser) -> None:
    command.add_argument("dossier", nargs="?", default=".", metavar="DOSSIER", help="the dossier's folder")


def _build(folder: Path) -> int:
    built = build(folder, _show_progress)
    _report(built)
    return FINDINGS if built.failed or built.written.refused else DONE


def _report(built: Built) -> None:
    written = built.written
    for problem in (*built.failed, *written.refused):
        print(f"error: {problem}", file=sys.stderr)
    for finding in built.dossier.findings:
        print(f"{finding.level}: {finding.where}: {finding.text}")
    for verb, paths in (("added", written.added), ("changed", written.changed), ("removed", written.removed)):
        for path in paths:
            print(f"{verb} content/{path}")
    print(
        f"{len(built.dossier.articles)} articles, {len(built.dossier.entities)} names, "
        f"{len(built.dossier.register)} agreements; pages: {len(written.added)} added, "
        f"{len(written.changed)} changed, {len(written.removed)} removed" + _after_failures(built)
    )


def _after_failures(built: Built) -> str:
    if not built.failed:
        return ""
    what = "lists, topics and data stay as they were" if built.held else "no page was removed"
    return f"; {len(built.failed)} to mend, until then {what}"


def _check(folder: Path) -> int:
    findings = check(folder)
    _print_findings(findings)
    problems = [finding for finding in findings if finding.level == "problem"]
    print(f"{len(problems)} problems" if problems else "every quote, link and page is right")
    return FINDINGS if problems else DONE


def _explain(folder: Path, article: str) -> int:
    explained = explain(folder, article)
    for line in explained.lines:
        print(line)
    if explained.lines:
        return DONE
    near = f"; did you mean {', '.join(explained.near)}?" if explained.near else ", and none has a name like it"
    print(f"{article}: is no one article of {folder}{near}", file=sys.stderr)
    return WRONG_USE


def _print_findings(findings: Iterable[Finding]) -> None:
    for finding in findings:
        print(f"{finding.level}: {finding.where}: {finding.text}")


def _serve(folder: Path) -> int:
    return serve(folder, lambda: _build(folder))


def _show_progress(seeds: Sequence[Path]) -> Iterator[Path]:
    """Show how far reading is: a bar on a terminal, nothing elsewhere, where the closing lines say it."""
    if not sys.stderr.isatty():
        yield from seeds
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(seeds, description="Reading articles", console=Console(stderr=True), transient=True)
