"""The readers' site as readers get it: a whole newsroom behind a real server, looked at by real tools."""
