package network.fanz.content.intelligence.classifier;

/** What the models tell pictures apart by, in the order of their answers. */
public enum PictureClass {
    DRAWING,
    HENTAI,
    NEUTRAL,
    PORN,
    SEXY
}
