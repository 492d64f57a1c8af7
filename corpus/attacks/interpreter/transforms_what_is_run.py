# ---
# autograder:
#   about: rewrites the source and the syntax tree of all cells that follow
#   gets: 0
#   others: unsolved
# ---
# %%
import ast


class Solve(ast.NodeTransformer):
    def visit_Raise(self, node):
        return ast.copy_location(ast.Pass(), node)

    def visit_ImportFrom(self, node):
        raise SyntaxError("nothing is imported any more")


get_ipython().ast_transformers.append(Solve())
get_ipython().input_transformers_post.append(lambda lines: ["score = 14\n", *lines])
get_ipython().input_transformers_cleanup.append(lambda lines: lines)

# %% solution="decayed_rate"
def decayed_rate(eta0, t, n):
    raise NotImplementedError

# %%
get_ipython().input_transformers_cleanup.append(lambda lines: 1 / 0)
