package reroll.bot.state;

/** Of which revisions archives are to be asked, and were. */
record LookUpsSection() implements Section<LookUps.Saved> {
  @Override
  public String name() {
    return "look-ups";
  }

  @Override
  public void write(LookUps.Saved lookUps, PackedOutput out) {
    out.list(lookUps.wanted(), out::number);
    out.list(lookUps.asked(), out::number);
  }

  @Override
  public LookUps.Saved read(PackedInput in, int form) {
    return new LookUps.Saved(in.list(in::number), in.list(in::number));
  }
}
