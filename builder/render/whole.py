"""The finished pages become one page to print: cover, contents, topics, register, articles, sources and method.

The parts are the pages themselves. Their anchors get the name of their page, their headings go down a
level, and a link to a page that is printed leads to its place on the paper. Words of a source hold none
of the characters that are looked for here: ``text`` writes each of them as a character reference.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from builder.datewords import say_date
from builder.models import Article, Page
from builder.render.context import EXPORT, METHOD, PRINT, TIMELINE, Context, article_page, topic_page
from builder.render.frontmatter import index_matter
from builder.render.many import MOST_ARTICLES, latest_first
from builder.render.markdown import Markdown, block, bullets, element, heading, join, link, page, paragraph, text

_HEADING = re.compile(r"^(#+) ", re.MULTILINE)
_ANCHOR = re.compile(r"(\{:[^}\n]*?)#(?P<anchor>[\w-]+)")
_LINK = re.compile(r"\]\((?P<path>[^)#:\s]*)(?:#(?P<anchor>[^)\s]+))?\)")
_SECTION = re.compile(r"^(?=## )", re.MULTILINE)
# Indexes into a text that stands on the same paper, or words that do.
_LEFT_OUT = ("sources-say", "related", "named", "dates", "removed")
# On paper the list of the timeline is not folded, and what else is folded is left out.
_YEARS = re.compile(r'<details class="years"[^>]*>\s*<summary>[^<]*</summary>(?P<list>.*?)</details>', re.DOTALL)
_FOLDED = re.compile(r"<details[^>]*>.*?</details>", re.DOTALL)
_DEEPEST = 6


def render_whole(pages: Sequence[Page], context: Context) -> str:
    """The page; of very many articles the texts of the latest, and a sentence that says so."""
    say, settings = context.say, context.dossier.settings
    chosen = sorted(context.dossier.articles, key=latest_first)[:MOST_ARTICLES]
    printed = [
        *(topic_page(view.topic.id) for view in context.dossier.topics),
        TIMELINE,
        *(article_page(article.id) for article in chosen),
        METHOD,
    ]
    texts = {found.path: found.text for found in pages if found.path in printed}
    parts = [
        *_cover(context),
        heading(2, say("print.contents"), "contents"),
        _contents(printed, chosen, context),
        *(_part(path, texts[path], printed, chosen, context) for path in printed),
    ]
    return page(index_matter(say("print.title"), context, settings.scope), parts)


def _cover(context: Context) -> Iterable[Markdown]:
    say, dossier = context.say, context.dossier
    count = len(dossier.articles)
    yield heading(1, dossier.settings.title, "title")
    yield paragraph(dossier.settings.scope, class_="scope")
    told = join(" ", [say.count("print.cover", count), say("home.trust")])
    yield paragraph(told)
    if count > MOST_ARTICLES:
        words = say("print.left-out", shown=MOST_ARTICLES, total=count)
        yield paragraph(join(" ", [words, link(say("many.export"), EXPORT, PRINT)]), class_="basis")


def _contents(printed: Iterable[str], articles: Iterable[Article], context: Context) -> Markdown:
    titles = _titles(articles, context)
    items = [Markdown(f"[{titles[path]}](#{_slug(path)}-title)") for path in printed]
    return block("div", [bullets(items)], class_="contents")


def _titles(articles: Iterable[Article], context: Context) -> Mapping[str, Markdown]:
    say = context.say
    titles = {TIMELINE: text(say("timeline.title")), METHOD: text(say("method.title"))}
    titles |= {topic_page(view.topic.id): text(view.topic.title) for view in context.dossier.topics}
    for article in articles:
        date = say_date(article.dating.when, say) if article.dating else say("card.not-settled")
        told = element("span", f"({date})", class_="basis")
        titles[article_page(article.id)] = join(" ", [context.title(article), told])
    return titles


def _slug(path: str) -> str:
    """The name of a page in the anchors of its parts.

    >>> _slug("articles/a.md")
    'articles-a'
    """
    return path.removesuffix(".md").replace("/", "-")


def _part(path: str, written: str, printed: Collection[str], articles: Iterable[Article], context: Context) -> Markdown:
    """A page's body as a section of the whole, in its own language and direction."""
    spoken = {article_page(article.id): article.clean for article in articles}
    language = spoken[path].language if path in spoken else context.say.language
    body = written.split("---\n", 2)[2]
    kind = path.split("/", 1)[0].removesuffix(".md")
    moved = _moved(_shortened(body), path, printed)
    return block("section", [moved], class_=f"whole whole-{kind}", lang=language, dir=context.direction(language))


def _shortened(body: str) -> str:
    """Without what is folded away and without the sections that only repeat or index the texts."""
    opening, *sections = _SECTION.split(_FOLDED.sub("", _YEARS.sub(r"\g<list>", body)))
    return opening + "".join(_closing(s) if _is_left_out(s) else s for s in sections)


def _is_left_out(section: str) -> bool:
    found = _ANCHOR.search(section.partition("\n")[0])
    return bool(found and found["anchor"] in _LEFT_OUT)


def _closing(section: str) -> str:
    """The ends of blocks that a section closes but did not open."""
    return "</div>\n\n" * (section.count("</div>") - section.count("<div"))


def _moved(body: str, path: str, printed: Collection[str]) -> Markdown:
    """Anchors and links as they are on the page to print."""
    lowered = _HEADING.sub(lambda found: "#" * min(len(found[1]) + 1, _DEEPEST) + " ", body)
    named = _ANCHOR.sub(lambda found: f"{found[1]}#{_slug(path)}-{found['anchor']}", lowered)
    return Markdown(_LINK.sub(lambda found: _aimed(found, path, printed), named))


def _aimed(found: re.Match[str], path: str, printed: Collection[str]) -> str:
    """A link to a printed page leads to its place here; any other one to its page."""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), found["path"])) if found["path"] else path
    if target in printed:
        return f"](#{_slug(target)}-{found['anchor'] or 'title'})"
    return f"]({target}{'#' + found['anchor'] if found['anchor'] else ''})"
