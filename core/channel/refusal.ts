/** A platform cannot be opened with these settings: the message is a sentence for the operator, and the program does not start. */
export class ChannelRefusal extends Error {
  override readonly name = "ChannelRefusal";
}
