"""What the product says of a fault, in Vietnamese: one line a code, and its way out.

TEP: a workbook · TRANG: a sheet · O: a cell · DV: a unit · HS: the dossier · DIEM: points · KT: commendations ·
DN: nominations · BP: ballots · NGAY: dates · BC: reports · LUAT: cited texts · MAU: templates · RA: outputs.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Saying:
    """The level of a problem, what is wrong, and what to do."""

    level: Literal["LỖI", "CẢNH BÁO", "LƯU Ý"]
    message: str
    remedy: str


def _error(message: str, remedy: str) -> Saying:
    return Saying("LỖI", message, remedy)


def _warning(message: str, remedy: str) -> Saying:
    return Saying("CẢNH BÁO", message, remedy)


def _note(message: str, remedy: str) -> Saying:
    return Saying("LƯU Ý", message, remedy)


SAYINGS = {
    "TEP-01": _error("không mở được tệp này: tệp hỏng, có mật khẩu, hoặc không phải sổ Excel (.xlsx)",
                     "Mở bằng Excel, bỏ mật khẩu, lưu lại dạng .xlsx rồi chạy lại"),
    "TEP-02": _error("chưa đọc được tệp dạng {found}", "Mở bằng Excel rồi chọn Lưu thành, kiểu .xlsx"),
    "TEP-03": _error("không đọc được ô nào trong tệp này", "Mở bằng Excel rồi lưu lại dạng .xlsx thường"),
    "TEP-04": _note("sổ này đang mở trong Excel, có thể còn thay đổi chưa lưu",
                    "Lưu và đóng sổ rồi chạy lại nếu vừa sửa"),
    "TEP-05": _error("tệp có mật khẩu nên không đọc được", "Mở bằng Excel, bỏ mật khẩu mở tệp, lưu lại rồi chạy lại"),
    "TEP-06": _error("đây không phải sổ Excel mà là tệp {found}", "Mở bằng Excel rồi chọn Lưu thành, kiểu .xlsx"),
    "TEP-07": _note("đuôi tên tệp không đúng; nội dung là {found} nên đọc theo {found}",
                    "Mở bằng Excel rồi chọn Lưu thành, kiểu .xlsx"),
    "TEP-08": _error("không đọc được: không phải tệp thường, hoặc không có quyền đọc",
                     "Chép chính tệp đó vào đây (không dùng lối tắt, thư mục) và cho quyền đọc"),
    "TEP-09": _error("tệp quá lớn ({found})", "Xóa dòng, cột, ảnh không dùng, lưu lại dạng .xlsx rồi chạy lại"),
    "TEP-10": _error("tệp bị hỏng hoặc bị cắt cụt ({found})",
                     "Mở bằng Excel, lưu lại dạng .xlsx; nếu không mở được thì xin lại tệp"),
    "TEP-11": _error("tệp có phần không an toàn mà Excel không bao giờ ghi ({found})",
                     "Chỉ dùng nếu tin nơi gửi: mở bằng Excel, lưu lại dạng .xlsx rồi chạy lại"),
    "TEP-12": _note("sổ có macro; macro không được chạy", "Không cần sửa"),
    "TEP-13": _warning("ở tệp {found} không thấy được ô báo lỗi, công thức chưa tính, dòng cột ẩn và dạng phần trăm",
                       "Mở bằng Excel rồi chọn Lưu thành, kiểu .xlsx để được kiểm tra đủ"),
    "TEP-14": _error("đọc tệp quá lâu hoặc tốn quá nhiều bộ nhớ", "Mở bằng Excel rồi chọn Lưu thành, kiểu .xlsx"),
    "TEP-15": _error("tệp có trang không nằm trong danh sách trang nên không thấy được ({found})",
                     "Mở bằng Excel, kiểm tra đủ trang, lưu lại rồi chạy lại"),
    "TEP-16": _warning("bản đánh dấu này cũ hơn sổ gốc: sổ gốc đã sửa sau khi đánh dấu, nên không đọc bản này",
                       "Giữ một trong hai sổ: xóa bản đánh dấu, hoặc xóa sổ gốc nếu đã sửa ở bản đánh dấu"),
    "TRANG-01": _note("trang này không phải trang của hồ sơ nên không đọc",
                      "Nếu cần đọc, đặt tên trang như trong hướng dẫn"),
    "TRANG-02": _note("trang đang ẩn nên không đọc", "Bỏ ẩn trang nếu trang có số liệu cần dùng"),
    "TRANG-03": _error("trang “{sheet}” không có dòng tiêu đề với cột {needed}",
                       "Thêm hoặc sửa tên cột ở dòng tiêu đề"),
    "TRANG-04": _error("hai cột cùng là “{field}”; cột kia ở ô {first}", "Bỏ một cột hoặc đổi tên một cột"),
    "TRANG-05": _note("cột “{found}” không dùng đến", "Không cần sửa; nếu cần đọc, đổi tên cột như hướng dẫn"),
    "TRANG-06": _error("{what} đang ẩn nhưng có số liệu", "Bỏ ẩn, hoặc xóa hẳn phần không dùng"),
    "TRANG-07": _note("mục “{found}” không dùng đến", "Không cần sửa; nếu cần đọc, ghi tên mục như hướng dẫn"),
    "TRANG-08": _note("dòng “{found}” không có số liệu nên bỏ qua", "Không cần sửa nếu đó là dòng ghi chú"),
    "TRANG-09": _note("các dòng dưới “{found}” là của cụm, khối khác nên bỏ qua",
                      "Không cần sửa; nếu là cụm này, ghi tên đúng như mục “Tên cụm”"),
    "TRANG-10": _error("tệp thiếu nội dung của trang này", "Mở bằng Excel, kiểm tra trang, lưu lại rồi chạy lại"),
    "TRANG-11": _error("ô hoặc dòng này được ghi hai lần hoặc sai thứ tự trong tệp",
                       "Mở bằng Excel, kiểm tra ô này, lưu lại rồi chạy lại"),
    "TRANG-12": _error("ô này có nội dung nhưng nằm rất xa phần còn lại của trang", "Xóa ô này, hoặc chuyển về bảng"),
    "TRANG-13": _error("trang quá rộng nên không đọc được ({found})",
                       "Xóa dòng, cột, vùng gộp ô không dùng rồi lưu lại"),
    "TRANG-14": _error("có hai trang cùng tên “{found}”", "Đổi tên một trang rồi chạy lại"),
    "TRANG-15": _error("các cột ở đây là bảng “{found}”, nằm sát bảng bên cạnh nên không tách được",
                       "Chuyển bảng này sang trang khác, hoặc để một cột trống giữa hai bảng"),
    "O-01": _error("ô báo lỗi {found}", "Sửa công thức hoặc gõ lại số vào ô này"),
    "O-02": _error("ô có công thức chưa được tính", "Mở sổ bằng Excel, lưu lại rồi chạy lại"),
    "O-03": _error("“{found}” không phải là số", "Ghi số vào ô này, hoặc để trống nếu chưa có số liệu"),
    "O-04": _error("số đếm {found} không phải số nguyên, có thể mất dấu ngăn hàng nghìn",
                   "Ghi lại số nguyên, ví dụ 3211"),
    "O-05": _error("“{found}” có thể hiểu là hai số khác nhau", "Ghi lại số không có dấu ngăn hàng nghìn"),
    "O-06": _error("“{found}” không phải số nguyên không âm", "Ghi lại số, ví dụ 12"),
    "O-07": _error("“{found}” không phải ngày đầy đủ", "Ghi ngày/tháng/năm, ví dụ 14/12/2021"),
    "O-08": _error("“{found}” không có trong danh mục của “{column}”", "Chọn một trong: {allowed}"),
    "O-09": _error("ô có ký tự không in được ({found})", "Xóa ký tự đó, gõ lại nội dung của ô"),
    "O-10": _warning("đã thay chữ gõ sai mã: {found}", "Gõ lại bằng bộ gõ tiếng Việt Unicode"),
    "O-11": _error("“{found}” không phải giờ", "Ghi giờ và phút, ví dụ 14 giờ 00"),
    "O-12": _error("“{found}” không phải năm", "Ghi năm bốn chữ số, ví dụ 2021; năm học ghi 2017-2018"),
    "O-13": _error("dòng này thiếu “{column}”", "Ghi vào ô này, hoặc xóa cả dòng"),
    "O-14": _error("hai cách đọc ô này cho kết quả khác nhau ({found})", "Gõ lại nội dung của ô, lưu bằng Excel"),
    "O-15": _error("số {found} dài hơn 15 chữ số nên Excel không giữ đủ", "Định dạng ô kiểu Văn bản rồi gõ lại"),
    "O-16": _error("“{found}” là ngày trước 01/3/1900, có thể là số bị định dạng thành ngày",
                   "Đổi định dạng của ô thành Số, hoặc gõ lại ngày"),
    "O-17": _error("ô bị vùng gộp ô che nhưng vẫn còn nội dung “{found}”", "Bỏ gộp ô, xóa nội dung thừa, gộp lại"),
    "DV-01": _error("không có đơn vị “{found}” trong danh sách; tên gần nhất: {nearest}",
                    "Sửa tên, hoặc ghi tên này vào cột “Tên gọi khác” ở trang “Đơn vị”"),
    "DV-02": _error("đơn vị “{found}” đã có ở {first}", "Xóa một dòng, hoặc sửa tên cho khác nhau"),
    "DV-03": _error("không rõ dòng này của đơn vị nào",
                    "Ghi “Đơn vị: …” phía trên bảng, hoặc thêm cột “Đơn vị”"),
    "DV-04": _error("sổ này ghi hai đơn vị: “{found}” và “{other}” ({first})", "Giữ một tên đơn vị"),
    "DV-05": _warning("đơn vị “{found}” chưa có số liệu ở trang “{sheet}”",
                      "Đề nghị đơn vị gửi; văn bản vẫn được lập và ghi rõ số đơn vị đã gửi"),
    "DV-06": _error("“{found}” không phải đơn vị thành viên năm {year}",
                    "Xóa dòng này, hoặc sửa năm thành viên ở trang “Đơn vị”"),
    "DV-07": _error("“{found}” đã có ở {first}", "Xóa một trong hai dòng"),
    "HS-01": _error("chưa có mục “{key}”", "Ghi mục này vào trang “Thông tin”"),
    "HS-02": _error("mục “{key}” ghi “{found}”, khác với {first}", "Ghi thống nhất ở mọi sổ của hồ sơ"),
    "HS-03": _error("chưa có trang “Đơn vị” với danh sách đơn vị thành viên",
                    "Thêm trang “Đơn vị” có cột “Tên đơn vị”"),
    "HS-04": _error("không có sổ Excel nào", "Chép sổ Excel vào thư mục này rồi chạy lại"),
    "DIEM-01": _error("không có tiêu chí “{found}” ở trang “Tiêu chí”",
                      "Ghi mã và nội dung đúng như trang “Tiêu chí”"),
    "DIEM-02": _error("điểm {found} của tiêu chí “{criterion}” nhỏ hơn 0", "Sửa điểm ở ô này"),
    "DIEM-03": _error("điểm {found} vượt điểm tối đa {limit} của tiêu chí “{criterion}”",
                      "Sửa điểm ở ô này, hoặc điểm tối đa ở trang “Tiêu chí”"),
    "DIEM-04": _error("điểm của mục là {found}, tổng các tiêu chí bên dưới là {computed}",
                      "Sửa điểm của mục hoặc của các tiêu chí bên dưới"),
    "DIEM-05": _warning("tổng điểm ghi {found}, cộng lại là {computed} ({unit}); văn bản dùng số cộng lại",
                        "Kiểm tra điểm từng tiêu chí và sửa ô tổng"),
    "DIEM-06": _warning("xếp thứ ghi {found}, theo điểm là {computed} ({unit}); văn bản dùng thứ theo điểm",
                        "Sửa ô này; nếu hội nghị quyết định khác, ghi “Xếp hạng: theo biên bản”"),
    "DIEM-07": _warning("{found} chưa có điểm: {criteria}; đơn vị này chưa được xếp hạng",
                        "Chấm đủ các tiêu chí rồi chạy lại"),
    "DIEM-08": _warning("điểm tối đa của nhóm là {found}, tổng các tiêu chí bên dưới là {computed}",
                        "Sửa điểm tối đa cho khớp"),
    "DIEM-09": _error("điểm tối đa ghi {found}, ở trang “Tiêu chí” là {limit} (tiêu chí “{criterion}”, {first})",
                      "Sửa một trong hai nơi cho khớp"),
    "DIEM-10": _warning("thang điểm ghi {found}, tổng điểm tối đa của các tiêu chí là {computed}",
                        "Sửa thang điểm hoặc điểm tối đa của tiêu chí"),
    "DIEM-11": _error("cột “{found}” có điểm nhưng không khớp tiêu chí nào",
                      "Đặt tên cột đúng như ở trang “Tiêu chí”, hoặc xóa cột"),
    "DIEM-12": _warning("xếp hạng theo biên bản nhưng chưa có thứ hạng nào; văn bản không ghi hạng",
                        "Ghi cột “Xếp thứ” ở trang “Đề nghị”, hoặc đổi thành “theo điểm” ở trang “Quy định”"),
    "KT-01": _warning("dòng tổng ghi {found}, cộng lại là {computed}; văn bản dùng số cộng lại",
                      "Kiểm tra các số ở trên và sửa dòng tổng"),
    "KT-03": _note("dòng “{found}” là phần “trong đó” của dòng trên nên không cộng thêm", "Không cần sửa"),
    "DN-01": _note("“{found}” không có trong danh mục danh hiệu, hình thức; giữ nguyên như đã ghi",
                   "Kiểm tra lại tên"),
    "DN-02": _error("không rõ cấp nào quyết định “{found}”", "Ghi vào cột “Cấp quyết định”"),
    "DN-03": _error("không rõ “{found}” là tập thể, cá nhân hay hộ", "Ghi vào cột “Đối tượng”"),
    "DN-04": _error("“{found}” không dành cho {recipient}; chỉ dành cho {allowed}",
                    "Sửa danh hiệu, hình thức hoặc đối tượng"),
    "DN-05": _warning("đơn vị “{found}” thuộc diện không xét khen thưởng nhưng có trong danh sách đề nghị",
                      "Bỏ dòng này, hoặc xóa lý do ở cột “Không xét khen thưởng” của trang “Đơn vị”"),
    "DN-06": _warning("đề nghị {found} {award}, quá số tối đa {limit} của quy định",
                      "Bớt trường hợp đề nghị, hoặc sửa số tối đa ở trang “Quy định”"),
    "BP-01": _error("số phiếu thu về {found} lớn hơn số phiếu phát ra {limit}", "Sửa số phiếu"),
    "BP-02": _error("số phiếu hợp lệ và không hợp lệ là {found}, khác số phiếu thu về {limit}", "Sửa số phiếu"),
    "BP-03": _error("số phiếu đồng ý, không đồng ý, không có ý kiến là {found}, khác số phiếu hợp lệ {limit}",
                    "Sửa số phiếu"),
    "NGAY-01": _error("ngày của {paper} ({found}) trước ngày {earlier} ({limit})", "Sửa một trong hai ngày"),
    "BC-01": _warning("báo cáo không có mục hạn chế", "Thêm dòng có Mục “Hạn chế” ở trang “Nội dung”"),
    "BC-02": _warning("báo cáo không có nhiệm vụ thời gian tới",
                      "Thêm các dòng có Mục “Nhiệm vụ” ở trang “Nội dung”"),
    "TT-01": _error("tờ trình không có nơi gửi", "Ghi “Kính gửi” ở trang “Thông tin” hoặc “Văn bản”"),
    "LUAT-01": _warning("văn bản viện dẫn ({found}) ban hành sau ngày của văn bản này",
                        "Kiểm tra lại ngày hoặc số của văn bản viện dẫn"),
    "LUAT-02": _warning("văn bản viện dẫn “{found}” chưa ghi ngày ban hành", "Ghi vào cột “Ngày”"),
    "VB-01": _note("không lập {kind}: {why}", "Bổ sung nếu cần văn bản này"),
    "MAU-01": _error("mẫu {found} có lỗi: {why}", "Sửa mẫu Word rồi chạy lại"),
    "RA-01": _error("hai thư mục hồ sơ cho cùng một tên ở nơi xuất: “{found}” và “{other}”",
                    "Đổi tên một thư mục"),
}  # fmt: skip
