using App.Directing;
using App.Directing.Inking;
using App.Organisation.SigningIn;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace App.Api;

/// <summary>The description of the API at /openapi/v1.json, made from the routes.</summary>
public static class OpenApi
{
    public static void Add(IServiceCollection services) => services.AddOpenApi("v1", options =>
    {
        options.ShouldInclude = route => route.RelativePath?.StartsWith("api/", StringComparison.Ordinal) == true;
        options.CreateSchemaReferenceId = type => type.Type is { IsNested: true, DeclaringType: { } useCase }
            ? useCase.Name + type.Type.Name
            : OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        options.AddDocumentTransformer(Describe);
        options.AddSchemaTransformer(DescribeEntered);
        options.AddSchemaTransformer(DescribeInk);
    });

    static Task Describe(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancelled)
    {
        document.Info = new() { Title = "Liên Thông", Version = "v1" };
        document.Servers = [];
        document.AddComponent("bearer", new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http, Scheme = "bearer",
            Description = $"The header {BearerHandler.ActingAs} names as what the program works: a position or a delegation of its person, by the id that GET /api/v1/delegations gives under posts; "
                + "without it the person's first position. One that is not theirs, or is over, is refused as not-your-post.",
        });
        document.Security = [new() { [new OpenApiSecuritySchemeReference("bearer", document)] = [] }];
        return Task.CompletedTask;
    }

    /// <summary>Entered is our way of reading; outside it is simply the value.</summary>
    static Task DescribeEntered(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancelled)
    {
        if (context.JsonTypeInfo.Type is not { IsGenericType: true } type || type.GetGenericTypeDefinition() != typeof(Entered<>)) return Task.CompletedTask;
        schema.Type = JsonSchemaType.String | JsonSchemaType.Null;
        schema.Format = type.GetGenericArguments()[0] == typeof(DateOnly) ? "date" : null;
        return Task.CompletedTask;
    }

    /// <summary>Ink is taken as text so that it can be shown again; what is meant is the sheets.</summary>
    static async Task DescribeInk(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancelled)
    {
        if (context.JsonTypeInfo.Type != typeof(EnteredInk)) return;
        (schema.Type, schema.Items) = (JsonSchemaType.Array | JsonSchemaType.Null, await context.GetOrCreateSchemaAsync(typeof(DrawnSheet), cancellationToken: cancelled));
    }
}
