"""The search over HTTP: JSON, read only. This package and `zerenku serve` alone know Starlette and uvicorn.

`open_edition` opens what answers are made from, `api_app` makes the ASGI application, `search.web.serving` runs it.
"""

from search.web.app import ROUTES, api_app
from search.web.edition import Edition, open_edition
from search.web.metrics import Metrics
from search.web.settings import ApiSettings

__all__ = ["ROUTES", "ApiSettings", "Edition", "Metrics", "api_app", "open_edition"]
