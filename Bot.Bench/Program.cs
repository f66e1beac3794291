Console.Error.WriteLine("usage: dotnet run -c Release --project Bot.Bench -- NAME");
return 2;
