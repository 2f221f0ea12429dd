"""The shapes of dates: one point in time, what joins two of them, and what may hang on behind.

A *point* is read by one verbose pattern whose groups name its parts (`year`, `month`, `day` …). A unit sign may be missing
where the next number of a range or list brings it: the 6 of 12月6-7日. What the numbers mean is said in `reading`.
"""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from re import Pattern

from chronicle_parse.lexicon import rows, words
from chronicle_parse.patterns import any_of, verbose

SP = r"[ \u3000]{0,2}"
"""Stray blanks inside a date."""

SEP = rf"(?:{SP}(?:起|开始)?(?:[-－‐–—―─~～〜∼]{{1,4}}|至|到){SP})"
"""Between the ends of a range."""

MONTH = r"(?:1[0-2]|0?[1-9](?!\d)|十[一二]?|[一二三四五六七八九元])"
DAY = r"(?:3[01]|[12]\d|0?[1-9](?!\d)|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?|[一二三四五六七八九])"
ZERO = "〇零○OoОО"
DIGIT = f"[{ZERO}0一二三四五六七八九]"
YEAR = rf"(?:(?:1\d|20|21)\d\d|[一二]{DIGIT}{{3}})"
SHORT_YEAR = rf"(?:\d\d|{DIGIT}{{2}})"
REIGN = r"(?:元|\d{1,2}|1[0-4]\d|一百(?:零?[一二三四五六七八九]|一?[一二三四]?十[一二三四五六七八九]?)|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
CONSECUTIVE = [a + b for a, b in pairwise("一二三四五六七八九")]
"""七八月: two months in a row without a sign between them."""
COUNT = r"(?:1[0-2]|[1-9]|十[一二]?|[一二两三四五六七八九])"
WEEKDAY = r"(?:星期|礼拜|周)[一二三四五六日天]"
CLOSE = r"[)）]"
NOT_BEGINNING = "[一二三四五六七八九十中级步次审选赛始心衷春夏秋冬]"
"""What makes 初 behind a year or month no beginning: 三月初三, 2021年初中毕业生."""
NOT_END = "[线座部层蕴色数气]"
STANDS_ALONE = r"(?=[,，。;；:：、\s至到—~-]|$)"


@cache
def point() -> Pattern[str]:
    """One point in time, any of its levels left out; may match nothing."""
    era = any_of(words("eras"))
    return verbose(rf"""
        (?: # the year; in brackets behind it the same year of another calendar
            (?:公元)? (?P<year>{YEAR}) (?: {SP}年(?!代)(?:度|份)? | (?=(?:{SEP}|{SP}、{SP}){SHORT_YEAR}{{1,2}}{SP}年) ) (?:[(（]{era}{REIGN}年{CLOSE})?
          | (?P<old>{REIGN}) {SP}年{SP} [(（](?:公元)?(?P<modern>(?:1[6-9]|20)\d\d)年?{CLOSE}     # 三十四年(1945)
          | (?P<republic>1[01]\d) {SP}年{SP} (?=\d{{1,2}}{SP}月)     # 112年1月1日: three digits are a year of the Republic
          | (?P<short>{SHORT_YEAR}) {SP}年(?!代)
          | (?P<era>{era}) (?P<reign>{REIGN}) {SP}年(?!代) (?:{SP}[(（](?:公元)?(?:{YEAR}|[5-9]\d\d)年?{CLOSE})?
          | (?P<ryear>{any_of(words("date_words", unit="year"))}) (?![轻纪级龄])
        )?
        (?: 的(?=(?:\d{{1,2}}|[一二三四五六七八九十]{{1,2}}){SP}[月季]|第.季|[上下]半年|[春夏秋冬][季天]) | [ \u3000]{{0,4}} )
        (?: # the month, or what stands in its place
            (?P<month>{MONTH}|1[3-9](?={SP}月{SP}\d{{1,2}}{SP}[日号]))
            (?: {SP}月份? | (?={SEP}(?:次年|翌年)?{MONTH}{SP}月) | (?=(?:、{SP}{MONTH}){{1,11}}{SP}月) )
          | (?P<pair>{"|".join(CONSECUTIVE)}) 月(?:份|间)?
          | (?P<rmonth>{any_of(words("date_words", unit="month"))}) 份? (?![球亮])
          | (?P<quarterword> (?: (?P<latin>Q) | 第? ) (?P<quarter>[1-4一二三四首])
              (?(latin) (?:季度)? | (?: 个?{SP}季度 | (?=(?:、|{SEP})第?[1-4一二三四]季度) ) ) )
          | [前头] (?P<upto>{COUNT}) (?: 个? (?P<uptoquarter>季度) | 个?月(?!内|来|间) )
          | (?P<half>[上下]半年)
          | (?P<season>[初仲早暮深盛]?[春夏秋冬] (?: 末夏初|夏之交|秋之交|冬之交|[季天初末] )?)
          | 年? (?P<yearpart>初(?!{NOT_BEGINNING})|底(?!{NOT_END})|末|终|中{STANDS_ALONE}|内(?=[\s,，。;；完建实新将力全]))
          | (?P<monthpart>月(?:初(?!{NOT_BEGINNING})|底(?!{NOT_END})|末|中{STANDS_ALONE}))
        )?
        {SP}
        (?: # the day, or a part of the month
            (?P<day>{DAY}|(?(month)[3-9]\d)|(?(rmonth)[3-9]\d))
            (?: {SP}[日号]
              | (?=(?:(?:{SEP}|{SP}、{SP}|(?(month),|(?!))){DAY}){{1,14}}{SP}[日号])
              | (?={SEP}{MONTH}{SP}月) (?(month)|(?!))
            )
          | (?P<part>[上中下]旬|上中旬|中下旬|[上下]半月|初(?!{NOT_BEGINNING})|底(?!{NOT_END})|末|中{STANDS_ALONE})
        )?
    """)


@cache
def iso() -> Pattern[str]:
    """2021-12-06, 2019.05.06, 2023/3/5, and with the day left out 2021.03, or 1958.7—建厂 and 1958.7 建厂."""
    return verbose(r"""
        (?P<year>(?:1[6-9]|20|21)\d\d)
        (?: (?P<by>[-./]) (?P<month>\d{1,2}) (?P=by) (?P<day>\d{1,2}) | [-./] (?P<bare>0[1-9]|1[0-2]|(?<=\.)[1-9](?=[—–─]{1,2}\p{Han}|[ \t]+\p{Han})) )
        (?! \d | (?(by)(?P=by)|[./]) (?!\d{4}[-./]\d) \d | [/_A-SU-Za-z%％] | [ ]?[年月万亿元] )
    """)


@cache
def compact() -> Pattern[str]:
    """20180315, read only where a date must stand."""
    return verbose(r"(?P<year>(?:19|20)\d\d) (?P<month>0[1-9]|1[0-2]) (?P<day>0[1-9]|[12]\d|3[01]) (?![\d.])")


@cache
def short() -> Pattern[str]:
    """Month and day alone, 05-06 or 5.22-5.28, read only where a date must stand; also 1.22日, with a sign for the day."""
    return verbose(rf"""
        (?P<month>1[0-2]|0?[1-9](?!\d)) (?P<by>[-./]) (?P<day>3[01]|[12]\d|0?[1-9](?!\d))
        (?: (?P<signed> (?<! -\d ) (?<! -\d\d ) [日号] (?= [,，\s] | [上下中]午 ) ) | (?! \d | [./]\d | [ ]?[%％万亿元年月日号个] ) )
        (?: (?P<padded>(?<=\d\d-\d\d)(?<!\d\d\d-\d\d)) | (?P<ranged>(?={SEP}(?:1[0-2]|0?[1-9])(?P=by)\d)) )?
    """)


@cache
def numeric_end() -> Pattern[str]:
    """The end of a numeric range that leaves out its year or month as well: 2023.2.27-3.5, 2021/12/6-8, 2021-12-06至12-08."""
    return verbose(
        r"(?: (?P<month>1[0-2]|0?[1-9](?!\d)) (?P<by>[-./]) )? (?P<day>3[01]|[12]\d|0?[1-9]) (?! \d | [./-]\d | [ ]?[%％万亿元年月日个] )"
    )


@cache
def lone_year() -> Pattern[str]:
    """A year without its sign and a blank behind: 2014 完成改制."""
    return verbose(r"(?:1[89]|20)\d\d (?=\s(?![ ]?[年月])|$)")


@cache
def iso_range() -> Pattern[str]:
    """What shows that 1999.08 is no number: the other end of a range."""
    return verbose(rf"{SEP}(?:1[6-9]|20|21)\d\d[-./]\d")


@cache
def day_number() -> Pattern[str]:
    """What shows that 29号 is a day: a pause, a time of day, or a verb of coming and going behind it."""
    return verbose(rf"$|\s|[,，。;；!！?？)）]|{SEP}|上午|下午|中午|凌晨|晚|早|[我你他她去来在到是将开举召就要]")


@cache
def no_plan() -> Pattern[str]:
    """What shows that 十四五 counts something: 十四五个人."""
    return verbose("[个人岁家天年日月号万亿次名位]")


@cache
def span_of_years() -> Pattern[str]:
    """Decades, centuries and five-year plans."""
    return verbose(rf"""
        (?: (?P<century>\d\d|[二一]?十[一二三四五六七八九]?|上)世纪 {SP}
            (?: (?P<decade>[二三四五六七八九]十|一十|[1-9]0)年代 )?
          | (?P<loose>[二三四五六七八九]十|[2-9]0)年代
          | (?P<years>(?:1\d|20)\d0)年代
        ) (?:初期|中期|末期|后期|前期|初|末|中叶)?
        | (?P<quote>[“"「])? (?P<plan>{any_of(words("five_year_plans"))}) (?(quote)[”"」])
          (?: (?P<frame>规划期|时期|期间) | (?P<document>(?=规划|计划)) | (?P<stage>末|初) )?
    """)


@cache
def lunar() -> tuple[str, ...]:
    """Names of the calendar of the moon, before its dates."""
    return words("not_dates", unit="before")


@cache
def tail() -> Pattern[str]:
    """What may follow a day: the weekday, the same date in another calendar, the time of day."""
    daytimes = "|".join(
        any_of([row["word"]]) + (f"(?![{row['not_before']}])" if row["not_before"] else "")
        for row in sorted(rows("times_of_day"), key=lambda row: -len(row["word"]))
    )
    clock = r"""(?: (?:[01]?\d|2[0-4])[ ]? (?: [:：][0-5]\d (?:[:：][0-5]\d)? | [时点](?!间|钟?前后)(?:[0-5]?\d分?|半|整|许|[一三]刻)?(?:许|左右)? )
                  | [一二三四五六七八九十]{1,3}[时点](?![期刻间])(?:半|许|整)? )"""
    return verbose(rf"""
        (?: {SP} (?: [(（] {SP} (?: {WEEKDAY} | [一二三四五六日] ) {SP} {CLOSE} | {WEEKDAY} ) )?
        (?: {SP} [(（] (?: {any_of((*lunar(), *words("eras")))} [^()（）\n]{{1,16}} | (?:公元)?{YEAR}年? ) {CLOSE} )?
        (?: {SP} (?P<time> (?:{daytimes}) (?:{SP}{clock})? (?:{SEP}(?:{daytimes})?{SP}{clock})? | {clock} (?:{SEP}(?:{daytimes})?{clock})? ) )?
    """)


@cache
def separator() -> Pattern[str]:
    """Between the two ends of a range."""
    return verbose(rf"{SEP}")


@cache
def listing() -> Pattern[str]:
    """Between the members of a list; `loose` is a word that joins days only."""
    return verbose(rf"{SP}(?:、|,(?=\d{{1,2}}(?:[日号,、-])) | (?P<loose>和|及|与)){SP}")


@cache
def no_year() -> Pattern[str]:
    """What stands behind a number with 年 that counts years: 1500年历史."""
    return verbose(any_of(words("not_dates", unit="年")))


@cache
def no_month() -> Pattern[str]:
    """What stands behind a number with 月 that is no month."""
    return verbose(any_of(words("not_dates", unit="月")))


@cache
def no_day() -> Pattern[str]:
    """What stands behind a number with 日 that is no day."""
    return verbose(any_of(words("not_dates", unit="日")) + r"|报(?![道到告名送批废])")


@cache
def no_number() -> Pattern[str]:
    """What stands behind a number with 号 that is no day."""
    return verbose(any_of(words("not_dates", unit="号")))


@cache
def season_words() -> Pattern[str]:
    """Words that begin like a season: 春节, 秋收."""
    return verbose(any_of(words("not_dates", unit="季")))


@cache
def year_behind() -> Pattern[str]:
    """The year behind the day."""
    return verbose(r"[ \t\u3000]{0,4}(?P<year>(?:1[89]|20)\d\d)年(?!度)")
