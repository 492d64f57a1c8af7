# ---
# autograder:
#   about: leaves tasks in the event loop of the shell, and another loop in its place
#   gets: 0
#   others: unsolved
# ---
# %%
import asyncio


async def forever():
    while True:
        await asyncio.sleep(0)


task = asyncio.get_event_loop().create_task(forever())
await asyncio.sleep(0.01)

# %%
asyncio.get_event_loop().run_until_complete = lambda *_: 14.0
get_ipython().loop_runner = lambda coroutine: coroutine.close()
asyncio.set_event_loop_policy(None)

# %%
await asyncio.sleep(0)
