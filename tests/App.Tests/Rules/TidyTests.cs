using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace App.Tests.Rules;

public class TidyTests
{
    const int LongestMethod = 50, LongestFile = 400;
    static readonly string[] Banned = ["#region", "async void", "FIXME", "HACK", "#pragma warning disable", " style=\"", "onclick="];

    [Fact]
    public void Source_is_tidy() => Assert.Empty(Repository.Files("src", "*.cs", "*.razor", "*.sql", "*.js", "*.css").SelectMany(Complaints));

    [Fact]
    public void Rows_are_fetched_only_through_visible_queries_and_their_own_machinery() => Assert.Empty(
        Repository.Files("src/App", "*.cs").Where(f => f.Text.Contains(".Set<", StringComparison.Ordinal)).Select(f => f.Path)
            .Where(p => !p.StartsWith("src/App/Storage/", StringComparison.Ordinal) && !p.StartsWith("src/App/Workers/", StringComparison.Ordinal))
            .Except(["src/App/Access/AccountQueries.cs", "src/App/Documents/BlankSheets.cs", "src/App/Documents/Drafts.cs", "src/App/Documents/Pigeonholes.cs", "src/App/Signing/Signers.cs", "src/App/Documents/VisibleDocuments.cs",
                "src/App/Organisation/Acting.cs", "src/App/Organisation/Meeting.cs", "src/App/Organisation/OrganisationQueries.cs", "src/App/Organisation/SigningIn/DemoSignIn.cs", "src/App/Organisation/Founding/FirstStart.cs",
                "src/App/Oversight/RegisteredCount.cs", "src/App/Directing/VisibleAssignments.cs", "src/App/Directing/VisibleRecordings.cs", "src/App/Directing/VisiblePhrases.cs", "src/App/Directing/VisiblePrepared.cs", "src/App/Tracking/VisibleReminders.cs", "src/App/Exchange/ExchangeQueries.cs", "src/App/Notices/VisibleNotices.cs"]));

    [Fact]
    public void The_root_holds_what_it_should_and_nothing_else() => Assert.Equal(
        [".editorconfig", ".gitignore", ".npmrc", "ARCHITECTURE.md", "BannedSymbols.txt", "CHANGELOG.md", "CONVENTIONS.md", "Directory.Build.props",
            "Directory.Packages.props", "LICENSE", "LienThong.slnx", "README.md", "global.json", "package-lock.json", "package.json", "run", "test", "understand"],
        Directory.GetFiles(Repository.Root).Select(f => Path.GetFileName(f)).Where(f => f != ".git" && !f.Contains(".db", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    static IEnumerable<string> Complaints((string Path, string Text) file)
    {
        foreach (var word in Banned.Where(w => file.Text.Contains(w, StringComparison.Ordinal)))
            yield return $"{file.Path}: {word} is banned";
        if (file.Text.Count(c => c == '\n') > LongestFile)
            yield return $"{file.Path}: more than {LongestFile} lines";
        if (!file.Path.EndsWith(".cs", StringComparison.Ordinal)) yield break;
        foreach (var method in CSharpSyntaxTree.ParseText(file.Text).GetRoot().DescendantNodes().OfType<BaseMethodDeclarationSyntax>())
            if (method.GetText().Lines.Count > LongestMethod)
                yield return $"{file.Path}:{method.GetLocation().GetLineSpan().StartLinePosition.Line + 1}: a method of {method.GetText().Lines.Count} lines";
    }
}
