"""政府工作报告: an outline, and the indicators read out of its sections."""

from chronicle_parse.formats.base import BulletinFormat
from chronicle_parse.formats.work_report.detection import score
from chronicle_parse.formats.work_report.reading import read
from chronicle_parse.model import WorkReport

__all__ = ["FORMAT", "read", "score"]

FORMAT = BulletinFormat("work_report", "政府工作报告", score, read, WorkReport)
