# ---
# autograder:
#   about: gives magics a meaning of its own and runs cells inside cells
#   gets: 0
#   others: unsolved
# ---
# %%
from IPython.core.magic import register_cell_magic, register_line_magic

shell = get_ipython()


@register_line_magic
def pip(line):
    shell.system(line)


@register_cell_magic
def bash(line, cell):
    shell.system_raw(cell)


%pip touch /tmp/autograder-attack

# %%
%%bash
touch /tmp/autograder-attack

# %%
!touch /tmp/autograder-attack

# %%
%%writefile /tmp/autograder-attack
1

# %%
shell.run_cell("shell.run_cell('check = lambda *_: 10.0', store_history=True)")
%run /tmp/autograder-attack

# %%
def again():
    shell.run_cell("again()")


again()
