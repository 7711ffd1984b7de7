"""Edits of playlists: which ones lead from one content to another, and how they run."""
