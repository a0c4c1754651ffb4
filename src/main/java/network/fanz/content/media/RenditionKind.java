package network.fanz.content.media;

/** What a rendition is for. */
public enum RenditionKind {
    /** A picture as large as it is shown. */
    PICTURE,
    /** A small one for lists. */
    THUMBNAIL,
    /** A film's still before it plays. */
    POSTER,
    /** Stills of all of a film in one picture. */
    STORYBOARD,
    /** Says which segments there are (RFC 8216). */
    PLAYLIST,
    /** A stretch of a film. */
    SEGMENT,
    /** What is said in it, in words. */
    CAPTION
}
