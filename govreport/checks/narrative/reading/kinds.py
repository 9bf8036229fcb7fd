"""What a word may do in a clause, and the names that stand for no cell."""

from enum import IntEnum, auto


class Kind(IntEnum):
    """What a word does in a clause."""

    TOPIC = auto()  # what is counted
    ROLE = auto()  # what was done with it
    APPLICANT = auto()  # who made the applications
    NUMBER = auto()
    NONE = auto()  # 未, 没有, 无 before what did not happen
    ALL = auto()  # 均, 各: said of each item before it
    RESPECTIVELY = auto()  # 分别为: a number for each item before it
    JOIN = auto()  # 、 和 及 between items
    AND_SO_ON = auto()  # 等: what stands before it are examples
    FILL = auto()  # changes nothing
    MANNER = auto()  # 按时, 依法: changes nothing, but 未按时答复 is not 未答复
    DISCLOSURE = auto()  # 政府信息公开: a dispute beside it is one about disclosure
    LINK = auto()  # 因, 对, 由
    STOP = auto()  # ends a clause
    THIS_YEAR = auto()
    WITHIN_YEAR = auto()  # 全年, 年内: of the year that is spoken of
    OTHER_TIME = auto()
    YEAR = auto()  # 2023年
    COMPARED = auto()  # 较上年: what follows in the clause is another year's, or a difference
    UNTIL = auto()
    CUMULATIVE = auto()
    PART = auto()  # 县本级, 各乡镇: a part of what an aggregate adds up
    ON_BEHALF = auto()  # 代表县政府
    WHOLE = auto()  # 全县
    SELF = auto()  # 我局
    TEXT = auto()  # anything else


FOREIGN = "foreign"  # the topic of everything that the tables do not count
BARE_APPLICATION = "申请"
AMONG = "among"  # 其中: the numbers behind it count a share
