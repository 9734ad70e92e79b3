"""Numbers with what they count: a dictionary that reads word by word takes 8月 for つき and 1人 for いちにん."""

from __future__ import annotations

import re
from collections.abc import Iterator

Piece = tuple[int, int, str]  # from, up to, reading

DAYS = {
    **{2: "ふつか", 3: "みっか", 4: "よっか", 5: "いつか", 6: "むいか", 7: "なのか", 8: "ようか", 9: "ここのか"},
    **{10: "とおか", 14: "じゅうよっか", 20: "はつか", 24: "にじゅうよっか"},
}
PEOPLE = {1: "ひとり", 2: "ふたり"}
# How the kanji of a counter are read.
READ = (
    "項目:こうもく か月:げつ か所:しょ 月:がつ 日:にち 年:ねん 人:にん 回:かい 条:じょう 項:こう 号:ごう 節:せつ 円:えん 名:めい "
    "枚:まい 割:わり 件:けん 社:しゃ 時:じ 歳:さい 週:しゅう 級:きゅう 行:ぎょう 番:ばん 点:てん 台:だい 字:じ 者:しゃ 章:しょう "
    "度:ど 代:だい 段:だん 枠:わく 通:つう 部:ぶ 泊:はく 倍:ばい 位:い 分:ふん"
)
COUNTERS = dict(each.split(":") for each in READ.split())
AFTER = {"目": "め", "間": "かん", "分": "ぶん", "末": "まつ", "度": "ど"}  # 3日目, 3日間, 30日分, 6月末
NUMBER = re.compile(rf"(何|(?<![\d.,])\d[\d,]*(?:\.\d+)?)({'|'.join(COUNTERS)})")
LETTER = re.compile("[A-ZＡ-Ｚ]型")
HALVED = "013468何"  # last figures after which 分 is ぷん


def counted(text: str) -> Iterator[list[Piece]]:
    """The readings of what numbers of `text` count; where a day or a person has a name, over the number too."""
    for found in NUMBER.finditer(text):
        number, what, start, end = found[1], found[2], found.start(), found.end()
        value = int(number) if number.isdigit() else 0
        following = text[end : end + 1]
        reading = COUNTERS[what]
        if what == "分":
            reading = "ぶん" if following == "の" else "ぷん" if number[-1] in HALVED else reading
        name = {"日": DAYS, "人": PEOPLE}.get(what, {}).get(value)
        if what == "日" and value == 1 and text[start - 1 : start] == "月":
            name = "ついたち"
        kanji = end - (len(what) if what == "項目" else 1)
        group = [(start, end, name)] if name else [(kanji, end, reading)]
        if number == "何":
            group.insert(0, (start, start + 1, "なん"))
        if following in AFTER and following and what != "分":
            group.append((end, end + 1, AFTER[following]))
        yield group
    for found in LETTER.finditer(text):  # A型
        yield [(found.end() - 1, found.end(), "がた")]
