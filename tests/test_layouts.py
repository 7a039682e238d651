"""Any table of the contract, in any layout and wording that an office may use, reads back equal.

A model is drawn at random, written as some clerk would write it, and read: what was meant is what is read. Two
hundred examples each; two thousand with HYPOTHESIS_PROFILE=nightly.
"""

# ruff: noqa: E501 -- a row of a table stays one line

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from layouts import CRITERIA, LEAVES, UNITS, Clerk, Page, Typed, beside_the_dossier, read_pages

from pipeline.cluster.counts import read_counts
from pipeline.cluster.criteria import Scale, read_criteria
from pipeline.cluster.information import regulations
from pipeline.cluster.others import own_rows
from pipeline.cluster.scores import read_scores
from pipeline.cluster.standings import read_regulation
from pipeline.cluster.units import Registry, read_units
from pipeline.law.awards import organiser
from pipeline.problems import Problems
from pipeline.workbooks.rows import Tables

ANYONE = st.builds(Clerk, st.randoms(use_true_random=True))
Points = Mapping[tuple[str, str, str], Decimal]
"""Points by unit, criterion and source."""
Counts = Mapping[tuple[str, str, str, str], int]
"""Occasions by unit, form, level and recipient."""


def faults(problems: Problems) -> list[str]:
    """The errors and warnings."""
    return [str(problem) for problem in problems if problem.level != "LƯU Ý"]


# --- sheets of rows ---------------------------------------------------------------------------------

NAMES = ("Nguyễn Văn A", "Trần Thị Bé", "Lò Văn Ín")
TEXTS = (
    "Phong trào thi đua yêu nước",
    "Đã thực hiện tốt, đúng hạn",
    "Giỏi việc nước, đảm việc nhà",
    "Ủng hộ Quỹ vì người nghèo",
)
DAYS: Mapping[Any, date] = {
    "14/12/2021": date(2021, 12, 14),
    "ngày 07 tháng 4 năm 2021": date(2021, 4, 7),
    "05.01.2021": date(2021, 1, 5),
}
NUMBERS: Mapping[Any, int] = {"12": 12, 7: 7, "3.211": 3211, 0: 0, "05": 5, "không": 0}
UNIT = ("Đơn vị", "Tên đơn vị", "Tên cơ quan, đơn vị", "Cơ quan, đơn vị")
ANY_UNIT = {name: name for names in UNITS.values() for name in names}
TEXT = {text: text for text in TEXTS}
AWARDS = {"Giấy khen": "Giấy khen", "Cờ thi đua của UBND tỉnh": "Cờ thi đua của UBND tỉnh"}

SHEETS: Mapping[str, tuple[tuple[str, ...], Sequence[tuple[str, tuple[str, ...], bool, Mapping[Any, Any]]]]] = {
    "Văn bản": (("Văn bản",), (
        ("paper", ("Loại văn bản",), True, {"tờ trình": "tờ trình", "báo cáo": "báo cáo"}), ("number", ("Số", "Số văn bản"), False, {"12/TTr": "12/TTr"}),
        ("day", ("Ngày", "Ngày văn bản"), False, DAYS), ("signer", ("Người ký",), False, {name: name for name in NAMES}),
        ("signer_rank", ("Cấp bậc",), False, {"Đại tá": "Đại tá"}), ("signer_office", ("Chức vụ",), False, {"Giám đốc": "Giám đốc"}),
        ("capacity", ("Thẩm quyền ký",), False, {"KT.": "KT.", "tm.": "TM."}))),
    "Thành phần": (("Thành phần", "Thành phần tham dự"), (
        ("name", ("Họ tên", "Họ và tên"), True, {name: name for name in NAMES}), ("rank", ("Cấp bậc",), False, {"Đại tá": "Đại tá"}),
        ("honorific", ("Danh xưng",), False, {"Ông": "Ông", "Bà": "Bà"}), ("office", ("Chức vụ",), False, {"Phó Giám đốc": "Phó Giám đốc"}),
        ("unit", UNIT[:1] + UNIT[3:], False, ANY_UNIT), ("role", ("Vai trò",), True, {"chủ trì": "chairs", "Thư ký": "secretary", "ĐẠI DIỆN": "represents"}))),
    "Đơn vị": (("Đơn vị", "Danh sách đơn vị"), (
        ("name", ("Tên đơn vị", "Tên cơ quan, đơn vị"), True, {name: name for name in UNITS}), ("code", ("Mã", "Mã đơn vị"), False, {"CA": "CA", "05": "05"}),
        ("short", ("Tên viết tắt", "Viết tắt"), False, {"CA tỉnh": "CA tỉnh"}), ("aliases", ("Tên gọi khác",), False, {"A; B": ("A", "B")}),
        ("role", ("Vai trò",), False, {"Cụm trưởng": "leader", "CỤM PHÓ": "deputy"}), ("parent", ("Cơ quan chủ quản",), False, {"Bộ Công an": "Bộ Công an"}),
        ("since", ("Thành viên từ năm",), False, {2015: 2015, "2016": 2016, "năm 2017": 2017}))),
    "Tiêu chí": (("Tiêu chí", "Thang điểm"), (
        ("code", ("Mã", "Mã tiêu chí"), False, {"I": "I", "1.1": "1.1", "a)": "a)"}), ("name", ("Nội dung", "Tiêu chí", "Nội dung tiêu chí"), True, TEXT),
        ("maximum", ("Điểm tối đa", "Điểm chuẩn", "Thang điểm", "Khung điểm"), True, {40: Decimal(40), "9,5": Decimal("9.5"), "20 điểm": Decimal(20)}),
        ("type", ("Loại",), False, {"thưởng": "bonus", "Điểm trừ": "penalty"}), ("applies", ("Áp dụng cho",), False, {"sở": ("sở",)}))),
    "Đề nghị": (("Đề nghị", "Đề nghị khen thưởng", "Danh sách đề nghị"), (
        ("recipient", ("Đối tượng",), False, {"tập thể": "collective", "CÁ NHÂN": "person", "hộ gia đình": "household"}), ("name", ("Tên", "Họ và tên", "Tên tập thể, cá nhân"), True, {**ANY_UNIT, **{n: n for n in NAMES}}),
        ("office", ("Chức vụ",), False, {"Cán bộ": "Cán bộ"}), ("unit", UNIT, False, ANY_UNIT), ("award", ("Danh hiệu hoặc hình thức", "Hình thức khen thưởng", "Danh hiệu, hình thức"), False, AWARDS),
        ("rank", ("Xếp thứ", "Xếp hạng", "Thứ hạng"), False, {1: 1, "2": 2}), ("summary", ("Tóm tắt thành tích",), False, TEXT), ("status", ("Trạng thái",), False, {"suy tôn": "acclaimed", "Được tặng": "granted"}),
        ("number", ("Số quyết định",), False, {"123/QĐ-UBND": "123/QĐ-UBND"}), ("day", ("Ngày quyết định",), False, DAYS))),
    "Bỏ phiếu": (("Bỏ phiếu",), (
        ("manner", ("Hình thức", "Hình thức bỏ phiếu"), False, {"phiếu kín": "bỏ phiếu kín", "Biểu quyết": "biểu quyết"}), ("subject", ("Nội dung",), True, AWARDS), ("candidate", ("Đối tượng",), False, ANY_UNIT),
        ("issued", ("Phát ra", "Số phiếu phát ra"), False, NUMBERS), ("returned", ("Thu về",), False, NUMBERS), ("valid", ("Hợp lệ",), False, NUMBERS), ("yes", ("Đồng ý",), False, {**NUMBERS, "5/5": 5, "08/8": 8}))),
    "Giao ước": (("Giao ước", "Giao ước thi đua"), (
        ("year", ("Năm",), False, {2021: 2021, "2022": 2022}), ("group", ("Nhóm",), False, TEXT), ("target", ("Chỉ tiêu",), False, {"Hồ sơ đúng hạn": "Hồ sơ đúng hạn", "Nhà tình nghĩa": "Nhà tình nghĩa"}),
        ("measure", ("Đơn vị tính", "ĐVT"), False, {"%": "%", "nhà": "nhà"}), ("unit", UNIT, False, ANY_UNIT), ("direction", ("Chiều",), False, {"tăng": "rising", "GIẢM": "falling"}),
        ("plan", ("Kế hoạch",), False, {95: Decimal(95), "96,5": Decimal("96.5"), "từ 4 nhà": "từ 4 nhà"}), ("result", ("Kết quả",), False, {97: Decimal(97)}))),
    "Xã hội, từ thiện": (("Xã hội, từ thiện", "Đóng góp"), (
        ("unit", UNIT, True, ANY_UNIT), ("activity", ("Hoạt động", "Nội dung hoạt động"), True, TEXT), ("amount", ("Số tiền", "Kinh phí"), False, {15000000: Decimal(15000000), "15.000.000": Decimal(15000000), "15 triệu đồng": Decimal(15000000)}),
        ("quantity", ("Số lượng",), False, {3: Decimal(3), "2": Decimal(2)}), ("measure", ("Đơn vị tính",), False, {"nhà": "nhà"}), ("beneficiaries", ("Đối tượng hưởng",), False, TEXT), ("day", ("Ngày",), False, DAYS))),
    "Phong trào": (("Phong trào", "Phong trào thi đua"), (
        ("name", ("Tên phong trào",), True, TEXT), ("launched_by", ("Đơn vị phát động",), False, ANY_UNIT), ("time", ("Thời gian",), False, {"Năm 2021": "Năm 2021"}), ("result", ("Kết quả",), False, {t: (t,) for t in TEXTS}))),
    "Nội dung": (("Nội dung", "Nội dung báo cáo"), (
        ("section", ("Mục",), True, {"Kết quả": "results", "I. Hạn chế": "limits", "nhiệm vụ": "tasks"}), ("unit", UNIT, False, ANY_UNIT), ("text", ("Nội dung",), True, {t: (t,) for t in TEXTS}))),
    "Căn cứ": (("Căn cứ",), (
        ("kind", ("Loại", "Loại văn bản"), True, {"Chỉ thị": "Chỉ thị", "Quyết định": "Quyết định"}), ("number", ("Số", "Số, ký hiệu"), False, {"34-CT/TW": "34-CT/TW"}), ("day", ("Ngày", "Ngày ban hành"), False, DAYS),
        ("issuer", ("Cơ quan", "Cơ quan ban hành"), False, {"Bộ Chính trị": "Bộ Chính trị"}), ("abstract", ("Trích yếu",), False, TEXT), ("use", ("Dùng cho",), False, {"căn cứ": "basis", "QUÁN TRIỆT": "studied"}))),
    "Khen thưởng đã nhận": (("Khen thưởng đã nhận",), (
        ("unit", UNIT, True, ANY_UNIT), ("year", ("Năm",), True, {2019: 2019, "2020": 2020}), ("award", ("Danh hiệu hoặc hình thức", "Hình thức khen thưởng"), True, AWARDS),
        ("number", ("Số quyết định",), True, {"5/QĐ": "5/QĐ"}), ("day", ("Ngày",), False, DAYS))),
}  # fmt: skip
"""By sheet: its titles, and its columns: field, headers, whether it is needed, what is typed and what that means."""


@given(ANYONE)
def test_rows_read_back(clerk: Clerk) -> None:
    name = clerk.one(*SHEETS)
    titles, columns = SHEETS[name]
    by_header = clerk.maybe(3)
    used = list(columns) if by_header else [c for c in columns if c[2] or clerk.maybe()]
    used = used if len(used) > 1 else list(columns[:3])
    page = Page("Sheet1" if by_header else clerk.one(*titles, *(title.upper() for title in titles)))
    meant = written_rows(clerk, page, clerk.shuffled(used))
    tables, problems = read_pages(clerk, [page])
    assert [{at: entry.value for at, entry in row.entries.items()} for row in tables.of(name)] == meant
    assert faults(problems) == []


def written_rows(
    clerk: Clerk, page: Page, columns: Sequence[tuple[str, tuple[str, ...], bool, Mapping[Any, Any]]]
) -> list[dict[str, Any]]:
    """A table of rows; what it means."""
    clerk.above(page, clerk.one("DANH SÁCH NĂM 2021", "TỔNG HỢP"))
    fields = [column[0] for column in columns]
    order = clerk.maybe() and ("maximum" not in fields or "code" in fields)  # else it is the code of the criteria
    remark = clerk.maybe(4)
    head = [clerk.header(clerk.one(*column[1])) for column in columns]
    page.add(*([clerk.one("STT", "TT", "Số TT")] if order else []), *head, *(["Người theo dõi"] if remark else []))
    clerk.numbering(page, len(page.rows[-1]))
    meant = []
    for number in range(1, clerk.number(1, 4) + 1):
        row = {
            field: clerk.one(*typed)
            for field, _, needed, typed in columns
            if needed or clerk.maybe() or field == columns[0][0]
        }
        meanings = {field: typed[row[field]] for field, _, _, typed in columns if field in row}
        texts = [
            clerk.spaced(row[field]) if isinstance(row.get(field), str) else row.get(field) for field, *_ in columns
        ]
        page.add(*([clerk.order(number)] if order else []), *texts, *(["anh Ba"] if remark else []))
        meant.append(meanings)
        clerk.blank(page)
    clerk.below(page)
    return meant


# --- sheets of keys ---------------------------------------------------------------------------------

KEYS: Mapping[str, Sequence[tuple[str, tuple[str, ...], Mapping[Any, Any]]]] = {
    "Thông tin": (
        ("name", ("Tên cụm",), {"Cụm thi đua số 5 tỉnh Hòa Bình": "Cụm thi đua số 5 tỉnh Hòa Bình"}), ("form", ("Loại",), {"Cụm": "Cụm", "khối": "Khối"}), ("sector", ("Lĩnh vực",), {"tư pháp": "tư pháp"}),
        ("level", ("Cấp",), {"tỉnh": "tỉnh", "Cấp bộ": "bộ"}), ("province", ("Tỉnh",), {"Hòa Bình": "Hòa Bình"}), ("superior", ("Cơ quan cấp trên",), {"UBND tỉnh Hòa Bình": "UBND tỉnh Hòa Bình"}),
        ("period", ("Kỳ",), {"6 tháng đầu năm": "half_year", "NĂM": "year", "Năm học": "school_year"}), ("year", ("Năm",), {2021: 2021, "năm 2021": 2021, "2017-2018": 2017}),
        ("unit", ("Đơn vị",), ANY_UNIT), ("place_name", ("Địa danh",), {"Hòa Bình": "Hòa Bình"}), ("meeting_day", ("Ngày hội nghị",), DAYS), ("voters", ("Số thành viên bỏ phiếu",), {5: 5, "05": 5}),
        ("manner", ("Cách chọn",), {"bầu": "bầu", "Luân phiên": "luân phiên"}), ("addressees", ("Kính gửi",), {"Ban Thi đua - Khen thưởng tỉnh": ("Ban Thi đua - Khen thưởng tỉnh",)})),
    "Quy định": (
        ("scale", ("Thang điểm",), {100: 100, "1.000": 1000}), ("source", ("Điểm dùng để xếp hạng",), {"thẩm định": "appraised", "Tự chấm": "self", "trung bình": "mean"}), ("ranking", ("Xếp hạng",), {"theo điểm": "points"}),
        ("bonus_cap", ("Điểm thưởng tối đa",), {5: Decimal(5), "2,5": Decimal("2.5")}), ("grades", ("Xếp loại",), {"Xuất sắc: từ 90 điểm": ("Xuất sắc: từ 90 điểm",), "Tốt: từ 80 điểm": ("Tốt: từ 80 điểm",)}),
        ("flags_cap", ("Số Cờ tối đa",), {1: 1, "02": 2}), ("voters", ("Tỷ lệ phiếu tính trên",), {"phát ra": "issued", "Thu về": "returned"}), ("rounding", ("Làm tròn",), {2: 2})),
}  # fmt: skip


@given(ANYONE)
def test_keys_read_back(clerk: Clerk) -> None:
    name = clerk.one(*KEYS)
    page, meant = Page(clerk.one(name, name.upper(), "Sheet1")), []
    if clerk.maybe():
        page.add(None, name.upper())
    order, remark = clerk.maybe(), clerk.maybe(4)
    if clerk.maybe():
        page.add(
            *(["STT"] if order else []),
            clerk.one("Mục", name),
            clerk.one("Giá trị", "Nội dung"),
            *(["Ghi chú"] if remark else []),
        )
    for number, (field, labels, values) in enumerate(clerk.shuffled(KEYS[name]), 1):
        typed = clerk.one(*values)
        label = clerk.spaced(clerk.one(labels[0], labels[0].upper(), labels[0].lower())) + clerk.one("", ":", " :")
        value = clerk.spaced(typed) if isinstance(typed, str) else typed
        page.add(*([number] if order else []), label, value, *(["ghi đủ"] if remark else []))
        meant.append({field: values[typed]})
        clerk.blank(page)
    tables, problems = read_pages(clerk, [page])
    assert [{at: entry.value for at, entry in row.entries.items()} for row in tables.of(name)] == meant
    assert faults(problems) == []


# --- points -----------------------------------------------------------------------------------------

SOURCES = {
    "self": ("Tự chấm", "Điểm tự chấm", "Tự đánh giá", "Đơn vị tự chấm"),
    "appraised": ("Thẩm định", "Điểm thẩm định", "Cụm chấm", "Hội đồng chấm", "Điểm duyệt"),
}
MAXIMUM = ("Điểm tối đa", "Điểm chuẩn", "Thang điểm", "Khung điểm")


def drawn_points(clerk: Clerk, sources: Iterable[str]) -> dict[tuple[str, str, str], Decimal]:
    """Points of some units for every leaf."""

    def quarter(most: int) -> Decimal:
        return Decimal(clerk.number(0, most * 4)) / 4

    units = clerk.some(list(UNITS), least=2)
    return {(u, leaf, s): quarter(CRITERIA[leaf][2] or 0) for u in units for s in sources for leaf in LEAVES}


@given(ANYONE)
def test_points_read_back(clerk: Clerk) -> None:
    layout = clerk.one(below_headers, under_group_rows, beside_criteria, in_wide_sheets)
    sources = clerk.one(["self"], ["appraised"], ["self", "appraised"])
    meant = drawn_points(clerk, sources)
    workbooks: list[list[Page]] = layout(clerk, meant, sources)
    tables, problems = read_pages(clerk, *workbooks)
    assert read_points(tables, problems) == meant
    assert faults(problems) == []


def read_points(tables: Tables, problems: Problems) -> Points:
    """What the score sheets say, leaves only."""
    tables = own_rows(beside_the_dossier(tables), "Cụm thi đua số 5 tỉnh Hòa Bình", problems)
    registry = Registry(read_units(tables, "Hòa Bình", problems), "Hòa Bình")
    scale = Scale(read_criteria(tables, 2021, problems))
    regulation = read_regulation(regulations(tables, problems), problems)
    sheets = read_scores(tables, scale, registry, regulation, 2021, problems)
    return {(s.unit, s.criterion, "appraised" if s.source == "given" else s.source): s.value for s in sheets.scores}


def criteria_rows(
    clerk: Clerk, page: Page, points: Points, unit: str, columns: Sequence[str], before: Sequence[Typed] = ()
) -> None:
    """A row a criterion of one unit, in the order of these columns; perhaps with sums, and a total."""
    sums = clerk.maybe()
    total = sum_of(points, unit, columns)
    for path, (code, name, maximum) in CRITERIA.items():
        own: dict[str, Typed] = {
            "code": code,
            "name": clerk.spaced(name),
            "maximum": maximum,
            "note": clerk.one(None, "đã kiểm tra"),
        }
        for source in (column for column in columns if column in SOURCES):
            value = points.get((unit, path, source), sum_of(points, unit, [source], path)[source])
            own[source] = clerk.points(value) if path in LEAVES or sums else None
        page.add(*before, *(own[column] for column in columns))
        clerk.blank(page)
    if clerk.maybe():
        label = clerk.one("Tổng cộng", "Cộng", "TỔNG SỐ", "Tổng điểm")
        cells: dict[str, Typed] = {
            "name": label,
            "maximum": 100,
            **{source: float(value) for source, value in total.items()},
        }
        page.add(*([None] * len(before)), *(cells.get(column) for column in columns))


def sum_of(points: Points, unit: str, columns: Iterable[str], path: str = "") -> dict[str, Decimal]:
    """The sums of a unit's points under a criterion, by source."""

    def under(leaf: str) -> bool:
        return not path or leaf == path or leaf.startswith(f"{path}/")

    return {
        s: sum((v for (u, leaf, t), v in points.items() if (u, t) == (unit, s) and under(leaf)), Decimal(0))
        for s in columns
        if s in SOURCES
    }


def criteria_columns(clerk: Clerk, sources: Sequence[str]) -> tuple[list[str], list[str]]:
    """The columns of a sheet with a row a criterion, and their headers."""
    columns = clerk.shuffled(["code", "name", *clerk.some(["maximum", "note"]), *sources])
    labels = {"code": ("Mã", "STT", "TT"), "name": ("Nội dung", "Tiêu chí", "Nội dung tiêu chí"), "maximum": MAXIMUM,
              "note": ("Ghi chú", "Minh chứng"), **SOURCES}  # fmt: skip
    return columns, [clerk.header(clerk.one(*labels[column])) for column in columns]


def units_of(points: Points) -> list[str]:
    return list(dict.fromkeys(unit for unit, _, _ in points))


def below_headers(clerk: Clerk, points: Points, sources: Sequence[str]) -> list[list[Page]]:
    """Layout A: a table a unit under its name: one workbook, a sheet or a workbook each, by "Đơn vị: …" or "Thông tin"."""
    columns, head = criteria_columns(clerk, sources)
    place = clerk.one("below", "sheets", "workbooks", "information")
    books: list[list[Page]] = []
    for at, unit in enumerate(units_of(points), 1):
        title = clerk.one("Chấm điểm", "Bảng điểm", "BẢNG CHẤM ĐIỂM")
        page = books[0][0] if place == "below" and books else Page(title if place != "sheets" else f"Chấm điểm {at}")
        if page.rows:
            page.add()
        said = clerk.spelling(UNITS[unit])
        clerk.above(page, "BẢNG CHẤM ĐIỂM", None if place == "information" else said)
        page.add(*head)
        clerk.numbering(page, len(head))
        criteria_rows(clerk, page, points, unit, columns)
        clerk.below(page)
        own = [Page("Thông tin", [["Đơn vị", said], ["Năm", 2021]])] if place == "information" else []
        if place in ("workbooks", "information") or not books:
            books.append([page, *own])
        elif place == "sheets":
            books[0].append(page)
    return books


def under_group_rows(clerk: Clerk, points: Points, sources: Sequence[str]) -> list[list[Page]]:
    """Layout C: the units below each other, each under a row with its name."""
    page = Page(clerk.one("Chấm điểm", "Tổng hợp điểm", "Sheet1"))
    clerk.above(page, "BẢNG CHẤM ĐIỂM")
    columns, head = criteria_columns(clerk, sources)
    page.add(*head)
    clerk.numbering(page, len(head))
    style = clerk.one("code", "name", "owner")
    for at, unit in enumerate(units_of(points)):
        said = clerk.spelling(UNITS[unit])
        code, mark = clerk.one(
            ("ABCDE"[at], f"{'ABCDE'[at]}. "),
            (("I", "II", "III", "IV", "V")[at], f"{('I', 'II', 'III', 'IV', 'V')[at]}. "),
        )
        cells = {
            "code": {"code": code, "name": said},
            "name": {"name": f"{mark}{said}"},
            "owner": {"name": f"Đơn vị: {said}"},
        }[style]
        if style == "code" and clerk.maybe():
            cells |= {s: float(v) for s, v in sum_of(points, unit, sources).items()}
        page.add(*(cells.get(column) for column in columns))
        criteria_rows(clerk, page, points, unit, columns)
        if clerk.maybe(4):
            page.add(*head)
    clerk.below(page)
    return [[page]]


def beside_criteria(clerk: Clerk, points: Points, sources: Sequence[str]) -> list[list[Page]]:
    """The unit in a column of its own, merged over its criteria or in every row."""
    page = Page(clerk.one("Chấm điểm", "Bảng chấm điểm"))
    clerk.above(page, "BẢNG CHẤM ĐIỂM")
    columns, head = criteria_columns(clerk, sources)
    page.add(clerk.header(clerk.one(*UNIT)), *head)
    clerk.numbering(page, len(page.rows[-1]))
    for unit in units_of(points):
        first = len(page.rows) + 1
        said = clerk.spelling(UNITS[unit])
        criteria_rows(clerk, page, points, unit, columns, [said])
        if clerk.maybe():
            rows = [at for at in range(first, len(page.rows) + 1) if page.rows[at - 1] and page.rows[at - 1][0]]
            for at in rows[1:]:
                page.rows[at - 1][0] = None
            page.merges.append((first, 1, rows[-1], 1))
    clerk.below(page)
    return [[page]]


def in_wide_sheets(clerk: Clerk, points: Points, sources: Sequence[str]) -> list[list[Page]]:
    """Layout B: a row a unit, a column a criterion; by source in merged headers."""
    page = Page(clerk.one("Chấm điểm", "Tổng hợp điểm", "Bảng tổng hợp điểm"))
    clerk.above(page, "BẢNG TỔNG HỢP ĐIỂM")
    order = clerk.maybe()
    leaves = clerk.shuffled(LEAVES)
    merged = len(sources) > 1 or sources[0] == "self" or clerk.maybe()
    first: list[Typed] = [*(["STT"] if order else []), clerk.header(clerk.one(*UNIT))]
    top = len(page.rows) + 1
    labels = {
        leaf: clerk.spaced(CRITERIA[leaf][1])
        + clerk.one("", f" ({CRITERIA[leaf][2]} điểm)", f"\n(tối đa {CRITERIA[leaf][2]})")
        for leaf in leaves
    }
    columns = [(leaf, source) for leaf in leaves for source in sources]
    if merged and clerk.maybe():
        columns.sort(key=lambda column: sources.index(column[1]))
        upper = [clerk.header(clerk.one(*SOURCES[source])) for source in sources for _ in leaves]
        wide_header(page, first, upper, [labels[leaf] for leaf, _ in columns], len(leaves))
    elif merged:
        wide_header(
            page,
            first,
            [labels[leaf] for leaf, _ in columns],
            [clerk.header(SOURCES[source][0]) for _, source in columns],
            len(sources),
        )
    else:
        page.add(*first, *(labels[leaf] for leaf in leaves))
    if clerk.maybe(3) and not merged:
        page.rows[top - 1].append(clerk.one("Tổng điểm", "Tổng cộng", "Xếp loại"))
    clerk.numbering(page, len(columns) + len(first))
    for at, unit in enumerate(units_of(points), 1):
        page.add(
            *([clerk.order(at)] if order else []),
            clerk.spelling(UNITS[unit]),
            *(clerk.points(points[unit, leaf, source]) for leaf, source in columns),
        )
        clerk.blank(page)
    clerk.below(page)
    return [[page]]


def wide_header(page: Page, first: Sequence[Typed], upper: Sequence[str], lower: Sequence[str], span: int) -> None:
    """Two rows: the upper labels merged over so many columns, the first columns merged down."""
    top = len(page.rows) + 1
    page.add(*first, *(label if at % span == 0 else None for at, label in enumerate(upper)))
    page.add(*([None] * len(first)), *lower)
    page.merges += [(top, at, top + 1, at) for at in range(1, len(first) + 1)]
    if span > 1:
        page.merges += [(top, at, top, at + span - 1) for at in range(len(first) + 1, len(first) + len(upper), span)]


# --- occasions --------------------------------------------------------------------------------------

FORMS = {
    "Huân chương": ("Huân chương", "state", "Nhà nước"), "Bằng khen của Thủ tướng Chính phủ": ("Bằng khen của Thủ tướng Chính phủ", "state", "cấp Nhà nước"),
    "Bằng khen của Chủ tịch UBND tỉnh": ("Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh Hòa Bình", "ministry", "tỉnh"),
    "Cờ thi đua của UBND tỉnh": ("Cờ thi đua của Ủy ban nhân dân tỉnh Hòa Bình", "ministry", "cấp tỉnh"),
    "Lao động tiên tiến": ("Lao động tiên tiến", "base", "cơ sở"), "Giấy khen": ("Giấy khen", "base", "cấp cơ sở"),
}  # fmt: skip
"""As typed: the form, its level, and how the level is typed."""
RECIPIENTS = {
    "collective": ("Tập thể", "TT", "SL tập thể", "Số tập thể"),
    "person": ("Cá nhân", "CN", "Số cá nhân"),
    "household": ("Hộ gia đình", "Hộ"),
}
ONLY_FOR = {"Cờ thi đua của UBND tỉnh": ("collective",), "Lao động tiên tiến": ("person",)}
FORM = ("Hình thức", "Hình thức khen thưởng", "Danh hiệu, hình thức khen thưởng")


def drawn_counts(clerk: Clerk) -> dict[tuple[str, str, str], int | None]:
    """Occasions by unit, form as typed and recipient; None was not reported."""
    units, forms = clerk.some(list(UNITS), least=2), clerk.some(list(FORMS), least=1)
    recipients = clerk.some(list(RECIPIENTS), least=1)
    return {(u, f, r): clerk.one(None, 0, 1, 12, 45, 3211) for u in units for f in forms for r in recipients}


@given(ANYONE)
def test_counts_read_back(clerk: Clerk) -> None:
    counts = drawn_counts(clerk)
    layout = clerk.one(in_rows, under_units, under_levels, a_table_a_unit, wide)
    workbooks: list[list[Page]] = layout(clerk, counts)
    tables, problems = read_pages(clerk, *workbooks)
    assert read_occasions(tables, problems) == {
        (u, *FORMS[f][:2], r): value for (u, f, r), value in counts.items() if value is not None
    }
    for_others = [1 for (_, f, r), value in counts.items() if value and r not in ONLY_FOR.get(f, RECIPIENTS)]
    assert [fault.split("[")[-1] for fault in faults(problems)] == ["KT-40]"] * len(for_others)


def read_occasions(tables: Tables, problems: Problems) -> Counts:
    tables = own_rows(beside_the_dossier(tables), "Cụm thi đua số 5 tỉnh Hòa Bình", problems)
    registry = Registry(read_units(tables, "Hòa Bình", problems), "Hòa Bình")
    frame = read_counts(tables, "Khen thưởng", registry, organiser("tỉnh", "Hòa Bình", None), 2021, problems)
    return {
        tuple(fact): value for *fact, value in frame[["unit", "form", "level", "recipient", "value"]].values.tolist()
    }


Drawn = Mapping[tuple[str, str, str], int | None]


def parts(counts: Drawn) -> tuple[list[str], list[str], list[str]]:
    """The units, forms and recipients."""
    units, forms, recipients = (list(dict.fromkeys(key[at] for key in counts)) for at in range(3))
    return units, forms, recipients


def sums(
    counts: Drawn, recipients: Sequence[str], unit: str | None = None, forms: Sequence[str] | None = None
) -> list[int]:
    return [
        sum(v or 0 for (u, f, s), v in counts.items() if s == r and unit in (None, u) and (forms is None or f in forms))
        for r in recipients
    ]


def start(clerk: Clerk, owner: str | None = None, page: Page | None = None) -> Page:
    page = page or Page(clerk.one("Khen thưởng", "Kết quả khen thưởng", "TỔNG HỢP KHEN THƯỞNG", "Sheet1"))
    clerk.above(page, "KẾT QUẢ KHEN THƯỞNG", owner)
    return page


def heads(clerk: Clerk, recipients: Sequence[str]) -> list[str]:
    return [
        clerk.header(clerk.one(*RECIPIENTS[r][:1], *(w for w in RECIPIENTS[r][1:] if w != "TT"))) for r in recipients
    ]


def in_rows(clerk: Clerk, counts: Drawn) -> list[list[Page]]:
    """A row a unit and a form; sub-totals by unit, a total of all."""
    page, (units, forms, recipients) = start(clerk), parts(counts)
    order, level, subtotals, total = clerk.maybe(), clerk.maybe(), clerk.maybe(3), clerk.maybe()
    page.add(
        *(["STT"] if order else []),
        clerk.header(clerk.one(*UNIT)),
        clerk.header(clerk.one(*FORM)),
        *(["Cấp khen thưởng"] if level else []),
        *heads(clerk, recipients),
    )
    clerk.numbering(page, len(page.rows[-1]))
    for unit in units:
        first = len(page.rows) + 1
        merged = clerk.maybe(3)
        said = clerk.spelling(UNITS[unit])
        for at, form in enumerate(forms):
            shown = None if merged and at else said
            page.add(
                *([clerk.order(at + 1)] if order else []),
                shown,
                clerk.spaced(form),
                *([FORMS[form][2]] if level else []),
                *(clerk.count(counts[unit, form, r]) for r in recipients),
            )
        if merged and len(forms) > 1:
            page.merges.append((first, 1 + order, len(page.rows), 1 + order))
        if subtotals:
            page.add(
                *([None] if order else []),
                clerk.one("Cộng", "Cộng mục 1"),
                None,
                *([None] if level else []),
                *sums(counts, recipients, unit),
            )
        clerk.blank(page)
    if total:
        page.add(
            *([None] if order else []),
            clerk.one("Tổng cộng", "TỔNG SỐ", "Cộng chung"),
            None,
            *([None] if level else []),
            *sums(counts, recipients),
        )
    clerk.below(page)
    return [[page]]


def under_units(clerk: Clerk, counts: Drawn) -> list[list[Page]]:
    """The forms of a unit under a row with its name, which may hold the sums."""
    page, (units, forms, recipients) = start(clerk), parts(counts)
    with_sums = clerk.maybe()
    page.add("STT", clerk.header(clerk.one(*FORM)), *heads(clerk, recipients))
    clerk.numbering(page, len(page.rows[-1]))
    for at, unit in enumerate(units):
        page.add(
            ("I", "II", "III", "IV", "V")[at],
            clerk.spelling(UNITS[unit]),
            *(sums(counts, recipients, unit) if with_sums else ()),
        )
        for number, form in enumerate(forms, 1):
            page.add(clerk.order(number), clerk.spaced(form), *(clerk.count(counts[unit, form, r]) for r in recipients))
        clerk.blank(page)
    clerk.below(page)
    return [[page]]


def under_levels(clerk: Clerk, counts: Drawn) -> list[list[Page]]:
    """The units and forms under a row with the level, which may hold the sums."""
    page, (units, forms, recipients) = start(clerk), parts(counts)
    with_sums = clerk.maybe()
    page.add("STT", clerk.header(clerk.one(*UNIT)), clerk.header(clerk.one(*FORM)), *heads(clerk, recipients))
    for at, (level, said) in enumerate({"state": "Cấp Nhà nước", "ministry": "Cấp tỉnh", "base": "Cấp cơ sở"}.items()):
        own = [form for form in forms if FORMS[form][1] == level]
        page.add(
            ("I", "II", "III")[at],
            clerk.one(said, f"Khen thưởng {said.lower()}"),
            None,
            *(sums(counts, recipients, forms=own) if with_sums and own else ()),
        )
        for unit in units:
            for form in own:
                page.add(
                    clerk.order(1),
                    clerk.spelling(UNITS[unit]),
                    form,
                    *(clerk.count(counts[unit, form, r]) for r in recipients),
                )
    clerk.below(page)
    return [[page]]


def a_table_a_unit(clerk: Clerk, counts: Drawn) -> list[list[Page]]:
    """A table a unit, each with its own header: below each other, or a workbook each."""
    units, forms, recipients = parts(counts)
    below, head = clerk.maybe(), ["STT", clerk.header(clerk.one(*FORM)), *heads(clerk, recipients)]
    books: list[list[Page]] = []
    page: Page | None = None
    for unit in units:
        page = start(clerk, clerk.spelling(UNITS[unit]), page if below else None)
        page.add(*head)
        for number, form in enumerate(forms, 1):
            page.add(clerk.order(number), form, *(clerk.count(counts[unit, form, r]) for r in recipients))
        if clerk.maybe():
            page.add(None, "Cộng", *sums(counts, recipients, unit))
        clerk.below(page)
        page.add()
        books = [[page]] if below else [*books, [page]]
    return books


def wide(clerk: Clerk, counts: Drawn) -> list[list[Page]]:
    """A row a unit, a column a form and a recipient; two or three rows of header; columns of sums."""
    page, (units, forms, recipients) = start(clerk), parts(counts)
    levels, totals = clerk.maybe(), clerk.maybe(3)
    columns: list[tuple[str | None, str]] = [(form, r) for form in clerk.shuffled(forms) for r in recipients]
    if levels:
        columns.sort(key=lambda column: ("state", "ministry", "base").index(FORMS[str(column[0])][1]))
    columns += [(None, r) for r in recipients] if totals else []
    first: list[Typed] = ["STT", clerk.header(clerk.one(*UNIT))]
    if levels:
        level_row(page, len(first), [None if form is None else FORMS[form][1] for form, _ in columns])
    wide_header(page, first, [clerk.spaced(form) if form else clerk.one("Tổng cộng", "Tổng số") for form, _ in columns],
                [clerk.header(clerk.one(*RECIPIENTS[r][:2])) for _, r in columns], len(recipients))  # fmt: skip
    clerk.numbering(page, len(columns) + 2)
    for at, unit in enumerate(units, 1):
        whole = dict(zip(recipients, sums(counts, recipients, unit), strict=True))
        page.add(
            clerk.order(at),
            clerk.spelling(UNITS[unit]),
            *(clerk.count(counts[unit, form, r]) if form else whole[r] for form, r in columns),
        )
        clerk.blank(page)
    if clerk.maybe():
        page.add(None, "Tổng cộng", *(sums(counts, [r], forms=[form] if form else None)[0] for form, r in columns))
    clerk.below(page)
    return [[page]]


def level_row(page: Page, before: int, levels: Sequence[str | None]) -> None:
    """The uppermost row of a header of three: a level over its forms."""
    words = {"state": "Khen thưởng cấp Nhà nước", "ministry": "Khen thưởng cấp tỉnh", "base": "Cấp cơ sở", None: None}
    page.add(
        *([None] * before),
        *(words[level] if at == 0 or levels[at - 1] != level else None for at, level in enumerate(levels)),
    )
    top = len(page.rows)
    starts = [at for at, level in enumerate(levels) if at == 0 or levels[at - 1] != level]
    for at, end in zip(starts, [*starts[1:], len(levels)], strict=True):
        if levels[at] and end - at > 1:
            page.merges.append((top, before + at + 1, top, before + end))
