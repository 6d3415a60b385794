"""What 1C pushes: stored first (`storing`), then applied by the one reader of its entity (`applying`).

The row in the database is the truth: a request, a worker or Redis may die between the two and nothing is lost.
`results` says what became of an object, in the words of the contract.
"""
