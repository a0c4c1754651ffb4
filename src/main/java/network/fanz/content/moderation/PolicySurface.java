package network.fanz.content.moderation;

/** What a rule of the policy looks at. */
public enum PolicySurface {
    PICTURE,
    FILM,
    /** Words that stand alone. */
    TEXT
}
