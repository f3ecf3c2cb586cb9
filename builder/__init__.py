"""Turn a folder of saved news articles into a briefing dossier that MkDocs publishes.

The folder listing is the pipeline: ``read`` → ``clean`` → ``extract`` → ``assemble`` →
``render`` → ``write``; ``check`` reads what they made. ``docs/architecture.md`` has the map.
"""

__version__ = "0.1.0"
