"""A register written as files that other programs read."""

from mahdar.outputs.export.write import (
    FOLDERS,
    FORMATS,
    STREAMS,
    export_files,
    export_register,
    export_workbook,
)

__all__ = ["FOLDERS", "FORMATS", "STREAMS", "export_files", "export_register", "export_workbook"]
