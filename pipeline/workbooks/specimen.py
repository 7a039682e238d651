"""A dossier to try templates with: the filled example of the forms, and what an office may say beside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from pipeline.problems import Place, Problems
from pipeline.workbooks.example import CLUSTER_TEXT, cells, parts, typed
from pipeline.workbooks.read import Cell, letters
from pipeline.workbooks.rows import Entry, Row, Tables
from pipeline.workbooks.sheets import BY_NAME, SCORES, Sheet
from pipeline.workbooks.values import read_value

MORE_TEXT = """
# Thông tin
Cơ quan thường trực | Ban Thi đua - Khen thưởng tỉnh Minh Họa
Khẩu hiệu | Thi đua là yêu nước, yêu nước thì phải thi đua
Tên phong trào | Cán bộ, công chức thi đua thực hiện văn hóa công sở
Số thành viên bỏ phiếu | 5
Cam kết đủ điều kiện, tiêu chuẩn | có

# Văn bản
Loại văn bản | Số | Ngày | Kính gửi | Người ký | Chức vụ | Thẩm quyền ký
báo cáo | 15 | 16/12/2024 | Ủy ban nhân dân tỉnh Minh Họa¶Hội đồng Thi đua - Khen thưởng tỉnh Minh Họa | Nguyễn Văn A | Giám đốc Sở Nội vụ | TM.
tờ trình | 6 | 16/12/2024 | Chủ tịch Ủy ban nhân dân tỉnh Minh Họa¶Hội đồng Thi đua - Khen thưởng tỉnh Minh Họa
biên bản | 3 | 12/12/2024
biên bản kiểm phiếu | 4 | 12/12/2024
thông báo | 9 | 17/12/2024

# Đơn vị
Mã | Tên đơn vị | Tên viết tắt | Loại | Cấp bậc | Người ký | Chức vụ | Danh hiệu đăng ký
QS | Bộ Chỉ huy quân sự tỉnh Minh Họa | Bộ CHQS tỉnh | lực lượng vũ trang | Đại tá | Vũ Văn H | Chỉ huy trưởng | Đơn vị quyết thắng; Cờ thi đua của Bộ Quốc phòng

# Quy định
Thang điểm | 100
Tiêu chí không áp dụng | quy đổi

# Chấm điểm
Đơn vị | Hoàn thành các chỉ tiêu, nhiệm vụ được giao | Cải cách hành chính, chuyển đổi số | Tổ chức phong trào thi đua | Chế độ thông tin, báo cáo | Điểm thưởng | Điểm trừ | Ghi chú
Sở Nội vụ tỉnh Minh Họa | 39 | 18,5 | 24 | 14,5 | 2
Sở Tư pháp tỉnh Minh Họa | 38,5 | 18,75 | 24 | 14 | 1 | | Điểm thưởng có quyết định kèm theo
Sở Tài chính tỉnh Minh Họa | 38 | 18,5 | 24 | 14 | | 1
Thanh tra tỉnh Minh Họa | 37,5 | 18 | 23,25 | KAD
Công an tỉnh Minh Họa | 37 | 18 | 23 | 14

# Khen thưởng
Đơn vị | Hình thức | Cấp | Phương thức | Tập thể | Cá nhân | Hộ gia đình
Công an tỉnh Minh Họa | Huân chương Chiến công hạng Ba | Nhà nước | cống hiến | 1 | 2
Công an tỉnh Minh Họa | Giấy khen | cơ sở | thường xuyên | 20 | 95 | 4
Bộ Chỉ huy quân sự tỉnh Minh Họa | Giấy khen | cơ sở | đột xuất | 15 | 60 | 2

# Khen thưởng kỳ trước
Đơn vị | Hình thức | Cấp | Tập thể | Cá nhân | Hộ gia đình
Sở Nội vụ tỉnh Minh Họa | Bằng khen | bộ, tỉnh | 2 | 9 | 1
Sở Nội vụ tỉnh Minh Họa | Giấy khen | cơ sở | 10 | 40
Sở Tư pháp tỉnh Minh Họa | Giấy khen | cơ sở | 9 | 30
Sở Tài chính tỉnh Minh Họa | Giấy khen | cơ sở | 8 | 39
Thanh tra tỉnh Minh Họa | Giấy khen | cơ sở | 7 | 15
Công an tỉnh Minh Họa | Giấy khen | cơ sở | 18 | 90
Bộ Chỉ huy quân sự tỉnh Minh Họa | Giấy khen | cơ sở | 14 | 55

# Nội dung
Mục | Đơn vị | Nội dung
thuận lợi, khó khăn | | Các đơn vị luôn được sự quan tâm lãnh đạo, chỉ đạo của Tỉnh ủy, Ủy ban nhân dân tỉnh.
phát động | | Cụm đã tổ chức lễ phát động thi đua và ký kết giao ước vào đầu năm.
tuyên truyền | | Các đơn vị đã giới thiệu 12 gương điển hình tiên tiến trên Cổng thông tin điện tử của tỉnh.
phong trào | | Các phong trào thi đua được triển khai đồng bộ, có trọng tâm.
kết quả | Công an tỉnh Minh Họa | Giữ vững an ninh chính trị, trật tự an toàn xã hội trên địa bàn.
giao ước | | Các chỉ tiêu giao ước cơ bản hoàn thành đúng tiến độ.
khen thưởng | | Công tác khen thưởng bảo đảm chính xác, công khai, kịp thời.
xây dựng Đảng | | Các tổ chức đảng trực thuộc đều hoàn thành tốt nhiệm vụ.
xã hội, từ thiện | | Các đơn vị tích cực tham gia hoạt động đền ơn đáp nghĩa.
hoạt động cụm | | Cụm đã họp 02 phiên để kiểm tra chéo và thống nhất kết quả chấm điểm.
nguyên nhân | | Cán bộ làm công tác thi đua, khen thưởng ở một số đơn vị còn kiêm nhiệm.
bài học | | Phát huy vai trò nêu gương của người đứng đầu.
phương hướng | | Tiếp tục đổi mới, nâng cao chất lượng phong trào thi đua yêu nước.
giải pháp | | Tăng cường kiểm tra, giám sát việc thực hiện giao ước thi đua.
kiến nghị | | Đề nghị Hội đồng Thi đua - Khen thưởng tỉnh sớm ban hành hướng dẫn chấm điểm.
thảo luận | Sở Tư pháp tỉnh Minh Họa | Đề nghị bổ sung tiêu chí về chuyển đổi số.
phát biểu chỉ đạo | | Biểu dương kết quả của Cụm và đề nghị các đơn vị phát huy.
kết luận | | Giao Sở Nội vụ tiếp thu ý kiến, hoàn chỉnh báo cáo.
đặc điểm tình hình | Sở Nội vụ tỉnh Minh Họa | Sở có 07 phòng và 03 đơn vị trực thuộc, 120 công chức, viên chức.
chức năng, nhiệm vụ | Sở Nội vụ tỉnh Minh Họa | Tham mưu quản lý nhà nước về nội vụ trên địa bàn tỉnh.
chỉ đạo | Sở Nội vụ tỉnh Minh Họa | Giao chỉ tiêu thi đua đến từng phòng, từng công chức.
xã hội, từ thiện | Sở Nội vụ tỉnh Minh Họa | Vận động công chức ủng hộ các loại quỹ đầy đủ.
xây dựng Đảng | Sở Nội vụ tỉnh Minh Họa | Đảng bộ Sở hoàn thành xuất sắc nhiệm vụ.

# Xã hội, từ thiện
Đơn vị | Hoạt động | Số lượng | Đơn vị tính | Số tiền | Đối tượng hưởng | Ngày
Công an tỉnh Minh Họa | Xây nhà tình nghĩa | 3 | nhà | 180000000 | gia đình chính sách | 27/7/2024

# Giao ước
Năm | Nhóm | Nội dung | Chỉ tiêu | Đơn vị tính | Chiều | Kế hoạch | Kết quả | Đơn vị | Kết quả năm trước
2024 | Nhiệm vụ chính trị | Hoàn thành nhiệm vụ | Tỷ lệ hồ sơ giải quyết đúng hạn | % | tăng | 98 | 99
2024 | Nhiệm vụ chính trị | Hoàn thành nhiệm vụ | Đơn thư tồn đọng | đơn | giảm | 10 | 12
2024 | Thi đua, khen thưởng | Tổ chức phong trào | Phong trào thi đua theo chuyên đề | phong trào | tăng | 2 | 2
2024 | Nhiệm vụ chính trị | Hoàn thành nhiệm vụ | Hồ sơ giải quyết trước hạn | hồ sơ | tăng | 1200 | 1310 | Sở Nội vụ tỉnh Minh Họa | 1150
2024 | Nhiệm vụ chính trị | Hoàn thành nhiệm vụ | Tỷ lệ hồ sơ trực tuyến | % | tăng | 90 | 92,5 | Sở Nội vụ tỉnh Minh Họa | 88

# Khen thưởng đã nhận
Đơn vị | Năm | Danh hiệu hoặc hình thức | Số quyết định | Ngày | Cơ quan
Sở Nội vụ tỉnh Minh Họa | 2022 | Tập thể lao động xuất sắc | 215/QĐ-UBND | 20/01/2023 | Ủy ban nhân dân tỉnh Minh Họa
Sở Nội vụ tỉnh Minh Họa | 2023 | Bằng khen của Thủ tướng Chính phủ | 1020/QĐ-TTg | 05/9/2023 | Thủ tướng Chính phủ

# Đề nghị
Đối tượng | Tên | Danh xưng | Ngày sinh | Chức vụ | Đơn vị | Danh hiệu hoặc hình thức | Tóm tắt thành tích | Trạng thái | Số quyết định | Ngày quyết định
cá nhân | Trần Thị B | bà | 12/5/1975 | Giám đốc | Sở Tư pháp tỉnh Minh Họa | Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh | Hoàn thành xuất sắc nhiệm vụ năm 2024 | đề nghị
cá nhân | Lê Văn C | ông | 03/02/1972 | Giám đốc | Sở Tài chính tỉnh Minh Họa | Bằng khen của Thủ tướng Chính phủ | Hoàn thành xuất sắc nhiệm vụ từ năm 2020 đến năm 2024 | đề nghị
hộ | Gia đình ông Phạm Văn K | | | | Công an tỉnh Minh Họa | Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh | Hiến 200 m² đất làm đường giao thông | đề nghị
tập thể | Công an tỉnh Minh Họa | | | | Công an tỉnh Minh Họa | Cờ thi đua của Bộ Công an | Dẫn đầu phong trào thi đua | được tặng | 1234/QĐ-BCA | 05/12/2024

# Bỏ phiếu
Vòng | Hình thức | Nội dung | Đối tượng | Phát ra | Thu về | Hợp lệ | Không hợp lệ | Đồng ý | Không đồng ý | Không có ý kiến
1 | phiếu kín | Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh | Sở Tư pháp tỉnh Minh Họa | 5 | 5 | 4 | 1 | 3 | 0 | 1
2 | phiếu kín | Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh | Sở Tư pháp tỉnh Minh Họa | 5 | 5 | 5 | 0 | 4 | 1 | 0
| phiếu kín | Quy chế hoạt động của Cụm | | 5 | 5 | 5 | 0 | 4 | 1
| phiếu kín | bầu Cụm trưởng | Sở Tư pháp tỉnh Minh Họa | 5 | 5 | 5 | 0 | 5 | 0 | 0
| biểu quyết | bầu Cụm phó | Thanh tra tỉnh Minh Họa | 5 | 5 | 5 | 0 | 5 | 0 | 0

# Thành phần
Họ tên | Cấp bậc | Danh xưng | Chức vụ | Đơn vị | Vai trò | Ghi chú
Lý Văn L | | ông | Phó Chủ tịch | Ủy ban nhân dân tỉnh Minh Họa | dự và chỉ đạo
Mai Thị M | | bà | Phó Giám đốc | Sở Nội vụ tỉnh Minh Họa | kết luận
Hoàng Văn G | Đại tá | đồng chí | Giám đốc | Công an tỉnh Minh Họa | phát biểu thay mặt
Hồ Văn N | | ông | Chuyên viên | Thanh tra tỉnh Minh Họa | tổ trưởng kiểm phiếu
Đinh Thị P | | bà | Chuyên viên | Sở Tư pháp tỉnh Minh Họa | kiểm phiếu
Cao Văn Q | | ông | Trưởng ban | Ban Thi đua - Khen thưởng tỉnh Minh Họa | chứng kiến
Vũ Văn H | Đại tá | đồng chí | Chỉ huy trưởng | Bộ Chỉ huy quân sự tỉnh Minh Họa | vắng | đi công tác

# Căn cứ
Loại | Số | Ngày | Cơ quan | Trích yếu | Dùng cho
Chỉ thị | 34-CT/TW | 07/4/2014 | Bộ Chính trị | về tiếp tục đổi mới công tác thi đua, khen thưởng | quán triệt
Quyết định | 20/QĐ-UBND | 10/01/2024 | Ủy ban nhân dân tỉnh Minh Họa | về việc chia cụm, khối thi đua | căn cứ
Quyết định | 09/QĐ-CTĐ1 | 12/12/2024 | Cụm thi đua số 1 tỉnh Minh Họa | ban hành Quy chế hoạt động của Cụm | Cụm ban hành
"""
BARE_TEXT = """
# Thông tin
Tên cụm | Khối thi đua Nội chính
Loại | Khối
Kỳ | Năm
Năm | 2024
Địa danh | Minh Họa

# Văn bản
Loại văn bản | Kính gửi
tờ trình | Hội đồng Thi đua - Khen thưởng tỉnh Minh Họa

# Đơn vị
Tên đơn vị
Sở Nội vụ
Sở Tư pháp

# Nội dung
Mục | Nội dung
kết quả | Các đơn vị hoàn thành nhiệm vụ được giao.

# Giao ước
Năm | Chỉ tiêu
2025 | Hoàn thành nhiệm vụ được giao

# Đề nghị
Đối tượng | Tên | Danh hiệu hoặc hình thức | Cấp quyết định
tập thể | Sở Tư pháp | Bằng khen | Chủ tịch Ủy ban nhân dân tỉnh

# Khen thưởng
Đơn vị | Hình thức | Tập thể
Sở Nội vụ | Giấy khen | 1
Sở Tư pháp | Tập thể lao động tiên tiến | 2

# Thành phần
Họ tên | Vai trò
Nguyễn Văn A | chủ trì

# Bỏ phiếu
Hình thức | Nội dung | Đối tượng | Đồng ý
phiếu kín | Bằng khen | Sở Tư pháp | 2

# Tiêu chí
Mã | Nội dung | Điểm tối đa
1 | Thực hiện nhiệm vụ chính trị | 100

# Chấm điểm
Đơn vị | Thẩm định
Sở Nội vụ | 95
"""
NEEDED = ("Thông tin", "Văn bản", "Đơn vị")


def whole(problems: Problems, half_year: bool = False) -> Tables:
    """All that a dossier may hold: at the end of the year, or at mid-year."""
    return _tables((_of_period(CLUSTER_TEXT, half_year), MORE_TEXT), problems)


def plain(problems: Problems, half_year: bool = False) -> Tables:
    """The example as an office sees it: points of a unit as one number, some units have not sent."""
    return _tables((_of_period(CLUSTER_TEXT, half_year),), problems)


def bare(problems: Problems, half_year: bool = False, sheets: Collection[str] = ()) -> Tables:
    """The least that a dossier may hold, with the least of some of its sheets."""
    tables = _tables((_of_period(BARE_TEXT, half_year),), problems)
    return replace(tables, rows={name: rows for name, rows in tables.rows.items() if name in (*NEEDED, *sheets)})


def _of_period(text: str, half_year: bool) -> str:
    return text.replace("Kỳ | Năm", "Kỳ | 6 tháng đầu năm") if half_year else text


def _tables(texts: Iterable[str], problems: Problems) -> Tables:
    """The texts one after another; points are said once, by the last."""
    found: dict[str, tuple[Row, ...]] = {}
    for text in texts:
        for name, lines in parts(text).items():
            before = () if BY_NAME[name] is SCORES else found.get(name, ())
            found[name] = (*before, *_rows(BY_NAME[name], [cells(line) for line in lines], len(before) + 1, problems))
    return Tables(found, {Place("", name): (name,) for name in found})


def _rows(sheet: Sheet, lines: list[list[str]], first: int, problems: Problems) -> Iterator[Row]:
    if sheet.layout == "keys":
        yield from (_row(sheet, at, [key], [value], problems) for at, (key, value) in enumerate(lines, first))
    else:
        header, *rows = lines
        yield from (_row(sheet, at, header, row, problems) for at, row in enumerate(rows, first))


def _row(sheet: Sheet, at: int, header: list[str], row: list[str], problems: Problems) -> Row:
    """A row as it is read from a workbook; under a header of the office's own stand points of a criterion."""
    columns = {column.header: column for column in sheet.columns}
    entries: dict[str, Entry] = {}
    extra: dict[tuple[str, ...], Entry] = {}
    for number, (label, text) in enumerate(zip(header, row, strict=False), 1):
        place = Place("", sheet.name, f"{letters(number)}{at + 1}")
        column = columns.get(label) or sheet.column("self")
        value = read_value(Cell(typed(column, text), place), column, problems) if text else None
        if value is not None and label in columns:
            entries[column.field] = Entry(value, place)
        elif value is not None:
            extra[label,] = Entry(value, place)
    return Row(Place("", sheet.name, f"A{at + 1}"), entries, extra=extra, table=Place("", sheet.name, "A1"))
