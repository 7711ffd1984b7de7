"""Everything a generated client does at run time; it knows no particular API.

Policy (`engine`, `paging`, `batching`, `origin`, `arguments`) does no I/O. Two short
drivers perform its steps, one with blocking calls and one with `await`.
"""
