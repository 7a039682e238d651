"""What the office types: every sheet, its columns or keys, their wordings and their kinds.

This declaration recognises and checks the filled workbook and writes the tables of the guide.
A header is matched without accents, case or bracketed remarks, so only real wordings are listed.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from pipeline.vietnamese.text import bare
from pipeline.workbooks.wordings import (
    AWARD_LEVELS,
    CAPACITIES,
    CARRIED_BY,
    DIRECTIONS,
    ELECTIONS,
    FORMS,
    LEVELS,
    MANNERS,
    NOT_APPLICABLE,
    PERIODS,
    PROFILES,
    RANKINGS,
    RECIPIENTS,
    ROLES,
    SECTIONS,
    SIGNING_ORDERS,
    SOURCES,
    STATUSES,
    TYPES_OF_CRITERIA,
    UNIT_ROLES,
    USES,
    VOTERS,
    YES_NO,
)  # fmt: skip

Kind = Literal[
    "text", "lines", "names", "count", "points", "money", "number", "percent", "amount", "date", "time",
    "year", "choice", "unit",
]  # fmt: skip
Layout = Literal["keys", "rows", "scores", "counts"]


@dataclass(frozen=True)
class Column:
    """A column of a table, or a key of a two-column sheet.

    `lines`: several values, in lines or repeated keys; `names`: several, parted by `;`;
    `amount`: a number or a text; `filled`: a merged cell counts for every row it covers.
    """

    field: str
    header: str
    kind: Kind = "text"
    aliases: tuple[str, ...] = ()
    required: bool = False
    choices: Mapping[str, str] = dataclasses.field(default_factory=dict)
    says: str = ""
    filled: bool = False
    factor: int = 1
    """What one unit of a number stands for: 1000000 under "Số tiền (triệu đồng)"."""

    @cached_property
    def labels(self) -> frozenset[str]:
        """The bare headers that name this column."""
        return frozenset(bare(label) for label in (self.header, *self.aliases))

    @cached_property
    def bare_choices(self) -> Mapping[str, str]:
        """The choices by their bare wordings."""
        return {bare(wording): value for wording, value in self.choices.items()}

    @property
    def wordings(self) -> tuple[str, ...]:
        """The usual wording of each choice."""
        firsts = {value: wording for wording, value in reversed(tuple(self.choices.items()))}
        return tuple(dict.fromkeys(firsts[value] for value in self.choices.values()))


@dataclass(frozen=True)
class Sheet:
    """A sheet of the contract: what one row is, and its columns or keys."""

    name: str
    row: str
    columns: tuple[Column, ...]
    aliases: tuple[str, ...] = ()
    layout: Layout = "rows"
    owned: bool = False
    """A row without a unit is the unit's whose workbook this is."""

    @cached_property
    def labels(self) -> Mapping[str, Column]:
        """The columns or keys by their bare headers."""
        return {label: column for column in reversed(self.columns) for label in column.labels}

    def column(self, name: str) -> Column:
        """The column of a field."""
        return next(column for column in self.columns if column.field == name)


NUMBER_COLUMN = Column("order", "STT", "text", ("TT", "Số TT", "Số thứ tự", "#", "Stt"))
_UNIT = Column(
    "unit", "Đơn vị", "unit",
    ("Tên đơn vị", "Tên cơ quan, đơn vị", "Cơ quan, đơn vị", "Đơn vị thành viên", "Tên cơ quan", "Cơ quan",
     "Đơn vị được chấm", "Đơn vị báo cáo", "Đơn vị công tác", "Nơi công tác"),
    filled=True,
)  # fmt: skip
_SIGNING = (
    Column("signer", "Người ký", aliases=("Họ tên người ký", "Người đại diện", "Đại diện")),
    Column("signer_rank", "Cấp bậc", aliases=("Cấp bậc người ký", "Quân hàm")),
    Column("signer_office", "Chức vụ", aliases=("Chức vụ người ký",)),
)

INFORMATION = Sheet(
    "Thông tin", "một mục và giá trị của nó", layout="keys", aliases=("Thông tin chung", "Thông tin cụm"),
    columns=(
        Column("name", "Tên cụm", required=True, says="tên đầy đủ, cả tên tỉnh, bộ",
               aliases=("Tên khối", "Tên cụm thi đua", "Tên khối thi đua", "Tên cụm, khối", "Cụm, khối",
                        "Tên cụm, khối thi đua")),
        Column("form", "Loại", "choice", choices=FORMS, required=True, aliases=("Loại hình",)),
        Column("number", "Số hoặc tên", aliases=("Số cụm", "Số")),
        Column("block", "Thuộc khối"),
        Column("sector", "Lĩnh vực"),
        Column("level", "Cấp", "choice", choices=LEVELS),
        Column("province", "Tỉnh", aliases=("Tỉnh, thành phố", "Thành phố")),
        Column("superior", "Cơ quan cấp trên", aliases=("Cấp trên",)),
        Column("standing_office", "Cơ quan thường trực"),
        Column("issued_by", "Ban hành theo", "choice", choices=CARRIED_BY),
        Column("issuer", "Cơ quan ban hành"),
        Column("symbol", "Ký hiệu", says="phần sau tên loại, ví dụ CTĐ9"),
        Column("profile", "Thể thức", "choice", choices=PROFILES),
        Column("period", "Kỳ", "choice", choices=PERIODS, required=True, aliases=("Kỳ báo cáo",)),
        Column("year", "Năm", "year", required=True, aliases=("Năm báo cáo", "Năm học"),
               says="năm học ghi 2017-2018"),
        Column("unit", "Đơn vị", says="trong sổ của một đơn vị", aliases=("Tên đơn vị", "Đơn vị báo cáo")),
        Column("leader_title", "Chức danh trưởng"),
        Column("deputy_title", "Chức danh phó"),
        Column("movement", "Tên phong trào", says="phong trào thường xuyên mang tên riêng"),
        Column("theme", "Chủ đề", "lines"),
        Column("slogan", "Khẩu hiệu", "lines"),
        Column("place_name", "Địa danh"),
        Column("meeting_day", "Ngày hội nghị", "date", aliases=("Ngày họp",)),
        Column("session", "Buổi"),
        Column("starts", "Giờ bắt đầu", "time"),
        Column("ends", "Giờ kết thúc", "time"),
        Column("venue", "Nơi tổ chức", aliases=("Địa điểm",)),
        Column("host", "Đơn vị đăng cai"),
        Column("voters", "Số thành viên bỏ phiếu", "count"),
        Column("next_leader", "Cụm trưởng năm sau", "unit",
               aliases=("Khối trưởng năm sau", "Trưởng cụm năm sau", "Trưởng khối năm sau")),
        Column("next_deputy", "Cụm phó năm sau", "names",
               aliases=("Khối phó năm sau", "Phó trưởng cụm năm sau", "Phó trưởng khối năm sau",
                        "Phó cụm trưởng năm sau")),
        Column("manner", "Cách chọn", "choice", choices=ELECTIONS),
        Column("pledge_year", "Năm giao ước", "year"),
        Column("committed", "Cam kết đủ điều kiện, tiêu chuẩn", "choice", choices=YES_NO,
               says="có: tờ trình ghi lời cam kết"),
        Column("addressees", "Kính gửi", "lines"),
        Column("recipients", "Nơi nhận", "lines"),
        Column("paper_day", "Ngày văn bản", "date"),
        Column("signer", "Người ký"),
        Column("signer_rank", "Cấp bậc người ký"),
        Column("signer_office", "Chức vụ người ký"),
        Column("capacity", "Thẩm quyền ký", "choice", choices=CAPACITIES),
    ),
)  # fmt: skip

PAPERS = Sheet(
    "Văn bản", "một văn bản khác với mục Thông tin",
    columns=(
        Column("paper", "Loại văn bản", required=True, aliases=("Văn bản",)),
        Column("number", "Số", aliases=("Số văn bản",)),
        Column("day", "Ngày", "date", aliases=("Ngày văn bản",)),
        Column("addressees", "Kính gửi", "lines"),
        *_SIGNING,
        Column("capacity", "Thẩm quyền ký", "choice", choices=CAPACITIES),
        Column("recipients", "Nơi nhận", "lines"),
    ),
)  # fmt: skip

PEOPLE = Sheet(
    "Thành phần", "một người dự hội nghị", aliases=("Thành phần tham dự", "Thành phần dự họp"),
    columns=(
        Column("name", "Họ tên", required=True, aliases=("Họ và tên",)),
        Column("rank", "Cấp bậc"),
        Column("honorific", "Danh xưng", aliases=("Ông/Bà",)),
        Column("office", "Chức vụ"),
        Column("unit", "Đơn vị", aliases=("Cơ quan, đơn vị", "Đơn vị công tác")),
        Column("role", "Vai trò", "choice", choices=ROLES, required=True),
        Column("note", "Ghi chú"),
    ),
)  # fmt: skip

UNITS = Sheet(
    "Đơn vị", "một đơn vị thành viên", aliases=("Danh sách đơn vị", "Đơn vị thành viên"),
    columns=(
        Column("code", "Mã", aliases=("Mã đơn vị",)),
        Column("name", "Tên đơn vị", required=True, aliases=("Đơn vị", "Tên cơ quan, đơn vị")),
        Column("short", "Tên viết tắt", aliases=("Viết tắt", "Tên ngắn")),
        Column("aliases", "Tên gọi khác", "names", says="ngăn bằng dấu ;"),
        Column("role", "Vai trò", "choice", choices=UNIT_ROLES),
        Column("kind", "Loại", aliases=("Loại đơn vị",)),
        Column("parent", "Cơ quan chủ quản", aliases=("Chủ quản",)),
        *_SIGNING,
        Column("registered", "Danh hiệu đăng ký", "names",
               aliases=("Đăng ký danh hiệu", "Danh hiệu, hình thức đăng ký")),
        Column("since", "Thành viên từ năm", "year"),
        Column("until", "Thành viên đến năm", "year"),
        Column("women", "Tỷ lệ nữ", "percent"),
        Column("barred", "Không xét khen thưởng", says="lý do; không in ra văn bản"),
    ),
)  # fmt: skip

RULES = Sheet(
    "Quy định", "một quy định và giá trị của nó", layout="keys", aliases=("Quy định chấm điểm",),
    columns=(
        Column("scale", "Thang điểm", "count"),
        Column("source", "Điểm dùng để xếp hạng", "choice", choices=SOURCES),
        Column("ranking", "Xếp hạng", "choice", choices=RANKINGS),
        Column("ties", "Đồng hạng", "lines", says="cùng hạng; hoặc lần lượt: điểm thưởng, tiêu chí I, tỷ lệ nữ, phiếu"),
        Column("bonus_cap", "Điểm thưởng tối đa", "points"),
        Column("bonus_outside", "Điểm thưởng tính ngoài thang", "choice", choices=YES_NO),
        Column("not_applicable", "Tiêu chí không áp dụng", "choice", choices=NOT_APPLICABLE, says="khi ô điểm ghi KAD"),
        Column("step", "Bước điểm", "points"),
        Column("rounding", "Làm tròn", says="số chữ số thập phân", kind="count"),
        Column("grades", "Xếp loại", "lines", says="ví dụ: Xuất sắc: từ 90 điểm"),
        Column("flags_cap", "Số Cờ tối đa", "count"),
        Column("certificates_cap", "Số Bằng khen tối đa", "count"),
        Column("thresholds", "Tỷ lệ phiếu tối thiểu", "lines", says="ví dụ: Cờ thi đua: 80%"),
        Column("voters", "Tỷ lệ phiếu tính trên", "choice", choices=VOTERS),
        Column("padded", "Số đếm có số 0 đứng trước", "choice", choices=YES_NO),
        Column("numbered_laws", "Viện dẫn luật kèm số", "choice", choices=YES_NO,
               says="để trống: có, với văn bản từ năm 2025"),
        Column("signing_order", "Thứ tự ký giao ước", "choice", choices=SIGNING_ORDERS),
    ),
)  # fmt: skip

_CODE = Column("code", "Mã", aliases=("Mã tiêu chí", "STT", "TT", "Số TT", "Mục"), filled=False)
_CRITERION = Column(
    "name", "Nội dung", required=True,
    aliases=("Tiêu chí", "Nội dung tiêu chí", "Tên tiêu chí", "Nội dung chấm điểm", "Nội dung thi đua",
             "Tiêu chí chấm điểm", "Nội dung, tiêu chí"),
)  # fmt: skip
_MAXIMUM_WORDS = ("Điểm chuẩn", "Thang điểm", "Khung điểm", "Điểm tối đa", "Mức điểm")

CRITERIA = Sheet(
    "Tiêu chí", "một tiêu chí, xếp theo cây I, 1, 1.1, a", aliases=("Thang điểm", "Bảng tiêu chí"),
    columns=(
        Column("year", "Năm", "year"),
        _CODE,
        _CRITERION,
        Column("maximum", "Điểm tối đa", "points", _MAXIMUM_WORDS, required=True),
        Column("type", "Loại", "choice", choices=TYPES_OF_CRITERIA, aliases=("Loại điểm",)),
        Column("applies", "Áp dụng cho", "names"),
    ),
)  # fmt: skip

SCORES = Sheet(
    "Chấm điểm", "một tiêu chí của một đơn vị, hoặc một đơn vị", layout="scores", owned=True,
    aliases=("Bảng điểm", "Bảng chấm điểm", "Điểm thi đua", "Tổng hợp điểm", "Bảng tổng hợp điểm"),
    columns=(
        Column("code", "Mã", aliases=("Mã tiêu chí", "STT", "TT", "Số TT")),
        Column("name", "Nội dung", aliases=_CRITERION.aliases),
        _UNIT,
        Column("maximum", "Điểm tối đa", "points", _MAXIMUM_WORDS),
        Column("self", "Tự chấm", "points",
               ("Điểm tự chấm", "Tự đánh giá", "Đơn vị tự chấm", "Điểm đơn vị tự chấm", "Tự chấm điểm")),
        Column("cross", "Chấm chéo", "points", ("Điểm chấm chéo", "Kiểm tra chéo")),
        Column("appraised", "Thẩm định", "points",
               ("Điểm thẩm định", "Cụm chấm", "Khối chấm", "Hội đồng chấm", "Điểm duyệt", "Cụm thẩm định",
                "Khối thẩm định", "Điểm cụm chấm", "Tổ thẩm định chấm", "Hội đồng thẩm định", "Tổ thẩm định",
                "Điểm cụm thẩm định", "Điểm khối thẩm định", "Điểm khối chấm", "Điểm Hội đồng chấm",
                "Điểm Hội đồng thẩm định", "Kết quả thẩm định", "Điểm được duyệt")),
        Column("note", "Ghi chú", aliases=("Minh chứng", "Ghi chú, minh chứng", "Ghi chú / Minh chứng")),
        Column("bonus", "Điểm thưởng", "points", ("Điểm cộng", "Thưởng")),
        Column("penalty", "Điểm trừ", "points", ("Trừ điểm", "Bị trừ")),
        Column("total", "Tổng điểm", "points", ("Tổng cộng", "Tổng số điểm", "Cộng", "Tổng")),
        Column("rank", "Xếp thứ", "count", ("Xếp hạng", "Thứ hạng", "Hạng", "Thứ tự xếp hạng")),
        Column("grade", "Xếp loại"),
    ),
)  # fmt: skip

_COUNT_COLUMNS = (
    _UNIT,
    Column("form", "Hình thức", filled=True,
           aliases=("Hình thức khen thưởng", "Danh hiệu, hình thức khen thưởng", "Danh hiệu, hình thức",
                    "Danh hiệu thi đua, hình thức khen thưởng", "Danh hiệu hoặc hình thức")),
    Column("level", "Cấp", "choice", choices=AWARD_LEVELS,
        aliases=("Cấp khen thưởng", "Cấp khen"), filled=True),
    Column("manner", "Phương thức", aliases=("Phương thức khen thưởng",)),
    Column("collective", "Tập thể", "count", ("TT", "SL tập thể", "Số tập thể", "Số lượt tập thể",
                                               "Lượt tập thể")),
    Column("person", "Cá nhân", "count", ("CN", "SL cá nhân", "Số cá nhân", "Số lượt cá nhân", "Lượt cá nhân")),
    Column("household", "Hộ gia đình", "count", ("Hộ", "Số hộ", "Lượt hộ gia đình", "Gia đình")),
    Column("note", "Ghi chú"),
)  # fmt: skip
COMMENDATIONS = Sheet(
    "Khen thưởng", "một đơn vị và một hình thức; số đếm là lượt", _COUNT_COLUMNS, layout="counts",
    owned=True, aliases=("Kết quả khen thưởng", "Tổng hợp khen thưởng"),
)  # fmt: skip
COMMENDATIONS_BEFORE = Sheet(
    "Khen thưởng kỳ trước", "như trang Khen thưởng, của cùng kỳ năm trước", _COUNT_COLUMNS,
    layout="counts", owned=True, aliases=("Khen thưởng năm trước", "Khen thưởng cùng kỳ"),
)  # fmt: skip

NOMINATIONS = Sheet(
    "Đề nghị", "một trường hợp được suy tôn, đề nghị", owned=True,
    aliases=("Đề nghị khen thưởng", "Danh sách đề nghị", "Suy tôn"),
    columns=(
        Column("recipient", "Đối tượng", "choice", choices=RECIPIENTS),
        Column("name", "Tên", required=True, filled=False,
               aliases=("Họ và tên", "Tên tập thể", "Tên tập thể, cá nhân", "Họ tên", "Tên đối tượng")),
        Column("honorific", "Danh xưng"),
        Column("born", "Ngày sinh", aliases=("Năm sinh", "Ngày, tháng, năm sinh")),
        Column("office", "Chức vụ"),
        _UNIT,
        Column("award", "Danh hiệu hoặc hình thức", filled=True,
               aliases=("Danh hiệu, hình thức", "Hình thức khen thưởng", "Hình thức đề nghị", "Hình thức",
                        "Danh hiệu, hình thức đề nghị", "Danh hiệu", "Danh hiệu thi đua", "Danh hiệu đề nghị",
                        "Danh hiệu, hình thức khen thưởng")),
        Column("decider", "Cấp quyết định", aliases=("Thẩm quyền quyết định",)),
        Column("rank", "Xếp thứ", "count", ("Xếp hạng", "Thứ hạng")),
        Column("summary", "Tóm tắt thành tích", aliases=("Thành tích",)),
        Column("status", "Trạng thái", "choice", choices=STATUSES),
        Column("number", "Số quyết định", aliases=("Số QĐ", "Quyết định số")),
        Column("day", "Ngày quyết định", "date", aliases=("Ngày QĐ",)),
    ),
)  # fmt: skip

BALLOTS = Sheet(
    "Bỏ phiếu", "một đối tượng trong một lần bỏ phiếu", aliases=("Kết quả bỏ phiếu", "Kiểm phiếu"),
    columns=(
        Column("round", "Vòng"),
        Column("manner", "Hình thức", "choice", choices=MANNERS, filled=True, aliases=("Hình thức bỏ phiếu",)),
        Column("subject", "Nội dung", required=True, aliases=("Nội dung bỏ phiếu",), filled=True),
        Column("candidate", "Đối tượng", aliases=("Tên đối tượng", "Đơn vị", "Tên")),
        Column("issued", "Phát ra", "count", ("Số phiếu phát ra",)),
        Column("returned", "Thu về", "count", ("Số phiếu thu về", "Thu vào")),
        Column("valid", "Hợp lệ", "count", ("Số phiếu hợp lệ",)),
        Column("invalid", "Không hợp lệ", "count", ("Số phiếu không hợp lệ",)),
        Column("yes", "Đồng ý", "count", ("Số phiếu đồng ý", "Tán thành")),
        Column("no", "Không đồng ý", "count", ("Số phiếu không đồng ý", "Không tán thành")),
        Column("blank", "Không có ý kiến", "count", ("Ý kiến khác",)),
    ),
)  # fmt: skip

PLEDGE = Sheet(
    "Giao ước", "một chỉ tiêu", aliases=("Giao ước thi đua", "Chỉ tiêu giao ước", "Chỉ tiêu"),
    columns=(
        Column("year", "Năm", "year", filled=True),
        Column("group", "Nhóm", filled=True, aliases=("Nhóm nội dung", "Nhóm chỉ tiêu")),
        Column("content", "Nội dung", filled=True, aliases=("Nội dung thi đua", "Nội dung giao ước")),
        Column("target", "Chỉ tiêu", aliases=("Tên chỉ tiêu", "Chỉ tiêu đăng ký", "Chỉ tiêu giao ước")),
        Column("measure", "Đơn vị tính", aliases=("ĐVT",)),
        _UNIT,
        Column("direction", "Chiều", "choice", choices=DIRECTIONS),
        Column("before", "Kết quả năm trước", "amount"),
        Column("plan", "Kế hoạch", "amount", ("Kế hoạch năm", "Mức phấn đấu")),
        Column("result", "Kết quả", "amount", ("Thực hiện", "Kết quả thực hiện", "Thực hiện 6 tháng")),
    ),
)  # fmt: skip

CONTRIBUTIONS = Sheet(
    "Xã hội, từ thiện", "một hoạt động xã hội, từ thiện", owned=True,
    aliases=("Đóng góp", "Hoạt động xã hội", "An sinh xã hội"),
    columns=(
        _UNIT,
        Column("activity", "Hoạt động", aliases=("Nội dung", "Nội dung hoạt động"), required=True),
        Column("amount", "Số tiền", "money", ("Kinh phí", "Giá trị")),
        Column("quantity", "Số lượng", "number"),
        Column("measure", "Đơn vị tính", aliases=("ĐVT",)),
        Column("beneficiaries", "Đối tượng hưởng", aliases=("Đối tượng thụ hưởng", "Đối tượng")),
        Column("day", "Ngày", "date", aliases=("Thời gian",)),
    ),
)  # fmt: skip

MOVEMENTS = Sheet(
    "Phong trào", "một phong trào thi đua", aliases=("Phong trào thi đua",),
    columns=(
        Column("name", "Tên phong trào", required=True, aliases=("Phong trào",)),
        Column("launched_by", "Đơn vị phát động", aliases=("Cơ quan phát động",)),
        Column("time", "Thời gian", aliases=("Thời gian phát động",)),
        Column("result", "Kết quả", "lines", aliases=("Kết quả thực hiện",)),
    ),
)  # fmt: skip

PASSAGES = Sheet(
    "Nội dung", "một đoạn văn của báo cáo", owned=True, aliases=("Nội dung báo cáo", "Lời văn"),
    columns=(
        Column("section", "Mục", "choice", choices=SECTIONS, required=True, filled=True,
               aliases=("Đề mục", "Phần")),
        _UNIT,
        Column("text", "Nội dung", "lines", required=True, aliases=("Đoạn văn",)),
    ),
)  # fmt: skip

CITATIONS = Sheet(
    "Căn cứ", "một văn bản được viện dẫn", aliases=("Căn cứ pháp lý", "Văn bản căn cứ"),
    columns=(
        Column("kind", "Loại", required=True, aliases=("Loại văn bản", "Tên loại")),
        Column("number", "Số", aliases=("Số, ký hiệu", "Số ký hiệu")),
        Column("day", "Ngày", "date", aliases=("Ngày ban hành",)),
        Column("issuer", "Cơ quan", aliases=("Cơ quan ban hành",)),
        Column("abstract", "Trích yếu", aliases=("Về việc",)),
        Column("use", "Dùng cho", "choice", choices=USES),
    ),
)  # fmt: skip

PAST_AWARDS = Sheet(
    "Khen thưởng đã nhận", "một quyết định khen thưởng đã có của một đơn vị", owned=True,
    columns=(
        dataclasses.replace(_UNIT, aliases=tuple(alias for alias in _UNIT.aliases if alias != "Cơ quan")),
        Column("year", "Năm", "year", required=True),
        Column("award", "Danh hiệu hoặc hình thức", required=True,
               aliases=("Danh hiệu, hình thức", "Danh hiệu", "Hình thức khen thưởng", "Hình thức")),
        Column("number", "Số quyết định", required=True, aliases=("Số QĐ", "Quyết định số")),
        Column("day", "Ngày", "date"),
        Column("issuer", "Cơ quan"),
    ),
)  # fmt: skip

SHEETS = (
    INFORMATION, PAPERS, PEOPLE, UNITS, RULES, CRITERIA, SCORES, COMMENDATIONS, COMMENDATIONS_BEFORE,
    NOMINATIONS, BALLOTS, PLEDGE, CONTRIBUTIONS, MOVEMENTS, PASSAGES, CITATIONS, PAST_AWARDS,
)  # fmt: skip
BY_NAME = {sheet.name: sheet for sheet in SHEETS}
