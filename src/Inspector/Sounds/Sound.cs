namespace Inspector.Sounds;

/// <summary>What a container said, measured in the sound itself.</summary>
readonly record struct Sound(string MediaType, double Milliseconds);
