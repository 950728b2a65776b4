using App.Starting;
using Microsoft.Extensions.Configuration;

namespace App.Tests.Starting;

public class CommandLineTests
{
    [Fact]
    public void Without_options_it_is_node_and_hub_on_the_usual_port_each_with_its_own_database()
    {
        var settings = Of("--data", "/tmp/there");

        Assert.Equal(("127.0.0.1", 5080, true, true, false), (settings.Host, settings.Port, settings.IsNode, settings.IsHub, settings.IsDemo));
        Assert.Equal(("Data Source=/tmp/there/node.db", "Data Source=/tmp/there/hub.db"), (settings.Node.Database, settings.Hub.Database));
        Assert.NotEqual(settings.Node.Blobs, settings.Hub.Blobs);
        Assert.Equal(new Uri("http://127.0.0.1:5080"), settings.HubUrl);
    }

    [Fact]
    public void On_PostgreSQL_the_hub_has_a_database_of_its_own_beside_the_node() =>
        Assert.Equal("Host=db;Database=office_hub;Username=o", Of("--database", "Host=db;Database=office;Username=o").Hub.Database);

    [Fact]
    public void Options_become_settings()
    {
        var settings = Of("--port", "8080", "--host=0.0.0.0", "--role", "node", "--hub", "https://axis.example/", "--institution", "000.00.00.G13", "--demo", "--fresh", "--https");

        Assert.Equal((8080, 8081, "0.0.0.0", true, false), (settings.Port, settings.HttpsPort, settings.Host, settings.IsNode, settings.IsHub));
        Assert.Equal(("https://axis.example/", "000.00.00.G13", true, true, ""), ($"{settings.HubUrl}", settings.InstitutionCode, settings.IsDemo, settings.IsFresh, settings.Https));
        Assert.False(Of("--demo", "--no-demo").IsDemo); // The script says --demo first; the person has the last word.
    }

    [Fact]
    public void Commands_name_their_file() => Assert.Equal(
        ("backup", "b.zip", false, "restore", "b.zip", true),
        (Parse("backup", "b.zip").Command, Parse("backup", "b.zip").File, Parse("backup", "b.zip").Verify,
            Parse("restore", "b.zip", "--verify").Command, Parse("restore", "b.zip", "--verify").File, Parse("restore", "--verify", "b.zip").Verify));

    [Theory]
    [InlineData("--prot", "5080"), InlineData("--port"), InlineData("--port", "many"), InlineData("--port", "70000"), InlineData("--role", "king")]
    [InlineData("--hub", "there"), InlineData("--https", "/no/such/file.pfx"), InlineData("--demo=perhaps"), InlineData("backup"), InlineData("restore")]
    [InlineData("backup", "a", "b"), InlineData("dance"), InlineData("--verify"), InlineData("backup", "a", "--verify"), InlineData("-x"), InlineData("--data=")]
    public void What_makes_no_sense_is_refused_in_a_sentence(params string[] arguments) =>
        Assert.EndsWith(".", Assert.Throws<WrongOption>(() => Parse(arguments)).Message, StringComparison.Ordinal);

    [Theory, InlineData("--help"), InlineData("help"), InlineData("-h"), InlineData("--port", "1", "--help")]
    public void Help_is_given_whatever_else_is_typed(params string[] arguments) => Assert.Equal("help", Parse(arguments).Command);

    static CommandLine Parse(params string[] arguments) => CommandLine.Parse(arguments);

    static Settings Of(params string[] arguments) => Settings.Of(new ConfigurationBuilder().AddCommandLine(Parse(arguments).Settings).Build());
}
