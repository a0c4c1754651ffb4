package network.fanz.content.media;

/** Where an upload stands. */
public enum UploadState {
    /** Bytes are missing. */
    RECEIVING,
    /** It has come whole. */
    RECEIVED,
    /** Its bytes are deleted. */
    GONE
}
