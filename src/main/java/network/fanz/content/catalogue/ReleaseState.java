package network.fanz.content.catalogue;

/**
 * Where a release stands. Up to {@link #RECORDS} each names what was done last; the way is in {@code docs/releases.md}. Nobody but its creator
 * and staff sees anything of it before {@link #PUBLISHED}.
 */
public enum ReleaseState {
    /** The file has come whole, and its creator wants it shown. */
    RECEIVED,
    /** All of its bytes were read: they are what they were, and of a kind that is taken. */
    SNIFFED,
    /** No bank of known hashes names it. */
    HASHED,
    /** What is shown of it is made. */
    DERIVED,
    /** Software has looked at it. */
    SIGNALLED,
    /** Everyone in it has a record and has consented. */
    RECORDS,
    /** It waits for a person's decision. */
    REVIEW,
    /** Whoever may have it sees it. */
    PUBLISHED,
    /** Something that should have said yes did not, could not, or is not there. */
    HELD,
    /** It does not come. */
    REJECTED,
    /** Nobody sees it, its creator no more than others; to them it looks held. */
    SEALED,
    /** Its creator does not want it shown, or somebody in it does not. */
    WITHDRAWN;

    /** Whether nothing moves it on any more. */
    public boolean hasEnded() {
        return this == REJECTED || this == SEALED || this == WITHDRAWN;
    }

    /** As others than the cleared are told: what is sealed looks like whatever else is held. */
    public ReleaseState shown() {
        return this == SEALED ? HELD : this;
    }
}
