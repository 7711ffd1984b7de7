"""Two descriptions to what the step between them means for users of the client.

May import `findings`, `naming`, `dialect`, `ir` and `emit`.
"""
