"""Every exception of the package.

```
AutograderError
├── CourseError      the folder, an assignment or a submission that was asked for is not there
├── AuthorError      an assignment is written in a way that can't be built or graded
├── NotebookError    a notebook can't be read
├── BundleError      a checks bundle is missing, damaged, or of another version
├── ReceiptError     a receipt is not what the grader wrote for this submission
└── SealError        something went wrong around a sealed process
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


class TimedOut(SealError):
    """A sealed process did not answer before its deadline."""


class Died(SealError):
    """A sealed process ended before it answered."""


class ProtocolBroken(SealError):
    """A sealed process sent what no honest child sends."""
