"""The dtypes that a tensor may have where it crosses between processes."""

from __future__ import annotations

import torch

DTYPES = {
    "F16": torch.float16,
    "BF16": torch.bfloat16,
    "F32": torch.float32,
    "F64": torch.float64,
    "I8": torch.int8,
    "I16": torch.int16,
    "I32": torch.int32,
    "I64": torch.int64,
    "U8": torch.uint8,
    "BOOL": torch.bool,
}
"""What a tensor may hold, under the names that safetensors has for it."""
