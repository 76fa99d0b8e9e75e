"""How the articles of a run are spread over processes or machines."""
