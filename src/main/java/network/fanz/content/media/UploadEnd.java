package network.fanz.content.media;

/** Why an upload is gone. */
enum UploadEnd {
    DELETED,
    EXPIRED,
    WRONG_TYPE
}
