"""Every exception of the package.

```
AutograderError
├── CourseError      the folder, an assignment or a submission that was asked for is not there
├── AuthorError      an assignment is written in a way that can't be built or graded
├── NotebookError    a notebook can't be read
├── BundleError      a checks bundle is missing, damaged, or of another version
├── ReceiptError     a receipt is not what the grader wrote for this submission
└── SealError        something went wrong around a sealed process
    └── SealFault        for which its code is to blame
        ├── TimedOut         it did not answer before its deadline
        ├── Died             it ended (crash, out of memory, exit)
        └── ProtocolBroken   it sent what no honest child sends
```
Each message names the offending value and the next step, and is fit to be shown as it is.
"""

from __future__ import annotations


class AutograderError(Exception):
    """The base of every error that this package raises on purpose."""


class CourseError(AutograderError):
    """The folder, the assignment or the submission that was asked for is not there."""


class AuthorError(AutograderError):
    """An assignment is written in a way that can't be built or graded."""


class NotebookError(AutograderError):
    """A notebook can't be read."""


class BundleError(AutograderError):
    """A checks bundle is missing, damaged, or of another version."""


class ReceiptError(AutograderError):
    """A receipt is not what the grader wrote for this submission."""


class SealError(AutograderError):
    """Something went wrong around a sealed process."""


class SealFault(SealError):
    """What the code in a sealed process is to blame for; any other SealError is a fault of ours."""


class TimedOut(SealFault):
    """A sealed process did not answer before its deadline."""


class Died(SealFault):
    """A sealed process ended before it answered."""


class ProtocolBroken(SealFault):
    """A sealed process sent what no honest child sends."""
