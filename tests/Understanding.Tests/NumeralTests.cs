namespace Understanding.Tests;

public class NumeralTests
{
    [Theory]
    [InlineData("05", 5)]
    [InlineData("mười", 10)]
    [InlineData("mười lăm", 15)]
    [InlineData("hai mươi tư", 24)]
    [InlineData("hai mươi mốt", 21)]
    [InlineData("ba mươi", 30)]
    [InlineData("ba mốt", 31)]
    [InlineData("hăm nhăm", 25)]
    [InlineData("một trăm lẻ năm", 105)]
    [InlineData("hai nghìn không trăm hai mươi sáu", 2026)]
    [InlineData("hai không hai bảy", 2027)]
    [InlineData("hai muoi bon", 24)]
    public void A_number_is_read_from_digits_and_from_words(string words, int number) => Assert.Equal(number, Office.Number(words));

    [Theory]
    [InlineData("Vụ")]
    [InlineData("mươi")]
    [InlineData("123456")]
    [InlineData("")]
    public void What_is_no_number_is_not_read_as_one(string words) => Assert.Null(Office.Number(words));
}
