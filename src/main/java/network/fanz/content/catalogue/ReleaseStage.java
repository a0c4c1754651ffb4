package network.fanz.content.catalogue;

/** What a release goes through by itself, in this order. The list is closed: a stage that nobody does holds every release. */
public enum ReleaseStage {
    SNIFF(ReleaseState.RECEIVED, ReleaseState.SNIFFED),
    HASH(ReleaseState.SNIFFED, ReleaseState.HASHED),
    DERIVE(ReleaseState.HASHED, ReleaseState.DERIVED),
    SIGNAL(ReleaseState.DERIVED, ReleaseState.SIGNALLED),
    RECORDS(ReleaseState.SIGNALLED, ReleaseState.RECORDS);

    private final ReleaseState from;
    private final ReleaseState to;

    ReleaseStage(ReleaseState from, ReleaseState to) {
        this.from = from;
        this.to = to;
    }

    /** Where a release stands that has this before it. */
    public ReleaseState from() {
        return from;
    }

    /** Where it stands once this is done. */
    public ReleaseState to() {
        return to;
    }
}
