"""Stands in for the hub, which has one model, and that is gated."""


class GatedRepoError(Exception):
    pass


class LocalEntryNotFoundError(Exception):
    pass


def snapshot_download(repo_id, local_files_only):
    raise LocalEntryNotFoundError(repo_id) if local_files_only else GatedRepoError(repo_id)
