"""Whole dossiers of clusters unlike the samples, as workbooks; nothing here knows how the program reads them.

Each differs from the others in who organises it, who leads it, how its units are called and counted, and in the layout
of its sheets.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from workbooks_from_text import book


@dataclass(frozen=True)
class Other:
    """One cluster: the keys of "Thông tin", its units with kind, superior body and head, its scale, its awards."""

    folder: str
    facts: Mapping[str, str]
    units: Sequence[tuple[str, str, str, str, str]]
    """Name, kind, body above it, who signs for it, his office."""
    groups: Sequence[tuple[str, int]]
    flag: str
    certificate: str
    rules: Sequence[str] = ()
    people: Sequence[str] = ()
    leaders: tuple[str, str] = ("", "")
    more: Mapping[str, str] = field(default_factory=dict)

    @property
    def names(self) -> list[str]:
        return [unit[0] for unit in self.units]


def sheets(of: Other) -> dict[str, str]:
    """The sheets of a cluster's one workbook."""
    found = {
        "Thông tin": _table("Mục | Nội dung", *(f"{key} | {value}" for key, value in of.facts.items())),
        "Đơn vị": _table("TT | Tên đơn vị | Loại đơn vị | Cơ quan chủ quản | Người đại diện | Chức vụ | Vai trò",
                         *_unit_rows(of)),
        "Quy định": _table("Quy định | Giá trị", f"Thang điểm | {sum(most for _, most in of.groups)}",
                           "Điểm dùng để xếp hạng | thẩm định", "Điểm thưởng tối đa | 10", *of.rules),
        "Tiêu chí": _table("Mã | Nội dung | Điểm tối đa",
                           *(f"{at} | {name} | {most}" for at, (name, most) in enumerate(of.groups, 1))),
        "Chấm điểm": _table(_score_head(of), *_score_rows(of)),
        "Khen thưởng": _table("STT | Đơn vị | Hình thức | Cấp | Tập thể | Cá nhân", *_count_rows(of)),
        "Đề nghị": _table("STT | Đối tượng | Tên | Danh hiệu hoặc hình thức | Tóm tắt thành tích", *_nominations(of)),
        "Bỏ phiếu": _table("Hình thức | Nội dung | Đối tượng | Phát ra | Thu về | Hợp lệ | Không hợp lệ | Đồng ý | "
                           "Không đồng ý", *_votes(of)),
        "Giao ước": _table("STT | Năm | Nhóm | Chỉ tiêu | Đơn vị tính | Chiều | Kế hoạch | Kết quả", *_targets(of)),
        "Thành phần": _table("Họ tên | Chức vụ | Đơn vị | Vai trò", *of.people),
        "Nội dung": _table("STT | Mục | Đơn vị | Nội dung", *_passages(of)),
    }  # fmt: skip
    return {name: text for name, text in {**found, **of.more}.items() if text}


def write(folder: Path, of: Other) -> Path:
    """The dossier of a cluster below a folder of inputs."""
    book(folder / of.folder / "Sổ của cụm.xlsx", sheets(of))
    return folder


def _table(head: str, *rows: str) -> str:
    return "\n".join((head, *rows)) if rows else ""


def _unit_rows(of: Other) -> list[str]:
    posts = {of.leaders[0]: "trưởng", of.leaders[1]: "phó"}
    form = of.facts["Loại"]
    return [
        f"{at} | {' | '.join(unit)} | {f'{form} {posts[unit[0]]}' if unit[0] in posts else ''}"
        for at, unit in enumerate(of.units, 1)
    ]


def _score_head(of: Other) -> str:
    return " | ".join(("TT", "Đơn vị", *(f"{at}. {name}" for at, (name, _) in enumerate(of.groups, 1)), "Điểm thưởng"))


def _score_rows(of: Other) -> list[str]:
    """Each unit loses a little more than the one before it; the second has bonus."""
    rows = []
    for at, unit in enumerate(of.names):
        points = [f"{most - at * most / 200:g}".replace(".", ",") for _, most in of.groups]
        rows.append(" | ".join((str(at + 1), unit, *points, "0,25" if at == 1 else "")))
    return rows


def _count_rows(of: Other) -> list[str]:
    forms = (
        (of.certificate, "cấp bộ, ban, ngành, tỉnh", 3, 11), ("Giấy khen", "cấp cơ sở", 14, 62),
        ("Tập thể lao động tiên tiến", "cấp cơ sở", 6, 0),
    )  # fmt: skip
    rows = [(unit, *form) for unit in of.names for form in forms]
    return [
        f"{at} | {unit} | {form} | {level} | {many + at} | {more + 3 * at if more else ''}"
        for at, (unit, form, level, many, more) in enumerate(rows, 1)
    ]


def _nominations(of: Other) -> list[str]:
    first, second, *_ = of.names
    return [f"1 | tập thể | {first} | {of.flag} | Dẫn đầu phong trào thi đua",
            f"2 | tập thể | {second} | {of.certificate} | Hoàn thành xuất sắc nhiệm vụ"]  # fmt: skip


def _votes(of: Other) -> list[str]:
    first, second, *_ = of.names
    all_of = len(of.units)
    box = f"{all_of} | {all_of} | {all_of} | 0"
    return [f"phiếu kín | {of.flag} | {first} | {box} | {all_of} | 0",
            f"phiếu kín | {of.certificate} | {second} | {box} | {all_of - 1} | 1"]  # fmt: skip


def _targets(of: Other) -> list[str]:
    year, following = of.facts["Năm"], of.facts["Năm giao ước"]
    return [
        f"1 | {year} | Nhiệm vụ chuyên môn | Nhiệm vụ hoàn thành đúng hạn | % | tăng | 95 | 98",
        f"2 | {year} | Xã hội, từ thiện | Suất quà tặng hộ nghèo | suất | tăng | 120 | 150",
        f"3 | {following} | Nhiệm vụ chuyên môn | Nhiệm vụ hoàn thành đúng hạn | % | tăng | 96 |",
        f"4 | {following} | Xã hội, từ thiện | Suất quà tặng hộ nghèo | suất | tăng | 130 |",
    ]


def _passages(of: Other) -> list[str]:
    form, first = of.facts["Loại"], of.names[0]
    said = (
        ("Thuận lợi, khó khăn", "", f"{form} luôn nhận được sự quan tâm chỉ đạo của cấp trên."),
        ("Chỉ đạo", "", "Các đơn vị đã ban hành kế hoạch, phát động thi đua từ đầu năm."),
        ("Kết quả", first, "Đơn vị hoàn thành toàn diện các nhiệm vụ được giao."),
        ("Ưu điểm", "", "Phong trào thi đua được triển khai đồng bộ, có trọng tâm."),
        ("Hạn chế", "", "Một số đơn vị gửi báo cáo còn chậm."),
        ("Nhiệm vụ", "", "Tiếp tục đổi mới nội dung, hình thức tổ chức phong trào thi đua."),
        ("Thảo luận", first, "Nhất trí với dự thảo báo cáo."),
        ("Kết luận", "", "Hội nghị thống nhất các nội dung đã thảo luận."),
    )
    return [f"{at} | {' | '.join(line)}" for at, line in enumerate(said, 1)]


# --- the clusters ---------------------------------------------------------------------------------

HUNDRED = (("Nhiệm vụ chuyên môn", 60), ("Phong trào thi đua, khen thưởng", 30), ("Xã hội, từ thiện", 10))
THOUSAND = (("Sản xuất, kinh doanh", 600), ("Chăm lo người lao động", 250), ("Phong trào thi đua", 150))

MINISTRY = Other(
    "khoi-bo-khoa-hoc",
    {"Tên cụm": "Khối thi đua các viện nghiên cứu Bộ Khoa học và Công nghệ", "Loại": "Khối", "Cấp": "bộ",
     "Cơ quan cấp trên": "Bộ Khoa học và Công nghệ", "Cơ quan thường trực": "Vụ Tổ chức cán bộ", "Kỳ": "Năm",
     "Năm": "2024", "Năm giao ước": "2025", "Địa danh": "Hà Nội", "Ngày hội nghị": "<2024-12-20>",
     "Kính gửi": "Hội đồng Thi đua - Khen thưởng Bộ Khoa học và Công nghệ",
     "Khối trưởng năm sau": "Viện Năng lượng nguyên tử Việt Nam", "Cách chọn": "luân phiên"},
    [("Viện Ứng dụng công nghệ", "khoa học", "Bộ Khoa học và Công nghệ", "Nguyễn Phú Hùng", "Viện trưởng"),
     ("Viện Năng lượng nguyên tử Việt Nam", "khoa học", "Bộ Khoa học và Công nghệ", "Trần Chí Thành", "Viện trưởng"),
     ("Học viện Khoa học, Công nghệ và Đổi mới sáng tạo", "trường", "Bộ Khoa học và Công nghệ", "Lê Công Lương",
      "Giám đốc"),
     ("Viện Đánh giá khoa học và Định giá công nghệ", "khoa học", "Bộ Khoa học và Công nghệ", "", ""),
     ("Trung tâm Thông tin, Thống kê khoa học", "khoa học", "Bộ Khoa học và Công nghệ", "", "")],
    HUNDRED, "Cờ thi đua của Bộ Khoa học và Công nghệ", "Bằng khen của Bộ trưởng Bộ Khoa học và Công nghệ",
    leaders=("Viện Ứng dụng công nghệ", "Viện Năng lượng nguyên tử Việt Nam"),
)  # fmt: skip
"""Under a ministry, in no province; the leader rotates; names of units hold commas."""

BLOCK = Other(
    "khoi-noi-chinh",
    {"Tên cụm": "Khối thi đua Nội chính tỉnh Lạng Sơn", "Loại": "Khối", "Cấp": "tỉnh", "Tỉnh": "Lạng Sơn",
     "Cơ quan cấp trên": "UBND tỉnh Lạng Sơn", "Cơ quan thường trực": "Sở Nội vụ tỉnh Lạng Sơn", "Kỳ": "Năm",
     "Năm": "2025", "Năm giao ước": "2026", "Địa danh": "Lạng Sơn", "Ngày hội nghị": "<2025-12-18>",
     "Đơn vị đăng cai": "Thanh tra tỉnh", "Khối trưởng năm sau": "Thanh tra tỉnh", "Cách chọn": "phân công",
     "Kính gửi": "Hội đồng Thi đua - Khen thưởng tỉnh Lạng Sơn"},
    [("Tòa án nhân dân tỉnh", "khác", "Tòa án nhân dân tối cao", "Hoàng Văn Tiền", "Chánh án"),
     ("Thanh tra tỉnh", "sở", "UBND tỉnh Lạng Sơn", "Nguyễn Thị Hà", "Chánh Thanh tra"),
     ("Viện kiểm sát nhân dân tỉnh", "khác", "Viện kiểm sát nhân dân tối cao", "Phạm Hoàng Diệu", "Viện trưởng"),
     ("Công an tỉnh", "lực lượng vũ trang", "Bộ Công an", "Thái Hồng Công", "Giám đốc"),
     ("Sở Tư pháp", "sở", "UBND tỉnh Lạng Sơn", "Hoàng Thúy Duyên", "Giám đốc"),
     ("Thi hành án dân sự tỉnh", "khác", "Bộ Tư pháp", "Hoàng Thế Anh", "Trưởng Thi hành án dân sự")],
    HUNDRED, "Cờ thi đua của UBND tỉnh", "Bằng khen của Chủ tịch UBND tỉnh",
    people=("Hoàng Văn Tiền | Chánh án | Tòa án nhân dân tỉnh | chủ trì",
            "Nguyễn Thị Hà | Chánh Thanh tra | Thanh tra tỉnh | chủ trì",
            "Lương Trọng Quỳnh | Phó Chủ tịch UBND tỉnh | | dự và chỉ đạo",
            "Vi Thị Lan | Chuyên viên | Thanh tra tỉnh | thư ký"),
    leaders=("Tòa án nhân dân tỉnh", "Thanh tra tỉnh"),
)  # fmt: skip
"""Two chairs; the deputy's unit organises the conference; the leader is appointed."""

SCHOOLS = Other(
    "cum-truong-thpt",
    {"Tên cụm": "Cụm thi đua số 3 các trường trung học phổ thông tỉnh Ninh Thuận", "Loại": "Cụm", "Cấp": "ngành",
     "Tỉnh": "Ninh Thuận", "Số hoặc tên": "3", "Cơ quan cấp trên": "Sở Giáo dục và Đào tạo tỉnh Ninh Thuận",
     "Cơ quan thường trực": "Văn phòng Sở", "Kỳ": "Năm học", "Năm": "2023-2024", "Năm giao ước": "2024-2025",
     "Địa danh": "Phan Rang - Tháp Chàm", "Ngày hội nghị": "<2024-06-20>", "Cách chọn": "bầu",
     "Cụm trưởng năm sau": "Trường THPT Tháp Chàm", "Cụm phó năm sau": "Trường THPT Ninh Hải",
     "Kính gửi": "Hội đồng Thi đua - Khen thưởng Sở Giáo dục và Đào tạo"},
    [(f"Trường THPT {name}", "trường", "Sở Giáo dục và Đào tạo tỉnh Ninh Thuận", "", "Hiệu trưởng")
     for name in ("Chu Văn An", "Tháp Chàm", "Ninh Hải", "An Phước", "Phạm Văn Đồng", "Nguyễn Văn Linh",
                  "Trường Chinh", "Bác Ái", "Phan Bội Châu", "Tôn Đức Thắng", "Lê Duẩn", "Nguyễn Du")],
    HUNDRED, "Cờ thi đua của UBND tỉnh", "Bằng khen của Chủ tịch UBND tỉnh",
    leaders=("Trường THPT Chu Văn An", "Trường THPT Tháp Chàm"),
)  # fmt: skip
"""A school year, twelve units."""

PARTY = Other(
    "cum-dang-uy",
    {"Tên cụm": "Cụm thi đua số 6 Tỉnh ủy Đắk Lắk", "Loại": "Cụm", "Cấp": "tỉnh", "Tỉnh": "Đắk Lắk",
     "Số hoặc tên": "6", "Cơ quan cấp trên": "Tỉnh ủy Đắk Lắk", "Cơ quan thường trực": "Ban Tổ chức Tỉnh ủy",
     "Ban hành theo": "đơn vị Cụm trưởng", "Ký hiệu": "ĐU", "Kỳ": "Năm", "Năm": "2024", "Năm giao ước": "2025",
     "Địa danh": "Buôn Ma Thuột", "Ngày hội nghị": "<2024-12-27>", "Cách chọn": "luân phiên",
     "Cụm trưởng năm sau": "Đảng ủy Công an tỉnh", "Kính gửi": "Ban Thường vụ Tỉnh ủy"},
    [("Đảng ủy Khối các cơ quan tỉnh", "Đảng", "Tỉnh ủy Đắk Lắk", "Võ Ngọc Tuyên", "Bí thư"),
     ("Đảng ủy Công an tỉnh", "Đảng", "Tỉnh ủy Đắk Lắk", "", ""),
     ("Đảng ủy Quân sự tỉnh", "Đảng", "Tỉnh ủy Đắk Lắk", "", ""),
     ("Đảng ủy Khối doanh nghiệp", "Đảng", "Tỉnh ủy Đắk Lắk", "", ""),
     ("Đảng ủy Đại học Tây Nguyên", "Đảng", "Tỉnh ủy Đắk Lắk", "", "")],
    HUNDRED, "Cờ thi đua của UBND tỉnh", "Bằng khen của Chủ tịch UBND tỉnh",
    leaders=("Đảng ủy Khối các cơ quan tỉnh", "Đảng ủy Công an tỉnh"),
)  # fmt: skip
"""Led by a committee of the Party, which issues the papers."""

FIRMS = Other(
    "khoi-doanh-nghiep",
    {"Tên cụm": "Khối thi đua số 9 tỉnh Đồng Nai", "Loại": "Khối", "Cấp": "tỉnh", "Tỉnh": "Đồng Nai",
     "Số hoặc tên": "9", "Cơ quan cấp trên": "UBND tỉnh Đồng Nai", "Cơ quan thường trực": "Sở Nội vụ tỉnh Đồng Nai",
     "Kỳ": "Năm", "Năm": "2023", "Năm giao ước": "2024", "Địa danh": "Đồng Nai", "Ngày hội nghị": "<2024-01-16>",
     "Khối trưởng năm sau": "Công ty TNHH Một thành viên Cao su, Cà phê Đồng Nai", "Cách chọn": "bầu",
     "Kính gửi": "Hội đồng Thi đua - Khen thưởng tỉnh Đồng Nai"},
    [("Tổng công ty Công nghiệp thực phẩm Đồng Nai", "doanh nghiệp", "", "Nguyễn Hữu Hiểu", "Tổng Giám đốc"),
     ("Công ty TNHH Một thành viên Cao su, Cà phê Đồng Nai", "doanh nghiệp", "", "", ""),
     ("Công ty Cổ phần Cấp nước Đồng Nai", "doanh nghiệp", "", "", ""),
     ("Công ty Cổ phần Xây dựng, Dịch vụ, Thương mại Biên Hòa", "doanh nghiệp", "", "", ""),
     ("Công ty Điện lực Đồng Nai", "doanh nghiệp", "", "", "")],
    THOUSAND, "Cờ thi đua của UBND tỉnh", "Bằng khen của Chủ tịch UBND tỉnh",
    leaders=("Tổng công ty Công nghiệp thực phẩm Đồng Nai", "Công ty Cổ phần Cấp nước Đồng Nai"),
)  # fmt: skip
"""A scale of 1.000; names of units hold commas."""


def half_year(of: Other) -> Other:
    """The same cluster at mid-year, which reviews nobody and elects nobody."""
    later = ("Khối trưởng năm sau", "Cụm trưởng năm sau", "Cụm phó năm sau", "Cách chọn")
    facts = {key: value for key, value in of.facts.items() if key not in later}
    year = facts["Năm"]
    said = {**facts, "Kỳ": "6 tháng đầu năm", "Năm giao ước": year, "Ngày hội nghị": f"<{year}-07-10>"}
    without = dict.fromkeys(("Đề nghị", "Chấm điểm", "Bỏ phiếu", "Quy định", "Tiêu chí"), "")
    return replace(of, folder=f"{of.folder}-6-thang", facts=said, more=without)


OTHERS = (MINISTRY, BLOCK, SCHOOLS, PARTY, FIRMS)
