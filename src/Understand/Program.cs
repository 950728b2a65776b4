using Understand;

return Commands.Run(args, Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.Error);
