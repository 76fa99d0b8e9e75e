"""Quality estimation: what a whole text loses where no single finding can be pointed at."""
