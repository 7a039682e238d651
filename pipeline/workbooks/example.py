"""A filled example of the forms: a cluster that does not exist, in words that say so."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal

from pipeline.vietnamese.dates import read_date, read_time
from pipeline.workbooks.forms import Line, Lines, Typed
from pipeline.workbooks.sheets import BY_NAME, Column, Sheet

UNIT = "Công an tỉnh Minh Họa"

CLUSTER_TEXT = """
# Thông tin
Tên cụm | Cụm thi đua số 1 tỉnh Minh Họa
Loại | Cụm
Số hoặc tên | 1
Lĩnh vực | Nội chính
Cấp | tỉnh
Tỉnh | Minh Họa
Cơ quan cấp trên | Hội đồng Thi đua - Khen thưởng tỉnh Minh Họa
Ký hiệu | CTĐ1
Kỳ | Năm
Năm | 2024
Chủ đề | Đoàn kết, sáng tạo, thi đua hoàn thành nhiệm vụ năm 2024
Địa danh | Minh Họa
Ngày hội nghị | 12/12/2024
Buổi | sáng
Giờ bắt đầu | 8:00
Giờ kết thúc | 11:30
Nơi tổ chức | Hội trường Sở Nội vụ tỉnh Minh Họa
Đơn vị đăng cai | Sở Nội vụ tỉnh Minh Họa
Cụm trưởng năm sau | Sở Tư pháp tỉnh Minh Họa
Cụm phó năm sau | Thanh tra tỉnh Minh Họa
Cách chọn | bầu
Năm giao ước | 2025
Kính gửi | Chủ tịch Ủy ban nhân dân tỉnh Minh Họa
Nơi nhận | Như trên¶Các đơn vị thành viên¶Lưu: VT
Người ký | Nguyễn Văn A
Chức vụ người ký | Giám đốc Sở Nội vụ
Thẩm quyền ký | TM.

# Đơn vị
Mã | Tên đơn vị | Tên viết tắt | Vai trò | Loại | Người ký | Chức vụ | Danh hiệu đăng ký
SNV | Sở Nội vụ tỉnh Minh Họa | Sở Nội vụ | Cụm trưởng | sở | Nguyễn Văn A | Giám đốc | Cờ thi đua của Ủy ban nhân dân tỉnh
STP | Sở Tư pháp tỉnh Minh Họa | Sở Tư pháp | Cụm phó | sở | Trần Thị B | Giám đốc | Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh
STC | Sở Tài chính tỉnh Minh Họa | Sở Tài chính | | sở | Lê Văn C | Giám đốc | Tập thể Lao động xuất sắc
TTT | Thanh tra tỉnh Minh Họa | Thanh tra tỉnh | | sở | Phạm Thị D | Chánh Thanh tra | Tập thể Lao động xuất sắc
CA | Công an tỉnh Minh Họa | Công an tỉnh | | lực lượng vũ trang | Hoàng Văn G | Giám đốc | Đơn vị quyết thắng

# Quy định
Thang điểm | 100
Điểm dùng để xếp hạng | thẩm định
Xếp hạng | theo điểm
Đồng hạng | cùng hạng
Làm tròn | 2
Xếp loại | Xuất sắc: từ 90 điểm¶Tốt: từ 80 điểm¶Khá: từ 70 điểm
Tỷ lệ phiếu tối thiểu | Cờ thi đua: 80%
Tỷ lệ phiếu tính trên | tổng thành viên

# Tiêu chí
Mã | Nội dung | Điểm tối đa | Loại
I | Thực hiện nhiệm vụ chính trị | 60 | chuẩn
1 | Hoàn thành các chỉ tiêu, nhiệm vụ được giao | 40 | chuẩn
2 | Cải cách hành chính, chuyển đổi số | 20 | chuẩn
II | Công tác thi đua, khen thưởng | 40 | chuẩn
1 | Tổ chức phong trào thi đua | 25 | chuẩn
2 | Chế độ thông tin, báo cáo | 15 | chuẩn
III | Điểm thưởng | 5 | thưởng

# Chấm điểm
Đơn vị | Tự chấm | Thẩm định | Điểm thưởng
Sở Nội vụ tỉnh Minh Họa | 97,5 | 96 | 2
Sở Tư pháp tỉnh Minh Họa | 96 | 95,25 | 1
Sở Tài chính tỉnh Minh Họa | 95 | 94,5 | 0
Thanh tra tỉnh Minh Họa | 94 | 92,75 | 0

# Khen thưởng
Đơn vị | Hình thức | Cấp | Tập thể | Cá nhân
Sở Nội vụ tỉnh Minh Họa | Bằng khen | bộ, tỉnh | 3 | 8
Sở Nội vụ tỉnh Minh Họa | Giấy khen | cơ sở | 12 | 45
Sở Tư pháp tỉnh Minh Họa | Giấy khen | cơ sở | 9 | 31
Sở Tài chính tỉnh Minh Họa | Giấy khen | cơ sở | 10 | 38
Thanh tra tỉnh Minh Họa | Giấy khen | cơ sở | 6 | 17

# Phong trào
Tên phong trào | Đơn vị phát động | Thời gian | Kết quả
Cán bộ, công chức thi đua thực hiện văn hóa công sở | Ủy ban nhân dân tỉnh | 2019 - 2025 | Các đơn vị đã ban hành kế hoạch và ký cam kết thực hiện.

# Nội dung
Mục | Đơn vị | Nội dung
đặc điểm tình hình | | Năm 2024, các đơn vị trong Cụm thực hiện nhiệm vụ trong điều kiện có nhiều thuận lợi, đan xen khó khăn.
chỉ đạo | | Ngay từ đầu năm, Cụm trưởng đã xây dựng kế hoạch hoạt động và phân công nhiệm vụ cho các đơn vị.
kết quả | Sở Nội vụ tỉnh Minh Họa | Giải quyết hồ sơ đúng hạn, hoàn thành 15/15 nhiệm vụ được giao.
ưu điểm | | Các đơn vị đoàn kết, chủ động phối hợp trong các phong trào thi đua.
hạn chế | | Một số đơn vị gửi báo cáo còn chậm so với thời gian quy định.
nhiệm vụ | | Tiếp tục đổi mới nội dung, hình thức tổ chức phong trào thi đua.¶Gửi báo cáo định kỳ đúng thời hạn.

# Xã hội, từ thiện
Đơn vị | Hoạt động | Số tiền | Đối tượng hưởng
Sở Nội vụ tỉnh Minh Họa | Ủng hộ Quỹ “Vì người nghèo” | 15000000 | hộ nghèo
Sở Tài chính tỉnh Minh Họa | Tặng quà gia đình chính sách | 10000000 | gia đình chính sách

# Giao ước
Năm | Nhóm | Nội dung | Chỉ tiêu | Đơn vị tính | Chiều | Kế hoạch
2025 | Nhiệm vụ chính trị | Hoàn thành nhiệm vụ | Tỷ lệ hồ sơ giải quyết đúng hạn | % | tăng | 99
2025 | Thi đua, khen thưởng | Tổ chức phong trào | Phong trào thi đua theo chuyên đề | phong trào | tăng | 2

# Đề nghị
Đối tượng | Tên | Đơn vị | Danh hiệu hoặc hình thức | Cấp quyết định | Tóm tắt thành tích | Trạng thái
tập thể | Sở Nội vụ tỉnh Minh Họa | Sở Nội vụ tỉnh Minh Họa | Cờ thi đua của Ủy ban nhân dân tỉnh | | Dẫn đầu Cụm thi đua năm 2024 | đề nghị
tập thể | Sở Tư pháp tỉnh Minh Họa | Sở Tư pháp tỉnh Minh Họa | Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh | | Hoàn thành xuất sắc nhiệm vụ năm 2024 | đề nghị

# Bỏ phiếu
Hình thức | Nội dung | Đối tượng | Phát ra | Thu về | Hợp lệ | Không hợp lệ | Đồng ý | Không đồng ý
phiếu kín | Cờ thi đua của Ủy ban nhân dân tỉnh | Sở Nội vụ tỉnh Minh Họa | 5 | 5 | 5 | 0 | 5 | 0

# Thành phần
Họ tên | Danh xưng | Chức vụ | Đơn vị | Vai trò
Nguyễn Văn A | ông | Giám đốc | Sở Nội vụ tỉnh Minh Họa | chủ trì
Trần Thị B | bà | Giám đốc | Sở Tư pháp tỉnh Minh Họa | đại diện
Lê Văn C | ông | Giám đốc | Sở Tài chính tỉnh Minh Họa | đại diện
Phạm Thị D | bà | Chánh Thanh tra | Thanh tra tỉnh Minh Họa | đại diện
Đỗ Thị E | bà | Chuyên viên | Sở Nội vụ tỉnh Minh Họa | thư ký

# Căn cứ
Loại | Số | Ngày | Cơ quan | Trích yếu | Dùng cho
Quyết định | 01/QĐ-CTĐ1 | 15/01/2024 | Cụm thi đua số 1 tỉnh Minh Họa | ban hành Quy chế hoạt động của Cụm | Cụm ban hành
"""

UNIT_TEXT = """
# Chấm điểm
Mã | Nội dung | Điểm tối đa | Tự chấm | Thẩm định | Ghi chú
I | Thực hiện nhiệm vụ chính trị | 60
1 | Hoàn thành các chỉ tiêu, nhiệm vụ được giao | 40 | 39,5 | 39 | Báo cáo tổng kết năm
2 | Cải cách hành chính, chuyển đổi số | 20 | 19 | 18,5 | Kết quả chấm điểm cải cách hành chính
II | Công tác thi đua, khen thưởng | 40
1 | Tổ chức phong trào thi đua | 25 | 24,5 | 24 | Kế hoạch phát động, báo cáo sơ kết
2 | Chế độ thông tin, báo cáo | 15 | 14,5 | 14 | Văn bản đã gửi Cụm trưởng
III | Điểm thưởng | 5 | 2 | 2 | Giấy chứng nhận sáng kiến

# Khen thưởng
Hình thức | Cấp | Tập thể | Cá nhân
Bằng khen | bộ, tỉnh | 3 | 8
Giấy khen | cơ sở | 12 | 45

# Nội dung
Mục | Nội dung
kết quả | Giải quyết hồ sơ đúng hạn, hoàn thành 15/15 nhiệm vụ được giao.
hạn chế | Việc cập nhật số liệu lên phần mềm có lúc còn chậm.

# Đề nghị
Đối tượng | Tên | Danh xưng | Chức vụ | Danh hiệu hoặc hình thức | Tóm tắt thành tích
tập thể | Phòng Tham mưu, Công an tỉnh Minh Họa | | | Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh | Hoàn thành xuất sắc nhiệm vụ năm 2024
"""


def example(text: str) -> Lines:
    """The lines of each sheet of a text: under its name a header and rows, or keys with their values."""
    return {name: tuple(_lines(BY_NAME[name], [cells(row) for row in rows])) for name, rows in parts(text).items()}


def parts(text: str) -> dict[str, list[str]]:
    """The sheets of a text: their names and their rows."""
    found = (part.strip().split("\n") for part in text.split("\n# ") if part.strip())
    return {name: rows for name, *rows in found}


def cells(row: str) -> list[str]:
    """The cells of a row; a cell may have several lines."""
    return [cell.strip().replace("¶", "\n") for cell in row.split("|")]


def _lines(sheet: Sheet, rows: list[list[str]]) -> Iterator[Line]:
    columns = {column.header: column for column in sheet.columns}
    if sheet.layout == "keys":
        yield from (Line({columns[key].field: typed(columns[key], value)}) for key, value in rows)
        return
    header = [columns[label] for label in rows[0]]
    for row in rows[1:]:
        yield Line({column.field: typed(column, cell) for column, cell in zip(header, row, strict=False) if cell})


def typed(column: Column, text: str) -> Typed:
    """The cell as Excel would keep it: a number, a date, an hour or a text."""
    if column.kind in ("count", "money", "year"):
        return int(text)
    if column.kind in ("points", "number", "percent") and text[-1:].isdigit():
        return Decimal(text.replace(",", "."))
    found: date | time | None = None
    if column.kind == "date":
        found = read_date(text)
    elif column.kind == "time":
        found = read_time(text)
    return text if found is None else found
