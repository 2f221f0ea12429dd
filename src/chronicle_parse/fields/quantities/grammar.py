"""The shape of a quantity: an amount, a unit, perhaps a second amount, perhaps a bound behind it.

Groups of the pattern: `low_*` the amount in front of `unit`; `high_*` the upper end of 5%—6%, behind `to`; `top_*` the upper end
of 5—6% with its unit in `top_unit`. An amount is `damaged` or `arabic` digits with what is `scaled` into them, `han`, a `pair`
(两三), `vague` (数十) or `bare` (百余), then `more` (余, 多) and a `scale` behind that (10余万). Apart from these there are
`money` behind a currency `sign`, and `minus`, `per` … `part` (百分之七). `after` or `late` is the bound behind.
"""

from __future__ import annotations

from functools import cache
from re import Pattern

from chronicle_parse.fields.numerals import ARABIC, END, HAN, MIXED, NUMERALS, SCALE, SCALED
from chronicle_parse.lexicon import words
from chronicle_parse.patterns import any_of, verbose

_TO = r"\ ?(?:——|--|[-－–—~～〜至到])\ ?"
_MORE = "(?:余|多|几|来(?![自源到访宾]))"
_SI = "(?:千[克瓦米伏赫帕焦卡]|千字节|百帕)"  # here 千 belongs to the unit
_PAIR = (
    "(?:[二三四五六七八九]?十)?(?:一二|一两|两三|二三|三四|三五|四五|五六|六七|七八|八九)(?:[十百千][万亿]?|[万亿])?"
)
_DAMAGED = r"[0-9]{1,4}。[0-9]{1,2}(?=%|亿|万[^一-龥]|万[元人亩吨户平美立]|个百分点|‰)"
_SMALL = "[0-9一二三四五六七八九]"


def _amount(prefix: str) -> str:
    """One amount; atomic, since no shorter reading of it is ever right."""
    return rf"""(?>
      (?:
        (?<![0-9])(?<![0-9][.,])
        (?: (?P<{prefix}damaged> {_DAMAGED}) | (?P<{prefix}arabic> {ARABIC}) )      # 8。7, 1,100
        (?: [\ \n]?(?!{_SI}) (?P<{prefix}scaled> {SCALED}) )? (?![0-9])                 # 万, 亿5千万
      | (?<![{NUMERALS}])
        (?: (?P<{prefix}vague> [数几](?:[十百千][万亿]?|万亿|[万亿]))               # 数十, 几百万
          | (?P<{prefix}pair> {_PAIR})                                              # 两三, 十七八
          | (?P<{prefix}han> {HAN})                                                 # 三千一百七十八万
          | (?P<{prefix}bare> [十百千]?万亿?|[百千]?亿|[百千])                      # 百余, 近千, 上万
        ) {END}
      )
      \ ? (?P<{prefix}more> {_MORE})? (?P<{prefix}scale> (?!{_SI}){SCALE}{END})?    # 10余万
    )"""


@cache
def quantity() -> Pattern[str]:
    """The pattern; what surrounds a match still decides whether it is a quantity (see `context`)."""
    latin_words = set(words("units", kind="latin"))
    latin = any_of(latin_words)
    wide = any_of(word for word in words("units") if word not in latin_words)
    wide = wide.replace(r"\(", "[(（]").replace(r"\)", "[)）]")  # why: 套（间） beside 套(间)
    unit = rf"(?: {latin}(?![A-Za-z0-9]) | {wide} )"
    over = rf"(?: / (?:{unit}|月) )?"
    after = any_of(words("bounds", side="after"))
    return verbose(rf"""
      (?=[0-9{NUMERALS}数几负¥￥$€£UHR])                 # a gate: without it the scan takes seven times as long
      (?: (?<![0-9])(?=[0-9]) | (?<![{NUMERALS}])(?=[{NUMERALS}数几负]) | (?=[¥￥$€£UHR]) )
      (?:
        (?P<sign> US\$|HK\$|RMB|[¥￥$€£]) \ ? (?P<money> {MIXED}) (?P<money_more> [余多])?
      | (?<![{NUMERALS}]) (?P<minus> 负 )? (?P<per> [十百千]?万|百|千) 分之 \ ?
        (?: (?P<all> 百{END}) | (?P<part> {HAN}|{ARABIC}) (?: (?:——|[-－—~至到]) (?P<part_high> {HAN}|{ARABIC}) )? )
        (?P<part_more> [余多几])?
      | {_amount("low_")}
        (?: [\ \n]? (?P<unit> [成折] (?: [一二三四五六七八九半]{END}(?![成折]) )? | {unit} {over} )
            (?: (?: (?<=[元块]) | (?<=块钱) ) (?: (?P<jiao> {_SMALL})(?:[角毛]钱?|(?<=块.)(?= [钱\W_] | $ )) )? (?: (?P<fen> {_SMALL})分 )? )?
            (?: (?P<to> {_TO}) {_amount("high_")} \ ? (?P=unit) )?
          | {_TO} {_amount("top_")} \ ? (?P<top_unit> [成折] | {unit} {over} )
        ) %?                                             # why: 8%至9%% is a common slip
      )
      (?: \ ? (?P<after> {after}) | (?P<late> (?<=成)[多余] | [多余](?= [^\p{{Han}}]|[的之、]|$ ) ) )?
      """)
