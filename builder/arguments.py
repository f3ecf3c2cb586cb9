"""What may be said on the command line, and the help that says so."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from typing import Any

from builder import __version__

_ABOUT = "Make a briefing dossier of a folder of saved news articles."
_REVIEW = "show the names that nobody knows yet, with whom they may mean, and write down what you decide"
_REVIEW_EXAMPLES = """On a terminal it asks, one name after the other, and writes each answer to knowledge/ at once.

  python -m builder review --list
  python -m builder review --accept "A. Public=jane-public" --ignore "Grand Port"
  python -m builder review --new "جين ببلك=Jane Public" --not "J. Public=jane-public-senator"

Exit 0 when the decisions were written or nothing is open, 1 when names are open, 2 for wrong use."""
_ADD = "put articles into seeds/, each under a readable name and with its sidecar, and say what was read"
_ADD_EXAMPLES = """All of them are read and compared with the seeds that are there before the first is written;
when one cannot be added, none is. What is given stays where it is.

  python -m builder add ~/Downloads/visit.html --url https://example.org/visit
  python -m builder add https://example.org/visit saved/ --dry-run

Exit 0 when all is added or was there before, 1 when something cannot be added, 2 for wrong use."""


def read_arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Read the words of the command line. Wrong ones end the process with their usage and exit code 2."""
    return _parser().parse_args(arguments)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m builder", description=_ABOUT)
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    summary = "say line by line what was read of an article, and why"
    command = commands.add_parser("explain", help=summary, description=summary)
    command.add_argument("article", metavar="ARTICLE", help="its id, its file name, or how one of them begins")
    _add_dossier(command)
    for name, summary, examples, add in (
        ("add", _ADD, _ADD_EXAMPLES, _add_add),
        ("review", _REVIEW, _REVIEW_EXAMPLES, _add_review),
    ):
        as_written = argparse.RawDescriptionHelpFormatter
        add(commands.add_parser(name, help=summary, description=summary, epilog=examples, formatter_class=as_written))
    summary = "make content/ from seeds/, knowledge/ and dossier.yml"
    command = commands.add_parser("build", help=summary, description=summary)
    command.add_argument(
        "--check", action="store_true", help="change nothing; exit 1 when content/ is not what it would be"
    )
    _add_dossier(command)
    summary = "start an empty dossier, which builds at once"
    command = commands.add_parser("new", help=summary, description=summary)
    command.add_argument("dossier", metavar="DIR", help="a folder that is not there yet, or empty")
    command.add_argument("--title", default="", help="the dossier's title; without it the folder's name")
    for name, summary in (
        ("check", "re-read every quote, link and page of content/"),
        ("serve", "preview the site and regenerate it on every change"),
    ):
        _add_dossier(commands.add_parser(name, help=summary, description=summary))
    return parser


def _add_add(command: argparse.ArgumentParser) -> None:
    command.add_argument("articles", nargs="+", metavar="FILE|FOLDER|URL", help="text, saved page, PDF, or an address")
    command.add_argument("--dossier", default=".", metavar="DOSSIER", help="the dossier's folder")
    command.add_argument("--url", type=_web_address, help="the address that the one file was saved from")
    day = "the day on which it was fetched or saved; without it that of SOURCE_DATE_EPOCH, or today"
    command.add_argument("--retrieved", metavar="DAY", type=_day, help=day)
    command.add_argument("--anyway", action="store_true", help="add copies of articles that are there, too")
    command.add_argument("--skip", action="store_true", help="leave out what cannot be added and add the others")
    command.add_argument("--dry-run", action="store_true", help="say what would be added and write nothing")
    command.add_argument(
        "--allow-private", action="store_true", help="fetch from private networks and this machine, too"
    )


def _web_address(text: str) -> str:
    if not text.startswith(("http://", "https://")):
        raise argparse.ArgumentTypeError("begin it with https://")
    return text


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no day, such as 2024-01-30") from error


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


def _add_dossier(command: argparse.ArgumentParser) -> None:
    command.add_argument("dossier", nargs="?", default=".", metavar="DOSSIER", help="the dossier's folder")
