"""The build part of search: what the browser part (theme/js/search-*.js) looks into, and that part as one script."""
