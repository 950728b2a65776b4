namespace Understanding.Tests;

/// <summary>Said on Tuesday 24 November 2026 at nine.</summary>
public class DeadlineTests
{
    [Theory]
    [InlineData("trước ngày 05/12/2026", "2026-12-05")]
    [InlineData("chậm nhất 15/01", "2027-01-15")]
    [InlineData("hạn 01-12-2026", "2026-12-01")]
    [InlineData("trước 31.12.26", "2026-12-31")]
    [InlineData("trước ngày ba mươi tháng mười một", "2026-11-30")]
    [InlineData("đến mùng 5 tháng sau", "2026-12-05")]
    [InlineData("trước ngày 11", "2026-12-11")]
    [InlineData("từ ngày 25/11 đến ngày 30/11", "2026-11-30")]
    public void A_date_that_is_named_is_the_last_day_itself(string time, string due) => Assert.Equal(due, Office.Due(time));

    [Theory]
    [InlineData("trước 16h", "2026-11-24T16:00")]
    [InlineData("trước 3 giờ chiều mai", "2026-11-25T15:00")]
    [InlineData("lúc 14:30 ngày 27/11", "2026-11-27T14:30")]
    [InlineData("trước chín rưỡi sáng mai", "2026-11-25T09:30")]
    [InlineData("trước 10 giờ kém 15", "2026-11-24T09:45")]
    [InlineData("vào 8 giờ 00 phút, thứ Sáu, ngày 27/11", "2026-11-27T08:00")]
    [InlineData("chiều mai", "2026-11-25")]
    [InlineData("cuối giờ chiều nay", "2026-11-24")]
    [InlineData("trước 24h ngày 30/11", "2026-11-30")]
    [InlineData("ngày 27/11 trước 15 giờ", "2026-11-27T15:00")]
    [InlineData("trước ngày 28/11, chậm nhất 15 giờ", "2026-11-28T15:00")]
    [InlineData("trong ngày 27/11 (trước 15 giờ)", "2026-11-27T15:00")]
    [InlineData("trong buổi sáng 27/11, trước 11 giờ", "2026-11-27T11:00")]
    [InlineData("trong ngày 27/11 trước giờ họp 14h", "2026-11-27T14:00")]
    [InlineData("ngày 27/11, trước cuộc họp lúc 2 giờ chiều", "2026-11-27T14:00")]
    [InlineData("ngày mai, muộn nhất là 9h", "2026-11-25T09:00")]
    public void An_hour_makes_it_a_time_and_a_part_of_the_day_does_not(string time, string due) => Assert.Equal(due, Office.Due(time));

    [Theory]
    [InlineData("trong 03 (ba) ngày làm việc", "2026-11-27")]
    [InlineData("trong một ngày rưỡi làm việc", "2026-11-26")]
    [InlineData("trong 5 ngày", "2026-11-29")]
    [InlineData("trong hai tuần", "2026-12-08")]
    [InlineData("trong 1 tháng", "2026-12-24")]
    [InlineData("trong 24 giờ", "2026-11-25T09:00")]
    [InlineData("hai tiếng nữa", "2026-11-24T11:00")]
    [InlineData("trong 10 ngày kể từ ngày nhận được văn bản", "2026-12-04")]
    [InlineData("05 ngày kể từ ngày 01/12", "2026-12-06")]
    public void A_length_is_counted_from_today_and_in_working_days_from_the_next(string time, string due) => Assert.Equal(due, Office.Due(time));

    [Theory]
    [InlineData("ngay", "2026-11-24")]
    [InlineData("trong ngày", "2026-11-24")]
    [InlineData("thứ Sáu", "2026-11-27")]
    [InlineData("trước thứ Ba", "2026-12-01")]
    [InlineData("thứ 2 tuần sau", "2026-11-30")]
    [InlineData("đầu tuần sau", "2026-11-30")]
    [InlineData("giữa tuần sau", "2026-12-02")]
    [InlineData("trong tuần", "2026-11-27")]
    [InlineData("cuối tháng", "2026-11-30")]
    [InlineData("đầu tháng 12", "2026-12-01")]
    [InlineData("trong quý I/2027", "2027-03-31")]
    [InlineData("hết quý này", "2026-12-31")]
    [InlineData("trong 6 tháng đầu năm 2027", "2027-06-30")]
    [InlineData("hết năm", "2026-12-31")]
    public void Weekdays_and_periods_are_seen_from_today(string time, string due) => Assert.Equal(due, Office.Due(time));

    [Theory]
    [InlineData("trước rằm tháng Chạp", "2027-01-22")]
    [InlineData("trước 25 Tết", "2027-02-01")]
    [InlineData("trước ngày 20 tháng 12 âm lịch", "2027-01-27")]
    [InlineData("trước Tết", "2027-02-04")]
    [InlineData("trước Tết Nguyên đán 15 ngày", "2027-01-22")]
    [InlineData("trước Giỗ Tổ", "2027-04-15")]
    [InlineData("trước lễ 30/4", "2027-04-29")]
    [InlineData("trước ngày 30/4", "2027-04-30")]
    public void Before_a_feast_is_the_last_working_day_before_it_and_a_lunar_date_is_itself(string time, string due) => Assert.Equal(due, Office.Due(time));

    [Theory]
    [InlineData("theo Công văn số 12/TD-VP ngày 20/11/2026")]
    [InlineData("định kỳ trước ngày 15 hằng tháng")]
    [InlineData("kế hoạch năm 2027")]
    [InlineData("sau Tết")]
    [InlineData("từ thứ Hai tuần sau")]
    [InlineData("ngay sau khi nhận")]
    public void Dates_of_other_things_repetitions_and_beginnings_are_no_deadline(string time) => Assert.Null(Office.Due(time));

    [Theory]
    [InlineData("trước ngày một tháng mười hai")]
    [InlineData("trước mười lăm giờ thứ năm tuần sau")]
    [InlineData("trong vòng hai mươi bốn giờ")]
    [InlineData("đầu tháng sau")]
    [InlineData("trước ba mốt tháng mười hai")]
    public void Without_marks_a_deadline_is_the_same(string time) => Assert.Equal(Office.Due(time), Office.Due(time, isFolded: true));
}
