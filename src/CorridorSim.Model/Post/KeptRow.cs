namespace CorridorSim.Model.Post;

/// <summary>A row that letters change now and then, and that is kept in between.</summary>
/// <param name="Row">Row of the participant.</param>
/// <param name="Number">Its number among those kept, from 0; see <see cref="Mailbox.Changed"/>.</param>
internal readonly record struct KeptRow(int Row, int Number);
