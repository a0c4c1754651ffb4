package network.fanz.content.media;

import network.fanz.common.Sentence;

/** Why a file was not read as a picture. */
public enum PictureRefusal {
    NOT_A_PICTURE(Sentence.of("This is no JPEG, PNG or WebP picture.")),
    TOO_LARGE(Sentence.of("The file is larger than what is looked into.")),
    TOO_MANY_PIXELS(Sentence.of("The picture has more pixels than what is looked into, or none.")),
    ANIMATED(Sentence.of("The picture moves: only still ones are read.")),
    DAMAGED(Sentence.of("The file is damaged or cut off.")),
    MORE_BEHIND_IT(Sentence.of("Something else stands behind the picture in the same file.")),
    UNKNOWN_KIND(Sentence.of("The picture is written in a way that is not read here.")),
    TOO_SLOW(Sentence.of("The picture took too long to read."));

    private final Sentence sentence;

    PictureRefusal(Sentence sentence) {
        this.sentence = sentence;
    }

    /** What is wrong, for whoever sent the file. */
    public Sentence sentence() {
        return sentence;
    }

    /** To be thrown. */
    public PictureRefused refused() {
        return new PictureRefused(this);
    }
}
