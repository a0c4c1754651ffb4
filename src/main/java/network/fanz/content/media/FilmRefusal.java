package network.fanz.content.media;

/** Why nothing can be made of a film. */
public enum FilmRefusal {
    /** It is not what its first bytes say. */
    UNREADABLE,
    NO_PICTURES,
    NO_DURATION,
    TOO_LONG,
    TOO_MANY_PIXELS,
    TOO_MANY_STREAMS,
    TOO_MANY_FRAMES,
    UNKNOWN_CODEC,
    /** It begins well, and none of its frames can be read. */
    DAMAGED
}
