"""The words an office may choose from in a cell, and what each stands for; the first is the usual one."""

from __future__ import annotations

YES_NO = {"có": "yes", "không": "no"}
FORMS = {"Cụm": "Cụm", "Khối": "Khối", "Cụm thi đua": "Cụm", "Khối thi đua": "Khối"}
_LEVEL_NAMES = ("tỉnh", "bộ", "huyện", "xã", "ngành", "hội")
LEVELS = {
    **{level: level for level in _LEVEL_NAMES}, **{f"cấp {level}": level for level in _LEVEL_NAMES},
    "thành phố": "tỉnh", "trung ương": "bộ", "cấp thành phố": "tỉnh",
}  # fmt: skip
PERIODS = {
    "6 tháng đầu năm": "half_year", "Năm": "year", "Năm học": "school_year", "6 tháng": "half_year",
    "Sáu tháng đầu năm": "half_year", "06 tháng đầu năm": "half_year", "06 tháng": "half_year",
    "Cả năm": "year",
}  # fmt: skip
CARRIED_BY = {
    "Cụm": "cluster", "đơn vị Cụm trưởng": "leader", "Khối": "cluster", "đơn vị Khối trưởng": "leader",
    "đơn vị Trưởng cụm": "leader", "đơn vị Trưởng khối": "leader", "Cụm trưởng": "leader",
}  # fmt: skip
PROFILES = {"Hành chính": "nd30", "Đảng": "party"}
CAPACITIES = {"TM.": "TM.", "KT.": "KT.", "TL.": "TL.", "TUQ.": "TUQ.", "Q.": "Q.", "không": ""}
ELECTIONS = {"bầu": "bầu", "phân công": "phân công", "luân phiên": "luân phiên"}
UNIT_ROLES = {
    "Cụm trưởng": "leader", "Cụm phó": "deputy",
    **dict.fromkeys(("Trưởng cụm", "Khối trưởng", "Trưởng khối"), "leader"),
    **dict.fromkeys(
        ("Phó cụm", "Phó trưởng cụm", "Phó cụm trưởng", "Khối phó", "Phó khối", "Phó trưởng khối",
         "Phó khối trưởng"), "deputy"),
}  # fmt: skip
ROLES = {
    "dự và chỉ đạo": "directs", "chủ trì": "chairs", "kết luận": "concludes",
    "phát biểu thay mặt": "speaks", "thư ký": "secretary", "tổ trưởng kiểm phiếu": "chief teller",
    "kiểm phiếu": "teller", "chứng kiến": "witnesses", "đại diện": "represents", "vắng": "absent",
    "dự, chỉ đạo": "directs", "chỉ đạo": "directs", "chủ tọa": "chairs", "đồng chủ trì": "chairs",
    "phát biểu": "speaks", "tổ trưởng tổ kiểm phiếu": "chief teller", "tổ kiểm phiếu": "teller",
    "vắng mặt": "absent", "chủ trì hội nghị": "chairs", "thư ký hội nghị": "secretary",
    "phát biểu chỉ đạo": "directs", "phát biểu kết luận": "concludes", "đại diện đơn vị": "represents",
    "thành viên tổ kiểm phiếu": "teller", "người chứng kiến": "witnesses",
}  # fmt: skip
SOURCES = {
    "tự chấm": "self", "chấm chéo": "cross", "thẩm định": "appraised", "trung bình": "mean",
    "điểm tự chấm": "self", "điểm chấm chéo": "cross", "điểm thẩm định": "appraised",
}  # fmt: skip
NOT_APPLICABLE = {"quy đổi": "rescaled", "không quy đổi": "as it is"}
RANKINGS = {"theo điểm": "points", "theo biên bản": "minutes"}
VOTERS = {
    "tổng thành viên": "members", "phát ra": "issued", "thu về": "returned", "hợp lệ": "valid",
    "tổng số thành viên": "members",
}  # fmt: skip
SIGNING_ORDERS = {
    "Cụm trưởng trước": "leader first", "Cụm trưởng sau cùng": "leader last", "theo danh sách": "list",
    "Khối trưởng trước": "leader first", "Khối trưởng sau cùng": "leader last",
    "Cụm trưởng cuối cùng": "leader last",
}  # fmt: skip
TYPES_OF_CRITERIA = {
    "chuẩn": "standard", "thưởng": "bonus", "trừ": "penalty", "điểm chuẩn": "standard",
    "điểm thưởng": "bonus", "cộng": "bonus", "điểm trừ": "penalty",
}  # fmt: skip
RECIPIENTS = {
    "tập thể": "collective", "cá nhân": "person", "hộ": "household", "đơn vị": "collective",
    "hộ gia đình": "household", "gia đình": "household",
}  # fmt: skip
STATUSES = {
    "suy tôn": "acclaimed", "đề nghị": "proposed", "được tặng": "granted", "đã tặng": "granted",
    "được khen": "granted",
}  # fmt: skip
AWARD_LEVELS = {
    "Nhà nước": "state", "bộ, tỉnh": "ministry", "tỉnh": "of the province", "bộ": "of a ministry",
    "cơ sở": "base", "cấp Nhà nước": "state", "cấp tỉnh": "of the province", "cấp bộ": "of a ministry",
    "bộ, ban, ngành, tỉnh": "ministry", "cấp bộ, tỉnh": "ministry", "cấp bộ, ban, ngành, tỉnh": "ministry",
    "cấp cơ sở": "base", "đơn vị": "base", "cấp tỉnh, bộ": "ministry", "cấp bộ, ngành, tỉnh": "ministry",
    "huyện": "base", "cấp huyện": "base", "xã": "base", "cấp xã": "base",
}  # fmt: skip
MANNERS = {
    "phiếu kín": "bỏ phiếu kín", "biểu quyết": "biểu quyết", "bỏ phiếu kín": "bỏ phiếu kín",
    "biểu quyết giơ tay": "biểu quyết giơ tay", "giơ tay": "biểu quyết giơ tay",
}  # fmt: skip
DIRECTIONS = {"tăng": "rising", "giảm": "falling"}
USES = {
    "căn cứ": "basis", "quán triệt": "studied", "Cụm ban hành": "own", "Khối ban hành": "own",
    "quán triệt, triển khai": "studied", "ban hành": "own",
}  # fmt: skip
_SECTION_WORDINGS = {
    "situation": ("đặc điểm tình hình", "đặc điểm, tình hình", "đặc điểm", "đặc điểm chung", "tình hình"),
    "functions": ("chức năng, nhiệm vụ", "chức năng nhiệm vụ", "chức năng"),
    "conditions": ("thuận lợi, khó khăn", "thuận lợi", "khó khăn"),
    "direction": ("chỉ đạo", "lãnh đạo, chỉ đạo", "công tác chỉ đạo", "công tác lãnh đạo, chỉ đạo"),
    "launching": ("phát động", "phát động thi đua", "ký kết giao ước", "phát động và ký kết giao ước"),
    "publicity": ("tuyên truyền", "công tác tuyên truyền", "điển hình tiên tiến"),
    "movements": ("phong trào", "phong trào thi đua", "kết quả phong trào", "kết quả các phong trào thi đua"),
    "results": ("kết quả", "kết quả thực hiện", "kết quả thực hiện nhiệm vụ", "nhiệm vụ chính trị",
                "kết quả thực hiện nhiệm vụ chính trị"),
    "pledge": ("giao ước", "chỉ tiêu", "thực hiện giao ước"),
    "commendations": ("khen thưởng", "công tác khen thưởng"),
    "party": ("xây dựng Đảng", "công tác xây dựng Đảng", "xây dựng Đảng, chính quyền, đoàn thể"),
    "charity": ("xã hội, từ thiện", "hoạt động xã hội, từ thiện", "từ thiện", "an sinh xã hội"),
    "activities": ("hoạt động cụm", "hoạt động khối", "hoạt động chung", "hoạt động của cụm",
                   "hoạt động của khối", "hoạt động chung của cụm", "hoạt động chung của khối"),
    "strengths": ("ưu điểm",),
    "limits": ("hạn chế", "tồn tại, hạn chế", "tồn tại"),
    "causes": ("nguyên nhân",),
    "lessons": ("bài học", "bài học kinh nghiệm"),
    "orientation": ("phương hướng", "phương hướng chung"),
    "tasks": ("nhiệm vụ", "nhiệm vụ trọng tâm", "phương hướng, nhiệm vụ"),
    "solutions": ("giải pháp",),
    "requests": ("kiến nghị", "kiến nghị, đề xuất", "đề xuất"),
    "discussion": ("thảo luận", "ý kiến thảo luận"),
    "guidance": ("phát biểu chỉ đạo", "ý kiến chỉ đạo"),
    "conclusion": ("kết luận", "tiếp thu, kết luận"),
}  # fmt: skip
SECTIONS = {wording: section for section, wordings in _SECTION_WORDINGS.items() for wording in wordings}

TOTALS = ("tong cong", "cong", "tong so", "tong", "tong diem", "tong cong diem", "cong chung",
          "tong diem chuan", "tong so diem")  # fmt: skip
CLOSINGS = ("nguoi lap", "nguoi cham", "nguoi tong hop", "thu truong", "noi nhan", "tm ", "t m ", "kt ", "xac nhan",
            "dai dien", "ghi chu", "luu y", "to truong", "to tham dinh", "truong cum", "cum truong", "khoi truong",
            "truong khoi", "giam doc", "chu tich", "ky ten", "lap bieu", "can bo")  # fmt: skip
"""How the lines under a table begin: signatures, recipients, notes."""
SIGNATURES = ("nguoi lap", "nguoi cham", "nguoi tong hop", "thu truong", "noi nhan", "tm ", "t m ", "kt ", "ky ten",
              "lap bieu", "xac nhan")  # fmt: skip
"""Those that begin nothing else when they stand in capitals."""
MAXIMUM_ROWS = ("diem toi da", "diem chuan", "thang diem", "khung diem")
WHOLE_CLUSTER = ("toan cum", "toan khoi", "ca cum", "ca khoi")
