using System.Text;
using Inspector;

// Only the protocol is written to standard output: a library that prints would break it.
using var replies = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" };
using var orders = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
Console.SetOut(TextWriter.Null);
return Serving.Run(orders, replies);
