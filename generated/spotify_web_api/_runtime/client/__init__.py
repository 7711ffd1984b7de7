"""The two clients, the kinds of calls, and what their options make of a session.

May import every other room but `tokens` and `transports`.
"""
